package dev.crm1c.model.port;

import dev.crm1c.model.legal.BuyerIdentity;
import dev.crm1c.model.onec.ContractOnFile;
import dev.crm1c.model.onec.ContractTerms;
import dev.crm1c.model.onec.CounterpartiesFound;
import dev.crm1c.model.onec.CounterpartyCard;
import dev.crm1c.model.onec.CounterpartyStanding;
import dev.crm1c.model.onec.DocumentCurrency;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.DocumentOnFile;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.Marker;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.onec.SaleProgress;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * 1C as our steps need it. Every remote failure comes back as the {@code Stopped} of a reply; a write whose outcome is unknown
 * comes back as {@code Later(WRITE_OUTCOME_UNKNOWN)}, and the caller looks before it writes again. So does a write that is done and whose
 * follow-up was stopped: whatever else stops a create or a change says that nothing was written.
 *
 * <p>There are no transactions over two objects: each method is one step that can be repeated.
 */
public interface OneC {
    /** What this tenant's configuration has: Бухгалтерия knows no orders and no partners. */
    Set<OneCKind> kindsIn(Tenant tenant);

    Reply<OneCBase> findBase(Tenant tenant);

    /** For a person by our marker, for everybody else by ИНН and КПП. One request, two for a person where there are partners. */
    Reply<CounterpartiesFound> findCounterparties(Tenant tenant, BuyerIdentity identity);

    /** The partner that an earlier {@code createPartner} with this proposal made, whatever key the base gave it. */
    Reply<Optional<OneCRef>> findPartner(Tenant tenant, ProposedKey proposed);

    Reply<OneCRef> createPartner(Tenant tenant, OneCBase base, CounterpartyCard card, ProposedKey proposed);

    Reply<OneCRef> createCounterparty(
            Tenant tenant, Parties parties, CounterpartyCard card, CounterpartyStanding standing, ProposedKey proposed);

    /** Ends what an interrupted {@code createCounterparty} may have left undone in a counterparty that was then found. */
    Reply<OneCRef> complete(Tenant tenant, OneCRef counterparty, ProposedKey proposed);

    /**
     * Open contracts of this buyer with the tenant's organization in the parties' currency that will do; the best one first: of the right name,
     * in force on the terms' first day, the newest.
     */
    Reply<List<ContractOnFile>> findContracts(
            Tenant tenant, Parties parties, DocumentCurrency currency, ContractTerms terms);

    /** 1C gives it its code. */
    Reply<OneCRef> createContract(
            Tenant tenant, Parties parties, DocumentCurrency currency, ContractTerms terms, ProposedKey proposed);

    /** The currency with its rate of the day; people are asked when the base has none. {@code RUB} and the base's own cost nothing. */
    Reply<DocumentCurrency> currency(Tenant tenant, OneCBase base, String code, LocalDate on);

    /** Documents that carry our marker and are not marked for deletion. */
    Reply<List<OneCRef>> findDocuments(Tenant tenant, OneCKind kind, Marker marker, LocalDate since);

    Reply<DocumentSheet> create(Tenant tenant, DocumentDraft draft, ProposedKey proposed);

    /** Replaces what is written, lines included. */
    Reply<DocumentSheet> change(Tenant tenant, OneCRef document, DocumentDraft draft);

    /** @return the document as 1C holds it after posting */
    Reply<DocumentOnFile> post(Tenant tenant, OneCBase base, DocumentSheet written);

    Reply<DocumentOnFile> read(Tenant tenant, OneCBase base, OneCRef document);

    /** Takes a document back as its kind is taken back: an order is closed, an invoice marked for deletion. May be repeated. */
    Reply<OneCRef> withdraw(Tenant tenant, OneCRef document);

    /** Undoes {@link #withdraw}: what was marked is unmarked; the rest a change of the document brings back. May be repeated. */
    Reply<OneCRef> restore(Tenant tenant, OneCRef document);

    /** Of the sale that this document began; {@code NOTHING_YET} for a document whose progress is counted by another one. */
    Reply<SaleProgress> progress(Tenant tenant, OneCRef document);

    /** Whether a counterparty or a partner that was found or made before may still go into new documents. One request. */
    Reply<Standing> standing(Tenant tenant, OneCRef known);

    enum Standing {
        IN_USE,
        /** Marked for deletion, as a double is after its merging, or no longer there. */
        RETIRED
    }

    /** Where people open it. */
    String linkTo(Tenant tenant, OneCRef document);
}
