package dev.crm1c.model.port;

import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.ContractOnFile;
import dev.crm1c.model.onec.CounterpartyCard;
import dev.crm1c.model.onec.InvoiceDraft;
import dev.crm1c.model.onec.InvoiceOnFile;
import dev.crm1c.model.onec.InvoiceSheet;
import dev.crm1c.model.onec.Marker;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.PaymentState;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * 1C as our steps need it. Every remote failure comes back as the {@code Stopped} of a reply; a write whose outcome is unknown
 * comes back as {@code Later(WRITE_OUTCOME_UNKNOWN)}, and the caller looks before it writes again.
 *
 * <p>There are no transactions over two objects: each method is one step that can be repeated.
 */
public interface OneC {
    Reply<OneCBase> findBase(Tenant tenant);

    /** Not marked for deletion, in the order of their codes; more than one means that somebody doubled them in 1C. */
    Reply<List<OneCRef>> findCounterparties(Tenant tenant, LegalIdentity identity);

    Reply<OneCRef> create(Tenant tenant, OneCBase base, CounterpartyCard card, ProposedKey proposed);

    /** Ends what an interrupted {@code create} may have left undone in a counterparty that was then found. */
    Reply<OneCRef> complete(Tenant tenant, OneCRef counterparty, ProposedKey proposed);

    /** Open contracts of this buyer with the tenant's organization, in its currency. */
    Reply<List<ContractOnFile>> findContracts(Tenant tenant, OneCBase base, OneCRef counterparty);

    Reply<OneCRef> createContract(
            Tenant tenant, OneCBase base, OneCRef counterparty, LocalDate date, ProposedKey proposed);

    /** Items by their exact name; a name that no item or more than one has is missing from the answer. */
    Reply<Map<String, UUID>> findItems(Tenant tenant, Set<String> names);

    /** Documents that carry our marker and are not marked for deletion. */
    Reply<List<InvoiceSheet>> findInvoices(Tenant tenant, Marker marker, LocalDate since);

    Reply<InvoiceSheet> create(Tenant tenant, InvoiceDraft draft, ProposedKey proposed);

    /** Replaces what is written, lines included. */
    Reply<InvoiceSheet> change(Tenant tenant, OneCRef invoice, InvoiceDraft draft);

    Reply<OneCRef> post(Tenant tenant, OneCRef invoice);

    Reply<InvoiceOnFile> read(Tenant tenant, OneCRef invoice);

    Reply<PaymentState> paymentState(Tenant tenant, OneCRef invoice);

    /** Where people open it. */
    String linkTo(Tenant tenant, OneCRef invoice);
}
