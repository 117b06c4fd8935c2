package dev.crm1c.connectors.onec;

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
import dev.crm1c.model.port.OneC;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** 1C over its standard OData interface, with nothing installed in the base: each kind of object has its desk. */
@ApplicationScoped
class ODataOneC implements OneC {
    private final ProfileShelf profiles;
    private final BaseLookup base;
    private final PartnerDesk partners;
    private final CounterpartyDesk counterparties;
    private final ContractDesk contracts;
    private final CurrencyDesk currencies;
    private final DocumentDesk documents;
    private final WithdrawalDesk withdrawals;
    private final SaleProgressDesk progress;

    ODataOneC(
            ProfileShelf profiles,
            BaseLookup base,
            PartnerDesk partners,
            CounterpartyDesk counterparties,
            ContractDesk contracts,
            CurrencyDesk currencies,
            DocumentDesk documents,
            WithdrawalDesk withdrawals,
            SaleProgressDesk progress) {
        this.profiles = profiles;
        this.base = base;
        this.partners = partners;
        this.counterparties = counterparties;
        this.contracts = contracts;
        this.currencies = currencies;
        this.documents = documents;
        this.withdrawals = withdrawals;
        this.progress = progress;
    }

    @Override
    public Set<OneCKind> kindsIn(Tenant tenant) {
        return profiles.of(tenant).kinds();
    }

    @Override
    public Reply<OneCBase> findBase(Tenant tenant) {
        return base.find(tenant);
    }

    @Override
    public Reply<CounterpartiesFound> findCounterparties(Tenant tenant, BuyerIdentity identity) {
        return counterparties.find(tenant, identity);
    }

    @Override
    public Reply<Optional<OneCRef>> findPartner(Tenant tenant, ProposedKey proposed) {
        return partners.find(tenant, proposed);
    }

    @Override
    public Reply<OneCRef> createPartner(Tenant tenant, OneCBase oneCBase, CounterpartyCard card, ProposedKey proposed) {
        return partners.create(tenant, oneCBase, card, proposed);
    }

    @Override
    public Reply<OneCRef> createCounterparty(
            Tenant tenant,
            Parties parties,
            CounterpartyCard card,
            CounterpartyStanding standing,
            ProposedKey proposed) {
        return counterparties.create(tenant, parties, card, standing, proposed);
    }

    @Override
    public Reply<OneCRef> complete(Tenant tenant, OneCRef counterparty, ProposedKey proposed) {
        return counterparties.complete(tenant, counterparty, proposed);
    }

    @Override
    public Reply<List<ContractOnFile>> findContracts(
            Tenant tenant, Parties parties, DocumentCurrency currency, ContractTerms terms) {
        return contracts.find(tenant, parties, currency, terms);
    }

    @Override
    public Reply<OneCRef> createContract(
            Tenant tenant, Parties parties, DocumentCurrency currency, ContractTerms terms, ProposedKey proposed) {
        return contracts.create(tenant, parties, currency, terms, proposed);
    }

    @Override
    public Reply<DocumentCurrency> currency(Tenant tenant, OneCBase oneCBase, String code, LocalDate on) {
        return currencies.find(tenant, oneCBase, code, on);
    }

    @Override
    public Reply<List<OneCRef>> findDocuments(Tenant tenant, OneCKind kind, Marker marker, LocalDate since) {
        return documents.find(tenant, kind, marker, since);
    }

    @Override
    public Reply<DocumentSheet> create(Tenant tenant, DocumentDraft draft, ProposedKey proposed) {
        return documents.create(tenant, draft, proposed);
    }

    @Override
    public Reply<DocumentSheet> change(Tenant tenant, OneCRef document, DocumentDraft draft) {
        return documents.change(tenant, document, draft);
    }

    @Override
    public Reply<DocumentOnFile> post(Tenant tenant, OneCBase oneCBase, DocumentSheet written) {
        return documents.post(tenant, oneCBase, written);
    }

    @Override
    public Reply<DocumentOnFile> read(Tenant tenant, OneCBase oneCBase, OneCRef document) {
        return documents.read(tenant, oneCBase, document);
    }

    @Override
    public Reply<OneCRef> withdraw(Tenant tenant, OneCRef document) {
        return withdrawals.withdraw(tenant, document);
    }

    @Override
    public Reply<OneCRef> restore(Tenant tenant, OneCRef document) {
        return withdrawals.restore(tenant, document);
    }

    @Override
    public Reply<SaleProgress> progress(Tenant tenant, OneCRef document) {
        return progress.of(tenant, document);
    }

    @Override
    public Reply<Standing> standing(Tenant tenant, OneCRef known) {
        return base.standing(tenant, known);
    }

    @Override
    public String linkTo(Tenant tenant, OneCRef document) {
        return documents.linkTo(tenant, document);
    }
}
