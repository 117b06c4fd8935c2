package dev.crm1c.connectors.bitrix24;

import dev.crm1c.model.port.CrmWebhook;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.CrmSystem;
import dev.crm1c.model.tenant.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Bitrix24's events: forms that carry ids and nothing else, sent once and never again. Names are compared without case,
 * because the vendor's own pages print them in both. Source: reference "bitrix24", 2.2–2.4.
 */
@ApplicationScoped
class Bitrix24Webhook implements CrmWebhook {
    static final CrmSystem BITRIX24 = new CrmSystem("bitrix24");

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int LONGEST_EVENT_NAME = 64;

    /** An event that is not here interests nobody yet. A deleted requisite cannot be asked for its owner, so its event is of no use. */
    private static final Map<String, CrmKind> LISTENED = Map.of(
            "ONCRMDEALADD", CrmKind.DEAL,
            "ONCRMDEALUPDATE", CrmKind.DEAL,
            "ONCRMDEALDELETE", CrmKind.DEAL,
            "ONCRMDEALMOVETOCATEGORY", CrmKind.DEAL,
            "ONCRMCOMPANYADD", CrmKind.COMPANY,
            "ONCRMCOMPANYUPDATE", CrmKind.COMPANY,
            "ONCRMREQUISITEADD", CrmKind.REQUISITE,
            "ONCRMREQUISITEUPDATE", CrmKind.REQUISITE);

    @Override
    public CrmSystem system() {
        return BITRIX24;
    }

    @Override
    public Reading read(String contentType, byte[] body) {
        String mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!mediaType.equals(FORM)) {
            return new Reading.NotUnderstood("ожидается тело " + FORM);
        }
        return switch (PhpForm.parse(body)) {
            case PhpForm.Parsed.Broken(String why) -> new Reading.NotUnderstood(why);
            case PhpForm.Parsed.Fields fields -> read(fields);
        };
    }

    private static Reading read(PhpForm.Parsed.Fields fields) {
        String event = fields.get("event").strip();
        if (event.isEmpty()) {
            return new Reading.NotUnderstood("в теле нет поля event");
        }
        return happening(event.toUpperCase(Locale.ROOT), fields)
                .<Reading>map(happening -> new Reading.Understood(
                        new Secret(fields.get("auth[application_token]")), fields.get("auth[member_id]"), happening))
                .orElseGet(() -> new Reading.NotUnderstood("в поле data[FIELDS][ID] нет номера объекта"));
    }

    static Optional<Happening> happening(String event, PhpForm.Parsed.Fields fields) {
        CrmKind kind = LISTENED.get(event);
        if (kind == null) {
            return Optional.of(new Happening.OfNoInterest(clean(event)));
        }
        String id = fields.get("data[FIELDS][ID]");
        return id.matches("[1-9][0-9]{0,17}") ? CrmRef.parse(kind, id).map(Happening.Changed::new) : Optional.empty();
    }

    /** The name came from outside and goes to the log: what is not a letter, a digit, a dot or an underscore is dropped. */
    static String clean(String event) {
        String letters = event.replaceAll("[^A-Z0-9._]", "");
        return letters.substring(0, Math.min(letters.length(), LONGEST_EVENT_NAME));
    }
}
