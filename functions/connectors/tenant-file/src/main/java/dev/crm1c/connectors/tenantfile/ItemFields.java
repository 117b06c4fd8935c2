package dev.crm1c.connectors.tenantfile;

import dev.crm1c.model.onec.ItemKey;
import dev.crm1c.model.tenant.ItemPolicy;
import dev.crm1c.model.tenant.ItemPolicy.NewItems;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import java.util.List;

/** How product rows find their items in 1C. */
final class ItemFields {
    private final Said items;
    private final Said productFields;
    private final ConfigurationTraits traits;
    private final Faults faults;

    ItemFields(Said file, Faults faults) {
        this.items = file.at("items");
        this.productFields = file.at("crm").at("productFields");
        this.traits = ConfigurationTraits.of(file);
        this.faults = faults;
    }

    ItemPolicy policy() {
        Unknown unknown = unknown();
        Said create = items.at("create");
        if (unknown == Unknown.DESCRIBE && traits == ConfigurationTraits.ORDERS) {
            faults.add(
                    items.at("unknown"),
                    "в заказе клиента строка без номенклатуры невозможна: укажите ask-people или create");
        }
        if (unknown == Unknown.CREATE && create.at("goodsKind").isMissing()) {
            faults.add(create.at("goodsKind"), "для create укажите вид номенклатуры новых товаров");
        }
        return new ItemPolicy(
                match(),
                unknown,
                new NewItems(
                        create.at("goodsKind").text(),
                        create.at("serviceKind").text(),
                        create.at("folder").text()));
    }

    private Unknown unknown() {
        return switch (items.at("unknown").text()) {
            case "describe" -> Unknown.DESCRIBE;
            case "create" -> Unknown.CREATE;
            default -> Unknown.ASK_PEOPLE;
        };
    }

    private List<ItemKey> match() {
        return items.at("match").isMissing()
                ? List.of(ItemKey.NAME)
                : items.at("match").parts().stream().map(this::key).toList();
    }

    private ItemKey key(Said word) {
        ItemKey key = word.among(ItemKey.values(), ItemKey::wireName).orElseThrow();
        if (key != ItemKey.NAME && productFields.at(key.wireName()).isMissing()) {
            faults.add(
                    word,
                    "не сказано, в каком свойстве товара это записано: укажите crm.productFields." + key.wireName());
        }
        return key;
    }
}
