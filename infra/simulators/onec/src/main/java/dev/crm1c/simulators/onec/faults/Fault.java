package dev.crm1c.simulators.onec.faults;

import dev.crm1c.simulators.onec.failure.ODataFailure;
import dev.crm1c.simulators.onec.wire.Answer;
import dev.crm1c.simulators.onec.wire.PlatformPages;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
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

    /** The connection is held open that long and closed, and nothing is done: for the client a timeout like any other. */
    record SilenceBeforeEffect(Duration held) implements Fault {}

    /** The effect is done, and the web server in front answers something else. */
    record CommitThenAnswer(Answer answer) implements Fault {}

    /** The effect is done and the answer is whole, but it says it is something else. */
    record Mislabelled(String contentType) implements Fault {}

    /** The effect is done; the body comes in so many pieces, with a pause before each. */
    record Stuttering(int pieces, Duration pause) implements Fault {}

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

    /** The other text a client meets when the licences are all in use. */
    static Fault noFreeLicence() {
        return new Answered(PlatformPages::noFreeLicence);
    }

    /** The same, as the page of a web extension. */
    static Fault noLicencePage() {
        return new Answered(_ -> PlatformPages.noLicencePage());
    }

    static Fault deadSession() {
        return new Answered(_ -> PlatformPages.badRequest());
    }

    static Fault applicationError() {
        return new Answered(_ -> PlatformPages.applicationError());
    }

    static Fault applicationError(String reason) {
        return new Answered(_ -> PlatformPages.applicationError(reason));
    }

    static Fault invalidUrl() {
        return new Answered(_ -> PlatformPages.invalidUrl());
    }

    static Fault serviceUnavailable() {
        return new Answered(_ -> PlatformPages.serviceUnavailable());
    }

    static Fault gatewayTimeout() {
        return new Answered(_ -> PlatformPages.gatewayTimeout());
    }

    /** 302 to a page for people: a client that follows gets 200 and no JSON, and must not send the login there. */
    static Fault redirectTo(String location) {
        return new Answered(_ -> PlatformPages.redirect(location));
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
        return new Refused(ODataFailure.lockTimeout());
    }

    /** The same, met while a handler of the configuration was writing something of its own. */
    static Fault lockTimeoutInHandler() {
        return handlerException(
                "ОбработкаПроведения",
                "{ОбщийМодуль.УчетНДС.Модуль(412)}",
                ODataFailure.lockTimeout().getMessage());
    }

    /** For a set whose documents the accountant has not really closed: {@code Accountant.closePeriod} does that. */
    static Fault closedPeriod(LocalDate upTo) {
        return handlerException(
                "ПередЗаписью",
                "{ОбщийМодуль.ДатыЗапретаИзмененияСлужебный.Модуль(1180)}",
                "Документ запрещено изменять: данные закрыты для изменения до "
                        + DateTimeFormatter.ofPattern("dd.MM.yyyy").format(upTo));
    }

    static Fault handlerException(String text) {
        return handlerException("ПриЗаписи", "{ОбщийМодуль.ПроведениеСервер.Модуль(180)}", text);
    }

    /** @param place where in the configuration's code, {@code {ОбщийМодуль.X.Модуль(180)}} */
    static Fault handlerException(String handler, String place, String text) {
        return new Refused(ODataFailure.handler(handler, place + ": " + text));
    }

    static Fault internalError() {
        return new Refused(ODataFailure.internal());
    }

    /** Of a refusal only: its text is coded, its status and code are not. */
    static Fault inBase64(Fault fault) {
        return switch (fault) {
            case Refused(var failure) -> new Refused(failure.inBase64());
            default -> throw new IllegalArgumentException("not an OData error: " + fault);
        };
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

    static Fault commitThenBadGateway() {
        return new CommitThenAnswer(PlatformPages.badGateway());
    }

    static Fault holdBeforeEffect(Duration held) {
        return new SilenceBeforeEffect(held);
    }

    static Fault mislabelled(String contentType) {
        return new Mislabelled(contentType);
    }

    static Fault stuttering(int pieces, Duration pause) {
        return new Stuttering(pieces, pause);
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
