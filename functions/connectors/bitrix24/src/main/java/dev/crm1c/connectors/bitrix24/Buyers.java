package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.firstFilled;
import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.deal.Buyer;
import dev.crm1c.model.deal.Buyer.Account;
import dev.crm1c.model.sync.CrmRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who buys: a deal that names a company is the company's, whoever speaks for it. Source: reference "bitrix24", 5.2 and 5.5–5.6. */
final class Buyers {
    private Buyers() {}

    static Buyer of(DealParts parts) {
        Optional<CrmRef> company = parts.companyRef();
        if (company.isPresent()) {
            return parts.company()
                    .map(card -> company(parts, company.get(), card))
                    .orElseGet(Buyer.Nobody::new);
        }
        return parts.contact()
                .flatMap(card -> parts.contactRef().map(contact -> person(contact, card)))
                .orElseGet(Buyer.Nobody::new);
    }

    private static Buyer company(DealParts parts, CrmRef company, JsonNode card) {
        return parts.requisite()
                .<Buyer>map(requisite -> withRequisites(company, card, requisite, parts.accounts(requisite)))
                .orElseGet(() -> new Buyer.CompanyOnly(company));
    }

    private static Buyer withRequisites(CrmRef company, JsonNode card, JsonNode requisite, List<JsonNode> accounts) {
        String name = firstFilled(
                text(requisite, "RQ_COMPANY_NAME"),
                text(requisite, "RQ_NAME"),
                nameOfSoleTrader(requisite),
                text(card, "title"));
        return new Buyer.CompanyWithRequisites(
                company,
                text(requisite, "RQ_INN"),
                text(requisite, "RQ_KPP"),
                firstFilled(text(requisite, "RQ_OGRN"), text(requisite, "RQ_OGRNIP")),
                name,
                firstFilled(text(requisite, "RQ_COMPANY_FULL_NAME"), name),
                Communications.of(card),
                accounts.stream()
                        .map(account -> new Account(text(account, "RQ_BIK"), text(account, "RQ_ACC_NUM")))
                        .filter(account ->
                                !account.bik().isEmpty() || !account.number().isEmpty())
                        .toList());
    }

    /** The portal's own form for sole traders has the three parts and nothing that joins them. */
    private static String nameOfSoleTrader(JsonNode requisite) {
        return Stream.of("RQ_LAST_NAME", "RQ_FIRST_NAME", "RQ_SECOND_NAME")
                .map(part -> text(requisite, part))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    private static Buyer person(CrmRef contact, JsonNode card) {
        return new Buyer.Person(
                contact, text(card, "lastName"), text(card, "name"), text(card, "secondName"), Communications.of(card));
    }
}
