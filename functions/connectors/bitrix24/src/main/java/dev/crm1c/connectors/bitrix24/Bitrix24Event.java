package dev.crm1c.connectors.bitrix24;

import dev.crm1c.connectors.bitrix24.Bitrix24Webhook.Told;
import dev.crm1c.connectors.bitrix24.PhpForm.Parsed.Fields;
import dev.crm1c.model.port.CrmWebhook.Happening;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Which of the portal's events we listen to. An event says "look at it" and no more, so a deletion is a change like any other, unless the deleted
 * thing was only the way to its owner. Names are compared without case, because the vendor's own pages print them in both.
 * Source: reference "bitrix24", 2.2–2.3.
 */
final class Bitrix24Event {
    private static final String LIST_HAS_GROWN = "ONOFFLINEEVENT";
    private static final String REMOVED = "ONAPPUNINSTALL";
    private static final String REQUISITE_TYPE = "8";
    private static final CrmRef CHANGE_LIST = new CrmRef(CrmKind.CHANGE_LIST, "0");

    /**
     * An event that is not here interests nobody yet: no flow reads products or the portal's own invoices. A deleted requisite or bank detail
     * cannot be asked for its owner, and whoever waits for the owner looks again by the clock.
     */
    private static final Map<String, Function<Fields, Told>> LISTENED = Map.ofEntries(
            Map.entry("ONCRMDEALADD", changed(CrmKind.DEAL)),
            Map.entry("ONCRMDEALUPDATE", changed(CrmKind.DEAL)),
            Map.entry("ONCRMDEALDELETE", changed(CrmKind.DEAL)),
            Map.entry("ONCRMDEALMOVETOCATEGORY", changed(CrmKind.DEAL)),
            Map.entry("ONCRMCOMPANYADD", changed(CrmKind.COMPANY)),
            Map.entry("ONCRMCOMPANYUPDATE", changed(CrmKind.COMPANY)),
            Map.entry("ONCRMCOMPANYDELETE", changed(CrmKind.COMPANY)),
            Map.entry("ONCRMCONTACTADD", changed(CrmKind.CONTACT)),
            Map.entry("ONCRMCONTACTUPDATE", changed(CrmKind.CONTACT)),
            Map.entry("ONCRMCONTACTDELETE", changed(CrmKind.CONTACT)),
            Map.entry("ONCRMREQUISITEADD", changed(CrmKind.REQUISITE)),
            Map.entry("ONCRMREQUISITEUPDATE", changed(CrmKind.REQUISITE)),
            Map.entry("ONCRMBANKDETAILADD", changed(CrmKind.BANK_DETAIL)),
            Map.entry("ONCRMBANKDETAILUPDATE", changed(CrmKind.BANK_DETAIL)),
            Map.entry("ONCRMADDRESSREGISTER", fields -> address("ONCRMADDRESSREGISTER", fields)),
            Map.entry("ONCRMADDRESSUNREGISTER", fields -> address("ONCRMADDRESSUNREGISTER", fields)),
            Map.entry(LIST_HAS_GROWN, _ -> new Told.That(new Happening.Changed(CHANGE_LIST))),
            Map.entry(REMOVED, _ -> new Told.That(new Happening.ApplicationRemoved())));

    private Bitrix24Event() {}

    static Told read(String name, Fields fields) {
        String event = name.toUpperCase(Locale.ROOT);
        return LISTENED.getOrDefault(event, _ -> ofNoInterest(event)).apply(fields);
    }

    /** What an application asks to be told of. Of its list's growing it is not: each event comes by itself, and the list is read by the clock. */
    static List<String> listened() {
        return LISTENED.keySet().stream()
                .filter(event -> !event.equals(LIST_HAS_GROWN))
                .sorted()
                .toList();
    }

    /** What an application has kept in its list. */
    static List<String> listed() {
        return listened().stream().filter(event -> !event.equals(REMOVED)).toList();
    }

    static Told ofNoInterest(String name) {
        return new Told.That(new Happening.OfNoInterest(CleanName.of(name)));
    }

    /** Addresses have no id of their own: what has changed is the requisite that the address stands in. */
    private static Told address(String event, Fields fields) {
        return fields.get("data[FIELDS][ENTITY_TYPE_ID]").equals(REQUISITE_TYPE)
                ? look(CrmKind.REQUISITE, fields.get("data[FIELDS][ENTITY_ID]"))
                : ofNoInterest(event);
    }

    private static Function<Fields, Told> changed(CrmKind kind) {
        return fields -> look(kind, idIn(fields));
    }

    /** The vendor's pages show some events with their id right in {@code data}. */
    private static String idIn(Fields fields) {
        String id = fields.get("data[FIELDS][ID]");
        return id.isEmpty() ? fields.get("data[ID]") : id;
    }

    private static Told look(CrmKind kind, String id) {
        return id.matches("[1-9][0-9]{0,17}")
                ? new Told.That(new Happening.Changed(new CrmRef(kind, id)))
                : new Told.Nothing("в поле data[FIELDS] нет номера объекта");
    }
}
