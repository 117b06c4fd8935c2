package dev.crm1c.model.catalogue;

import java.util.List;

/** The dictionaries that products refer to. */
public record CatalogueWords(
        List<Catalogue> catalogues,
        List<Measure> measures,
        List<VatOption> vatRates,
        List<PriceType> priceTypes,
        List<Currency> currencies) {
    public CatalogueWords {
        catalogues = List.copyOf(catalogues);
        measures = List.copyOf(measures);
        vatRates = List.copyOf(vatRates);
        priceTypes = List.copyOf(priceTypes);
        currencies = List.copyOf(currencies);
    }

    /** @param id names it wherever a product is asked for or made */
    public record Catalogue(String id, String name, Holds holds) {}

    public enum Holds {
        GOODS,
        /** Sizes and colours of goods that lie in another catalogue. */
        VARIATIONS
    }

    /**
     * @param id what a product refers to
     * @param code by ОКЕИ: 796 is a piece
     */
    public record Measure(String id, String code, String symbol) {}

    /** @param xmlId blank when nobody gave it one */
    public record PriceType(String id, String name, String xmlId) {}

    public record Currency(String code, Role role) {}

    public enum Role {
        BASE,
        FURTHER
    }
}
