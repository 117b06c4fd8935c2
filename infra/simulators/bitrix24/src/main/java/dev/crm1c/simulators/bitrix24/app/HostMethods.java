package dev.crm1c.simulators.bitrix24.app;

import dev.crm1c.simulators.bitrix24.limit.Plan;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.Arrays;

/** What the portal tells an application about itself (samples app.info, feature.get). */
final class HostMethods {
    private static final RestError CODE_EMPTY = RestError.of(400, "CODE_EMPTY", "CODE can't be empty");

    private final ApplicationBook book;
    private final Plan plan;

    HostMethods(ApplicationBook book, Plan plan) {
        this.book = book;
        this.plan = plan;
    }

    Answer info(Caller caller, Params params) {
        Application application = book.get(caller.clientId());
        return Answer.of(Json.object()
                .put("ID", application.number())
                .put("CODE", application.card().code())
                .put("VERSION", application.version())
                .put("STATUS", application.card().client().status())
                .put("INSTALLED", application.isReady())
                .put("PAYMENT_EXPIRED", "N")
                .putNull("DAYS")
                .put("LANGUAGE_ID", "ru")
                .put("LICENSE", plan.license())
                .put("LICENSE_TYPE", plan.type())
                .put("LICENSE_FAMILY", plan.family()));
    }

    /** What the plan does not know is not there either. */
    Answer feature(Caller caller, Params params) {
        String code = params.text("code");
        if (code.isBlank()) {
            throw CODE_EMPTY.refusal();
        }
        boolean has = Arrays.stream(Plan.Feature.values())
                .anyMatch(feature -> feature.name().equalsIgnoreCase(code) && plan.has(feature));
        return Answer.named("value", Json.NODES.textNode(has ? "Y" : "N"));
    }
}
