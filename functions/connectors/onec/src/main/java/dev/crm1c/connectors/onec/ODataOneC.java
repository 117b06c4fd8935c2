package dev.crm1c.connectors.onec;

import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.ContractOnFile;
import dev.crm1c.model.onec.CounterpartyCard;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.DocumentOnFile;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.Marker;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.PaymentState;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.port.OneC;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** 1C over its standard OData interface, with nothing installed in the base: each kind of object has its desk. */
@ApplicationScoped
class ODataOneC implements OneC {
    private final BaseLookup base;
    private final CounterpartyDesk counterparties;
    private final ItemCatalogue items;
    private final DocumentDesk invoices;

    ODataOneC(BaseLookup base, CounterpartyDesk counterparties, ItemCatalogue items, DocumentDesk invoices) {
        this.base = base;
        this.counterparties = counterparties;
        this.items = items;
        this.invoices = invoices;
    }

    @Override
    public Reply<OneCBase> findBase(Tenant tenant) {
        return base.find(tenant);
    }

    @Override
    public Reply<List<OneCRef>> findCounterparties(Tenant tenant, LegalIdentity identity) {
        return counterparties.find(tenant, identity);
    }

    @Override
    public Reply<OneCRef> create(Tenant tenant, OneCBase oneCBase, CounterpartyCard card, ProposedKey proposed) {
        return counterparties.create(tenant, oneCBase, card, proposed);
    }

    @Override
    public Reply<OneCRef> complete(Tenant tenant, OneCRef counterparty, ProposedKey proposed) {
        return counterparties.complete(tenant, counterparty, proposed);
    }

    @Override
    public Reply<List<ContractOnFile>> findContracts(Tenant tenant, OneCBase oneCBase, OneCRef counterparty) {
        return counterparties.findContracts(tenant, oneCBase, counterparty);
    }

    @Override
    public Reply<OneCRef> createContract(
            Tenant tenant, OneCBase oneCBase, OneCRef counterparty, LocalDate date, ProposedKey proposed) {
        return counterparties.createContract(tenant, oneCBase, counterparty, date, proposed);
    }

    @Override
    public Reply<Map<String, UUID>> findItems(Tenant tenant, Set<String> names) {
        return items.find(tenant, names);
    }

    @Override
    public Reply<List<DocumentSheet>> findInvoices(Tenant tenant, Marker marker, LocalDate since) {
        return invoices.find(tenant, marker, since);
    }

    @Override
    public Reply<DocumentSheet> create(Tenant tenant, DocumentDraft draft, ProposedKey proposed) {
        return invoices.create(tenant, draft, proposed);
    }

    @Override
    public Reply<DocumentSheet> change(Tenant tenant, OneCRef invoice, DocumentDraft draft) {
        return invoices.change(tenant, invoice, draft);
    }

    @Override
    public Reply<OneCRef> post(Tenant tenant, OneCRef invoice) {
        return invoices.post(tenant, invoice);
    }

    @Override
    public Reply<DocumentOnFile> read(Tenant tenant, OneCRef invoice) {
        return invoices.read(tenant, invoice);
    }

    @Override
    public Reply<PaymentState> paymentState(Tenant tenant, OneCRef invoice) {
        return invoices.paymentState(tenant, invoice);
    }

    @Override
    public String linkTo(Tenant tenant, OneCRef invoice) {
        return invoices.linkTo(tenant, invoice);
    }
}
