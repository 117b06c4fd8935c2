package dev.crm1c.connectors.bitrix24;

import dev.crm1c.connectors.bitrix24.BatchAnswer.Part;
import dev.crm1c.model.deal.RobotAnswer;
import dev.crm1c.model.port.Crm.Answered;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers robots that wait. A token answers once; an old one is refused, and then nobody waits. Source: reference "bitrix24", 3.1. */
@ApplicationScoped
class RobotDesk {
    private final Bitrix24Client client;
    private final Bitrix24Errors errors;

    RobotDesk(Bitrix24Client client, Bitrix24Errors errors) {
        this.client = client;
        this.errors = errors;
    }

    /** As a batch of one: there a refusal is the command's own, and not that of our access. */
    Reply<Answered> answer(Tenant tenant, String token, RobotAnswer answer) {
        var batch = new Batch(Batch.AfterError.GO_ON);
        batch.command("event", "bizproc.event.send")
                .with("EVENT_TOKEN", token)
                .with("RETURN_VALUES[state]", answer.state().wireName())
                .with("RETURN_VALUES[number]", answer.documentNumber())
                .with("LOG_MESSAGE", answer.words());
        return client.call(tenant, batch).then(this::answered);
    }

    private Reply<Answered> answered(BatchAnswer answer) {
        return switch (answer.part("event")) {
            case Part.Result _ -> Reply.of(Answered.TAKEN);
            case Part.Failed(var code) when code.code().equals("ACCESS_DENIED") -> Reply.of(Answered.NOBODY_WAITS);
            case Part.Failed(var code) -> Reply.stop(errors.meaning(200, code));
            case Part.NotRun() -> Reply.stop(errors.byStatus(200));
        };
    }
}
