package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What belongs to a deal of all that its batch has brought. A reference to nothing goes through as text, and a portal that makes no sense of a
 * filter answers with everything, so each row has to say itself whose it is. Source: reference "bitrix24", 4.5–4.6.
 *
 * @param rows product rows, of all pages
 */
record DealParts(CrmRef deal, JsonNode item, List<JsonNode> rows, BatchAnswer answer) {

    Optional<CrmRef> companyRef() {
        return Bitrix24Mapping.ref(CrmKind.COMPANY, text(item, "companyId"));
    }

    Optional<CrmRef> contactRef() {
        return Bitrix24Mapping.ref(CrmKind.CONTACT, text(item, "contactId"));
    }

    /** Empty when the deal names none, or one that is gone. */
    Optional<JsonNode> company() {
        JsonNode company = answer.valueOrMissing(DealBatch.COMPANY).path("item");
        return companyRef().filter(_ -> !company.isMissingNode()).map(_ -> company);
    }

    Optional<JsonNode> contact() {
        return contactRef()
                .flatMap(contact -> rows(DealBatch.CONTACTS, "items")
                        .filter(row -> text(row, "id").equals(contact.id()))
                        .findFirst());
    }

    /** The requisite that the deal names, or the first one in the portal's order. A mere address is kept as a requisite too, which no card shows. */
    Optional<JsonNode> requisite() {
        List<JsonNode> all = companyRef().stream()
                .flatMap(company -> rows(DealBatch.REQUISITES, "").filter(row -> isOf(row, company)))
                .filter(row -> !text(row, "ADDRESS_ONLY").equals("Y"))
                .toList();
        String linked = text(link(), "REQUISITE_ID");
        return all.stream()
                .filter(row -> text(row, "ID").equals(linked))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private static boolean isOf(JsonNode requisite, CrmRef company) {
        return text(requisite, "ENTITY_TYPE_ID").equals(Integer.toString(EntityType.COMPANY))
                && text(requisite, "ENTITY_ID").equals(company.id());
    }

    /** The account that the deal names, or all of this requisite. */
    List<JsonNode> accounts(JsonNode requisite) {
        List<JsonNode> all = Stream.of(DealBatch.ACCOUNTS_OF_LINKED, DealBatch.ACCOUNTS_OF_FIRST)
                .flatMap(command -> rows(command, ""))
                .filter(account -> text(account, "ENTITY_ID").equals(text(requisite, "ID")))
                .distinct()
                .toList();
        String linked = text(link(), "BANK_DETAIL_ID");
        List<JsonNode> named = all.stream()
                .filter(account -> text(account, "ID").equals(linked))
                .toList();
        return named.isEmpty() ? all : named;
    }

    /** Blank when the deal names no seller. */
    String sellerId() {
        String id = text(link(), "MC_REQUISITE_ID");
        return id.equals("0") ? "" : id;
    }

    Optional<JsonNode> seller() {
        return rows(DealBatch.SELLERS, "")
                .filter(row -> text(row, "ID").equals(sellerId()))
                .findFirst();
    }

    private JsonNode link() {
        return rows(DealBatch.LINKS, "")
                .filter(row -> text(row, "ENTITY_TYPE_ID").equals(Integer.toString(EntityType.DEAL))
                        && text(row, "ENTITY_ID").equals(deal.id()))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    private Stream<JsonNode> rows(String command, String container) {
        JsonNode value = answer.valueOrMissing(command);
        return (container.isEmpty() ? value : value.path(container)).valueStream();
    }
}
