package dev.crm1c.connectors.bitrix24;

import dev.crm1c.model.port.CrmWebhook;
import dev.crm1c.model.tenant.CrmSystem;
import dev.crm1c.model.tenant.Secret;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What Bitrix24's queue server sends to us, once and never again: events, and robots that have come to our step. Both are forms that carry ids
 * and, sometimes, the tokens of whoever caused them, which we never use. Source: reference "bitrix24", 2.1–2.4, 3.1.
 */
@ApplicationScoped
class Bitrix24Webhook implements CrmWebhook {
    static final CrmSystem BITRIX24 = new CrmSystem("bitrix24");

    @Override
    public CrmSystem system() {
        return BITRIX24;
    }

    @Override
    public Reading read(String contentType, byte[] body) {
        return switch (PhpForm.parse(contentType, body)) {
            case PhpForm.Parsed.Broken(String why) -> new Reading.NotUnderstood(why);
            case PhpForm.Parsed.Fields fields ->
                switch (happening(fields)) {
                    case Told.Nothing(String why) -> new Reading.NotUnderstood(why);
                    case Told.That(Happening happening) ->
                        new Reading.Understood(
                                new Secret(fields.get("auth[application_token]")),
                                fields.get("auth[member_id]"),
                                happening);
                };
        };
    }

    private static Told happening(PhpForm.Parsed.Fields fields) {
        String event = fields.get("event").strip();
        if (!event.isEmpty()) {
            return Bitrix24Event.read(event, fields);
        }
        return RobotCall.isOne(fields) ? RobotCall.read(fields) : new Told.Nothing("в теле нет поля event");
    }

    /** What a form's fields come to. */
    sealed interface Told {
        record That(Happening happening) implements Told {}

        /**
         * @param why one line, Russian, without anything from the body
         */
        record Nothing(String why) implements Told {}
    }
}
