package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.decimal;
import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.firstFilled;
import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.deal.DealHead;
import dev.crm1c.model.deal.DealHead.Phase;
import dev.crm1c.model.deal.DealSum;
import dev.crm1c.model.deal.Responsible;
import dev.crm1c.model.deal.SellerInDeal;
import dev.crm1c.model.deal.StageRef;
import dev.crm1c.model.portal.PortalUser;
import dev.crm1c.model.tenant.Tenant;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** What a deal says of itself. Source: reference "bitrix24", 5.2 and 5.4. */
final class DealHeads {
    private static final String GENERAL_PIPELINE = "0";

    private DealHeads() {}

    static DealHead of(Tenant tenant, DealParts parts) {
        JsonNode item = parts.item();
        return new DealHead(
                text(item, "title"),
                new StageRef(firstFilled(text(item, "categoryId"), GENERAL_PIPELINE), text(item, "stageId")),
                phase(item),
                createdAt(item),
                PortalUser.parse(text(item, "assignedById"))
                        .<Responsible>map(Responsible.Somebody::new)
                        .orElseGet(Responsible.Nobody::new),
                seller(tenant, parts),
                decimal(item, "opportunity").<DealSum>map(DealSum.Said::new).orElseGet(DealSum.NotSaid::new),
                RuledFields.of(tenant, item));
    }

    private static Phase phase(JsonNode item) {
        if (text(item, "isRecurring").equals("Y")) {
            return Phase.TEMPLATE;
        }
        return switch (text(item, "stageSemanticId")) {
            case "S" -> Phase.WON;
            case "F" -> Phase.LOST;
            case "P" -> Phase.OPEN;
            default -> text(item, "closed").equals("Y") ? closedAt(text(item, "stageId")) : Phase.OPEN;
        };
    }

    /** {@code C1:LOSE}. A closed deal at a stage of the customer's own is not called lost on a guess: papers would be taken back. */
    private static Phase closedAt(String stage) {
        return switch (stage.substring(stage.indexOf(':') + 1)) {
            case "LOSE", "APOLOGY" -> Phase.LOST;
            default -> Phase.WON;
        };
    }

    /** A deal whose time cannot be read counts as the oldest of all: it must not slip through where only new deals are wanted. */
    private static Instant createdAt(JsonNode item) {
        try {
            return OffsetDateTime.parse(text(item, "createdTime")).toInstant();
        } catch (DateTimeException _) {
            return Instant.EPOCH;
        }
    }

    /** A seller that is named but not to be seen is nobody whom we know: people are to decide, not the tenant's other rules. */
    private static SellerInDeal seller(Tenant tenant, DealParts parts) {
        if (!DealBatch.isSellerAsked(tenant) || parts.sellerId().isEmpty()) {
            return new SellerInDeal.NotNamed();
        }
        return parts.seller()
                .map(requisite -> new SellerInDeal.Named(text(requisite, "RQ_INN"), text(requisite, "RQ_KPP")))
                .orElseGet(() -> new SellerInDeal.Named("", ""));
    }
}
