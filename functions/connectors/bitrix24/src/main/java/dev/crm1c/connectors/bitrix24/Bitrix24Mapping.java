package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.Tenant;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * From the portal's JSON to our words. {@code crm.item.*} gives numbers, the requisite methods give strings, both give nulls.
 * Source: reference "bitrix24", 5.2–5.6.
 */
final class Bitrix24Mapping {
    private Bitrix24Mapping() {}

    static Deal deal(Tenant tenant, DealParts parts) {
        return new Deal(
                parts.deal(),
                DealHeads.of(tenant, parts),
                Buyers.of(parts),
                text(parts.item(), "currencyId"),
                DealLines.of(parts.rows()));
    }

    /** The portal writes 0 for "none". */
    static Optional<CrmRef> ref(CrmKind kind, String id) {
        return id.isEmpty() || id.equals("0") ? Optional.empty() : CrmRef.parse(kind, id);
    }

    /** Strips what people paste along: spaces of all kinds and control characters at the ends. */
    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isNull() ? "" : value.asText().strip();
    }

    static Optional<BigDecimal> decimal(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isNumber()) {
            return Optional.of(value.decimalValue());
        }
        String text = text(node, field);
        return text.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    static String firstFilled(String... texts) {
        for (String text : texts) {
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }
}
