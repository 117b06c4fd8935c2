package dev.crm1c.simulators.onec.faults;

import dev.crm1c.simulators.onec.failure.ODataFailure;
import dev.crm1c.simulators.onec.wire.Answer;
import dev.crm1c.simulators.onec.wire.PlatformPages;
import java.time.Duration;
import java.util.function.Function;

/** One thing that goes wrong with one call (onec.md §1.7, §6.7). */
public sealed interface Fault {

    /** A ready answer instead of the call, which has no effect; it is made from the method. */
    record Answered(Function<String, Answer> answer) implements Fault {}

    /** An OData error instead of the call, in the caller's representation; nothing is changed. */
    record Refused(ODataFailure failure) implements Fault {}

    /** The connection ends before the call was looked at: no effect. */
    record ResetBeforeEffect() implements Fault {}

    /** The effect is done, the answer never comes: the connection is closed, or held open that long and closed. */
    record CommitThenSilence(Duration held) implements Fault {}

    /** The call is answered as ever, but later. */
    record Delay(Duration by) implements Fault {}

    /** The effect is done; half of the body comes as a complete HTTP answer. */
    record TruncatedBody() implements Fault {}

    /** The effect is done; the connection breaks in the middle of the body. */
    record TornConnection() implements Fault {}

    /** JSON without end, until the reader gives up. No effect. */
    record EndlessBody() implements Fault {}

    static Fault unauthorized() {
        return new Answered(_ -> PlatformPages.unauthorized());
    }

    static Fault maintenance(String message) {
        return new Answered(method -> PlatformPages.maintenance(method, message));
    }

    static Fault noSession() {
        return new Answered(_ -> PlatformPages.noSession());
    }

    static Fault versionsDiffer() {
        return new Answered(_ -> PlatformPages.versionsDiffer());
    }

    static Fault noLicence() {
        return new Answered(PlatformPages::noLicence);
    }

    static Fault applicationError() {
        return new Answered(_ -> PlatformPages.applicationError());
    }

    static Fault badGateway() {
        return new Answered(_ -> PlatformPages.badGateway());
    }

    static Fault notFoundPage() {
        return new Answered(_ -> PlatformPages.notFound());
    }

    /** A page for people with status 200, as a proxy or a portal in front puts it. */
    static Fault loginPage() {
        return new Answered(_ -> PlatformPages.loginPage());
    }

    static Fault accessDenied() {
        return new Refused(ODataFailure.accessDenied());
    }

    static Fault lockTimeout() {
        return new Refused(new ODataFailure(
                500,
                "-1",
                "Конфликт блокировок при выполнении транзакции:\n"
                        + "Превышено максимальное время ожидания предоставления блокировки"));
    }

    static Fault handlerException(String text) {
        return new Refused(ODataFailure.handler("ПриЗаписи", "{ОбщийМодуль.ПроведениеСервер.Модуль(180)}: " + text));
    }

    static Fault resetBeforeEffect() {
        return new ResetBeforeEffect();
    }

    static Fault commitThenClose() {
        return new CommitThenSilence(Duration.ZERO);
    }

    static Fault commitThenHold(Duration held) {
        return new CommitThenSilence(held);
    }

    static Fault delay(Duration by) {
        return new Delay(by);
    }

    static Fault truncatedBody() {
        return new TruncatedBody();
    }

    static Fault tornConnection() {
        return new TornConnection();
    }

    static Fault endlessBody() {
        return new EndlessBody();
    }
}
