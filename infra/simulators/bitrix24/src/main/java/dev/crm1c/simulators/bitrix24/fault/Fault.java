package dev.crm1c.simulators.bitrix24.fault;

import dev.crm1c.simulators.bitrix24.wire.RestError;
import dev.crm1c.simulators.bitrix24.wire.SystemErrors;
import java.net.URI;
import java.time.Duration;

/** What can go wrong between a caller and the portal (bitrix24.md §4.1, §4.2, §7.4). */
public sealed interface Fault {

    /** A page of HTML where JSON was expected; nothing has been done. */
    record Page(int status, String html) implements Fault {}

    /** The whole request is refused, a batch too; nothing has been done. */
    record Refused(RestError error) implements Fault {}

    /** That method fails, alone or as a command of a batch whose other commands go on. */
    record MethodFails(RestError error) implements Fault {}

    /** The portal was renamed: 302 to the same path on the new address; nothing has been done (§1.4). */
    record Moved(URI portal) implements Fault {}

    /** The connection is lost before anything has been done. */
    record Lost() implements Fault {}

    /** Everything has been done, but the connection is lost after the hold and no answer comes. */
    record CommittedThenLost(Duration hold) implements Fault {}

    /** Everything has been done, the answer is late. */
    record Late(Duration delay) implements Fault {}

    /** Everything has been done, half of the JSON arrives as if it were all. */
    record Truncated() implements Fault {}

    /** Everything has been done, the answer never ends. */
    record Endless() implements Fault {}

    static Fault unavailablePage() {
        return new Page(503, "<html><body><h1>503 Service Temporarily Unavailable</h1><hr>nginx</body></html>");
    }

    static Fault badGatewayPage() {
        return new Page(502, "<html><body><h1>502 Bad Gateway</h1><hr>nginx</body></html>");
    }

    /** A page with the code of success. */
    static Fault loginPage() {
        return new Page(200, "<!DOCTYPE html><html><body><form>Авторизация в Битрикс24</form></body></html>");
    }

    static Fault internalServerError() {
        return new Refused(SystemErrors.INTERNAL_SERVER_ERROR);
    }

    static Fault overloadLimit() {
        return new Refused(SystemErrors.OVERLOAD_LIMIT);
    }

    static Fault portalDeleted() {
        return new Refused(SystemErrors.PORTAL_DELETED);
    }

    static Fault restNotInPlan() {
        return new Refused(SystemErrors.REST_NOT_IN_PLAN);
    }

    /** The portal's tariff has run out; said by the OAuth host (bitrix24.md §1.2). Its HTTP code is not documented. */
    static Fault paymentRequired() {
        return new Refused(RestError.of(400, "PAYMENT_REQUIRED", "Payment required"));
    }

    /** The OAuth host no longer knows the portal (bitrix24.md §1.2). */
    static Fault portalGone() {
        return new Page(404, "<html><body><h1>404 Not Found</h1></body></html>");
    }

    static Fault methodFails(int status, String code, String description) {
        return new MethodFails(RestError.of(status, code, description));
    }

    static Fault movedTo(URI portal) {
        return new Moved(portal);
    }

    static Fault connectionLost() {
        return new Lost();
    }

    static Fault committedThenLost() {
        return new CommittedThenLost(Duration.ZERO);
    }

    static Fault committedThenSilent(Duration hold) {
        return new CommittedThenLost(hold);
    }

    static Fault late(Duration delay) {
        return new Late(delay);
    }

    static Fault truncatedJson() {
        return new Truncated();
    }

    static Fault endlessBody() {
        return new Endless();
    }
}
