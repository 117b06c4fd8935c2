package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.portal.RequisitePreset;
import dev.crm1c.model.portal.RequisitePreset.Kind;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Forms of requisites, told apart by the vendor's mark and the country, never by number or name. Source: reference "bitrix24", 5.6. */
@ApplicationScoped
class PresetBook {
    private static final String RUSSIA = "1";
    private static final String BORN_WITH_THE_PORTAL = "#CRM_REQUISITE_PRESET_DEF_RU_";

    private final Lists lists;

    PresetBook(Lists lists) {
        this.lists = lists;
    }

    Reply<List<RequisitePreset>> all(Tenant tenant) {
        ListQuery presets = ListQuery.of("crm.requisite.preset.list", "")
                .withEach("select", List.of("ID", "NAME", "XML_ID", "COUNTRY_ID"))
                .with("order[ID]", "ASC");
        return lists.all(tenant, presets)
                .map(rows -> rows.stream()
                        .map(row -> new RequisitePreset(text(row, "ID"), text(row, "NAME"), kind(row)))
                        .toList());
    }

    private static Kind kind(JsonNode preset) {
        if (!text(preset, "COUNTRY_ID").equals(RUSSIA)) {
            return Kind.OTHER;
        }
        return switch (text(preset, "XML_ID").replace(BORN_WITH_THE_PORTAL, "")) {
            case "COMPANY#" -> Kind.ORGANIZATION;
            case "INDIVIDUAL#" -> Kind.SOLE_TRADER;
            case "PERSON#" -> Kind.PERSON;
            default -> Kind.OTHER;
        };
    }
}
