package dev.crm1c.simulators.onec.posting;

import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.Row;
import dev.crm1c.simulators.onec.base.Value;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Catalog_ОбъектыРасчетов: by what a debt is counted. УТ and ERP make a row by themselves for an order, a shipment or a
 * payment that names neither (onec.md §2.2).
 */
final class SettlementObjects {
    static final String SET = "Catalog_ОбъектыРасчетов";
    static final String ANALYTICS = "Catalog_КлючиАналитикиУчетаПоПартнерам";
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private final Infobase base;

    SettlementObjects(Infobase base) {
        this.base = base;
    }

    /** The row of this document, as the document is now. */
    UUID of(Entity document) {
        UUID key = keyOf(document.structure().set(), document.reference());
        Map<String, Value> values = new HashMap<>();
        Value subject = Value.Composite.reference(document.structure().set(), document.reference());
        Value currency = new Value.Key(document.reference("Валюта_Key"));
        Value sum = new Value.Numeric(document.number("СуммаДокумента"));
        values.put("Объект", subject);
        values.put("Description", new Value.Text(title(document)));
        values.put("ТипРасчетов", new Value.Text("РасчетыСКлиентом"));
        values.put(
                "ТипОбъектаРасчетов", new Value.Text(kindOf(document.structure().set())));
        values.put("Номер", new Value.Text(document.text("Number")));
        values.put("Дата", new Value.Moment(document.date()));
        values.put("Сумма", sum);
        values.put("СуммаВзаиморасчетов", sum);
        values.put("Валюта_Key", currency);
        values.put("ВалютаВзаиморасчетов_Key", currency);
        values.put("Организация_Key", new Value.Key(document.reference("Организация_Key")));
        values.put("Партнер_Key", new Value.Key(document.reference("Партнер_Key")));
        refer(values, "Контрагент", "Catalog_Контрагенты", document.reference("Контрагент_Key"));
        refer(values, "Договор", "Catalog_ДоговорыКонтрагентов", document.reference("Договор_Key"));
        refer(values, "Соглашение", "Catalog_СоглашенияСКлиентами", document.reference("Соглашение_Key"));
        base.store(Entity.made(base.structure().known(SET), key, values));
        return key;
    }

    static UUID keyOf(String set, UUID document) {
        return UUID.nameUUIDFromBytes((SET + set + document).getBytes(StandardCharsets.UTF_8));
    }

    Optional<Entity> find(UUID key) {
        return base.find(SET, key);
    }

    /** What this composite field names, when that is a document of the base; the row is made if it has none yet. */
    Optional<UUID> named(Row row, String field) {
        return row.given(field).orElse(new Value.Nothing()) instanceof Value.Composite composite && composite.refers()
                ? base.find(composite.set(), UUID.fromString(composite.text())).map(this::existing)
                : Optional.empty();
    }

    private UUID existing(Entity document) {
        UUID key = keyOf(document.structure().set(), document.reference());
        return find(key).map(Entity::reference).orElseGet(() -> of(document));
    }

    /** The key of accounting by partners for a row; the same four things have the same key. */
    UUID analytics(UUID object, Entity document) {
        Entity source = find(object).orElse(document);
        UUID partner = source.reference("Партнер_Key");
        UUID organization = source.reference("Организация_Key");
        boolean found = source.structure().set().equals(SET);
        UUID counterparty = source.reference(found ? "Контрагент" : "Контрагент_Key");
        UUID contract = found ? source.reference("Договор") : source.reference("Договор_Key");
        String together = ANALYTICS + partner + organization + counterparty + contract;
        UUID key = UUID.nameUUIDFromBytes(together.getBytes(StandardCharsets.UTF_8));
        if (base.find(ANALYTICS, key).isEmpty()) {
            Map<String, Value> values = new HashMap<>();
            values.put("Партнер_Key", new Value.Key(partner));
            values.put("Организация_Key", new Value.Key(organization));
            refer(values, "Контрагент", "Catalog_Контрагенты", counterparty);
            refer(values, "Договор", "Catalog_ДоговорыКонтрагентов", contract);
            base.store(Entity.made(base.structure().known(ANALYTICS), key, values));
        }
        return key;
    }

    private static void refer(Map<String, Value> values, String name, String set, UUID key) {
        if (!key.equals(Value.EMPTY_REFERENCE)) {
            values.put(name, Value.Composite.reference(set, key));
        }
    }

    private static String kindOf(String set) {
        return switch (set) {
            case TradeDocuments.ORDERS -> "Заказ";
            case TradeDocuments.SHIPMENTS, TradeDocuments.ACTS -> "Накладная";
            default -> "ПлатежВозврат";
        };
    }

    private static String title(Entity document) {
        String kind = document.structure().name().replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ");
        return kind + " " + document.text("Number") + " от " + SHOWN.format(document.date());
    }
}
