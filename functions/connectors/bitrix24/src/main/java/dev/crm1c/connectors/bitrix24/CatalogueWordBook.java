package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.catalogue.CatalogueWords;
import dev.crm1c.model.catalogue.CatalogueWords.Catalogue;
import dev.crm1c.model.catalogue.CatalogueWords.Currency;
import dev.crm1c.model.catalogue.CatalogueWords.Holds;
import dev.crm1c.model.catalogue.CatalogueWords.Measure;
import dev.crm1c.model.catalogue.CatalogueWords.PriceType;
import dev.crm1c.model.catalogue.CatalogueWords.Role;
import dev.crm1c.model.catalogue.VatOption;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The dictionaries of the catalogue, in one request. Source: reference "bitrix24", 5.7. */
@ApplicationScoped
class CatalogueWordBook {
    private static final Map<String, ListQuery> DICTIONARIES = Map.of(
            "catalogues", ListQuery.of("catalog.catalog.list", "catalogs"),
            "measures", ListQuery.of("catalog.measure.list", "measures"),
            "vats", ListQuery.of("catalog.vat.list", "vats"),
            "priceTypes", ListQuery.of("catalog.priceType.list", "priceTypes"),
            "currencies", ListQuery.of("crm.currency.list", ""));

    private final Lists lists;

    CatalogueWordBook(Lists lists) {
        this.lists = lists;
    }

    Reply<CatalogueWords> all(Tenant tenant) {
        return lists.all(tenant, DICTIONARIES)
                .map(read -> new CatalogueWords(
                        each(read.get("catalogues"), CatalogueWordBook::catalogue),
                        each(read.get("measures"), CatalogueWordBook::measure),
                        each(read.get("vats"), CatalogueWordBook::vat),
                        each(read.get("priceTypes"), CatalogueWordBook::priceType),
                        each(read.get("currencies"), CatalogueWordBook::currency)));
    }

    private static <T> List<T> each(List<JsonNode> rows, Function<JsonNode, T> word) {
        return rows.stream().map(word).toList();
    }

    private static Catalogue catalogue(JsonNode row) {
        return new Catalogue(
                text(row, "iblockId"),
                text(row, "name"),
                row.path("productIblockId").asLong() == 0 ? Holds.GOODS : Holds.VARIATIONS);
    }

    private static Measure measure(JsonNode row) {
        return new Measure(text(row, "id"), text(row, "code"), text(row, "symbol"));
    }

    /** A rate that is null is "without VAT"; one that is no number is taken for the same, for it certainly is no 0 %. */
    private static VatOption vat(JsonNode row) {
        return new VatOption(
                text(row, "id"),
                text(row, "name"),
                Bitrix24Mapping.decimal(row, "rate")
                        .<VatOption.Rate>map(VatOption.Rate.Percent::new)
                        .orElseGet(VatOption.Rate.WithoutVat::new));
    }

    private static PriceType priceType(JsonNode row) {
        return new PriceType(text(row, "id"), text(row, "name"), text(row, "xmlId"));
    }

    private static Currency currency(JsonNode row) {
        return new Currency(text(row, "CURRENCY"), text(row, "BASE").equals("Y") ? Role.BASE : Role.FURTHER);
    }
}
