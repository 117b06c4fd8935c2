package dev.crm1c.model.tenant;

import java.util.List;
import java.util.Set;

/**
 * What a tenant has decided about the deals of all its scenarios.
 *
 * @param sellers the first whose rule fits a deal sells in it; where none fits, people are asked
 * @param contracts the first whose condition fits; where none fits, the usual one
 * @param currencies codes of the currencies in which deals may be
 */
public record Terms(
        List<OwnCompany> sellers,
        List<ContractRule> contracts,
        ItemPolicy items,
        Admission admission,
        Set<String> currencies,
        OutdatedVat outdatedVat,
        Lost lost,
        Won won,
        Mode mode) {
    public static final String RUBLE = "RUB";

    public Terms {
        sellers = List.copyOf(sellers);
        contracts = List.copyOf(contracts);
        currencies = Set.copyOf(currencies);
    }

    /** As a tenant file of ten lines means it. */
    public static Terms usual(OwnCompany seller, ItemPolicy items) {
        return new Terms(
                List.of(seller),
                List.of(),
                items,
                Admission.EVERYBODY,
                Set.of(RUBLE),
                OutdatedVat.ASK_PEOPLE,
                Lost.WITHDRAW,
                Won.TELL,
                Mode.LIVE);
    }

    /** A VAT rate that is not in force on the document's date. */
    public enum OutdatedVat {
        ASK_PEOPLE,
        /** For sales that began under it; the deal says so. */
        REMARK
    }

    /** What becomes of the documents of a lost deal. */
    public enum Lost {
        /** An order is closed, an invoice marked for deletion, as long as nobody has paid or shipped. */
        WITHDRAW,
        LEAVE
    }

    /** A deal that is won and of which 1C has nothing. */
    public enum Won {
        TELL,
        LEAVE
    }

    public enum Mode {
        LIVE,
        /** The plan is told in the deal and in the journal; nothing is written to 1C. */
        REHEARSAL
    }
}
