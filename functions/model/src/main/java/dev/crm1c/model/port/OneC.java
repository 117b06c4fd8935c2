package dev.crm1c.model.port;

import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.ContractOnFile;
import dev.crm1c.model.onec.CounterpartyCard;
import dev.crm1c.model.onec.CounterpartyOnFile;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * 1C as our steps need it. Every remote failure comes back as the {@code Stopped} of a reply; a write whose outcome is unknown
 * comes back as {@code Later(WRITE_OUTCOME_UNKNOWN)}, and the caller looks before it writes again.
 *
 * <p>There are no transactions over two objects: each method is one step that can be repeated.
 */
public interface OneC {
    /** What this tenant's configuration has: Бухгалтерия knows no orders and no partners. */
    Set<OneCKind> kindsIn(Tenant tenant);

    Reply<OneCBase> findBase(Tenant tenant);

    /** Not marked for deletion, in a stable order; more than one means that somebody doubled them in 1C. */
    Reply<List<CounterpartyOnFile>> findCounterparties(Tenant tenant, LegalIdentity identity);

    /** The partner that an earlier {@code createPartner} with this proposal made, whatever key the base gave it. */
    Reply<Optional<OneCRef>> findPartner(Tenant tenant, ProposedKey proposed);

    Reply<OneCRef> createPartner(Tenant tenant, OneCBase base, CounterpartyCard card, ProposedKey proposed);

    Reply<OneCRef> createCounterparty(Tenant tenant, Parties parties, CounterpartyCard card, ProposedKey proposed);

    /** Ends what an interrupted {@code createCounterparty} may have left undone in a counterparty that was then found. */
    Reply<OneCRef> complete(Tenant tenant, OneCRef counterparty, ProposedKey proposed);

    /** Open contracts of this buyer with the tenant's organization, in its currency. */
    Reply<List<ContractOnFile>> findContracts(Tenant tenant, Parties parties);

    Reply<OneCRef> createContract(Tenant tenant, Parties parties, LocalDate date, ProposedKey proposed);

    /** Items by their exact name; a name that no item or more than one has is missing from the answer. */
    Reply<Map<String, UUID>> findItems(Tenant tenant, Set<String> names);

    /** Documents that carry our marker and are not marked for deletion. */
    Reply<List<OneCRef>> findDocuments(Tenant tenant, OneCKind kind, Marker marker, LocalDate since);

    Reply<DocumentSheet> create(Tenant tenant, DocumentDraft draft, ProposedKey proposed);

    /** Replaces what is written, lines included. */
    Reply<DocumentSheet> change(Tenant tenant, OneCRef document, DocumentDraft draft);

    Reply<OneCRef> post(Tenant tenant, OneCRef document);

    Reply<DocumentOnFile> read(Tenant tenant, OneCBase base, OneCRef document);

    /** Of the sale that this document began; {@code NOTHING_YET} for a document whose progress is counted by another one. */
    Reply<SaleProgress> progress(Tenant tenant, OneCRef document);

    /** Where people open it. */
    String linkTo(Tenant tenant, OneCRef document);
}
