package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.deal.Buyer;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.deal.StageRef;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * From the portal's JSON to our words. {@code crm.item.*} gives numbers, the requisite methods give strings, both give nulls.
 * Source: reference "bitrix24", 5.2–5.6.
 */
final class Bitrix24Mapping {
    private static final Comparator<JsonNode> AS_SHOWN = Comparator.comparingLong(
                    (JsonNode row) -> row.path("sort").asLong())
            .thenComparingLong(row -> row.path("id").asLong());

    private static final String GENERAL_PIPELINE = "0";

    private Bitrix24Mapping() {}

    static Deal deal(
            CrmRef ref,
            JsonNode item,
            List<JsonNode> productRows,
            JsonNode company,
            JsonNode requisites,
            JsonNode links) {
        return new Deal(
                ref,
                new StageRef(firstFilled(text(item, "categoryId"), GENERAL_PIPELINE), text(item, "stageId")),
                buyer(item, company, requisites, links),
                text(item, "currencyId"),
                lines(productRows));
    }

    private static Buyer buyer(JsonNode item, JsonNode company, JsonNode requisites, JsonNode links) {
        Optional<CrmRef> companyRef = company.isMissingNode() ? Optional.empty() : companyRef(text(item, "companyId"));
        if (companyRef.isEmpty()) {
            return new Buyer.Nobody();
        }
        return chosen(requisites, links)
                .map(requisite -> withRequisites(companyRef.get(), requisite, text(company.path("item"), "title")))
                .orElseGet(() -> new Buyer.CompanyOnly(companyRef.get()));
    }

    /** The portal writes 0 for "none". */
    static Optional<CrmRef> companyRef(String id) {
        return id.isEmpty() || id.equals("0") ? Optional.empty() : CrmRef.parse(CrmKind.COMPANY, id);
    }

    /** The requisite that the deal names, or the first one in the portal's order. */
    private static Optional<JsonNode> chosen(JsonNode requisites, JsonNode links) {
        String linked = text(links.path(0), "REQUISITE_ID");
        return StreamSupport.stream(requisites.spliterator(), false)
                .filter(requisite -> text(requisite, "ID").equals(linked))
                .findFirst()
                .or(() -> Optional.ofNullable(requisites.get(0)));
    }

    private static Buyer withRequisites(CrmRef company, JsonNode requisite, String title) {
        String name = firstFilled(text(requisite, "RQ_COMPANY_NAME"), text(requisite, "RQ_NAME"), title);
        return new Buyer.CompanyWithRequisites(
                company,
                text(requisite, "RQ_INN"),
                text(requisite, "RQ_KPP"),
                firstFilled(text(requisite, "RQ_OGRN"), text(requisite, "RQ_OGRNIP")),
                name,
                firstFilled(text(requisite, "RQ_COMPANY_FULL_NAME"), name));
    }

    private static List<DealLine> lines(List<JsonNode> productRows) {
        var lines = new ArrayList<DealLine>();
        for (JsonNode row : productRows.stream().sorted(AS_SHOWN).toList()) {
            lines.add(line(lines.size() + 1, row));
        }
        return lines;
    }

    private static DealLine line(int number, JsonNode row) {
        String productId = text(row, "productId");
        return new DealLine(
                number,
                productId.isEmpty() || productId.equals("0")
                        ? new DealLine.Product.TypedByHand()
                        : new DealLine.Product.FromCatalogue(productId),
                text(row, "productName"),
                decimal(row, "quantity").orElse(BigDecimal.ZERO),
                decimal(row, "price")
                        .<DealLine.Price>map(DealLine.Price.Rubles::new)
                        .orElseGet(DealLine.Price.NotGiven::new),
                decimal(row, "taxRate")
                        .<DealLine.TaxRate>map(DealLine.TaxRate.Percent::new)
                        .orElseGet(DealLine.TaxRate.None::new));
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

    private static String firstFilled(String... texts) {
        for (String text : texts) {
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }
}
