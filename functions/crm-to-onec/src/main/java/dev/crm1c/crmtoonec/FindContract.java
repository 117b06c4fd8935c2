package dev.crm1c.crmtoonec;

import dev.crm1c.crmtoonec.FindBuyer.BuyerFound;
import dev.crm1c.crmtoonec.MakeOnce.CardRecipe;
import dev.crm1c.crmtoonec.MakeOnce.LookFirst;
import dev.crm1c.model.onec.ContractOnFile;
import dev.crm1c.model.onec.ContractTerms;
import dev.crm1c.model.onec.DocumentCurrency;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.port.OneC;
import dev.crm1c.model.port.OneC.Standing;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.ContractRule;
import dev.crm1c.model.tenant.ContractRule.Choice;
import dev.crm1c.model.tenant.ContractRule.Term;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;

/** The contract that a deal goes by: the tenant's rule says which one will do; found, or made once. */
@ApplicationScoped
class FindContract {
    private static final String YEAR = "{год}";
    private static final MonthDay NEW_YEAR = MonthDay.of(1, 1);
    private static final MonthDay LAST_DAY = MonthDay.of(12, 31);

    private final OneC oneC;
    private final MakeOnce makeOnce;

    FindContract(OneC oneC, MakeOnce makeOnce) {
        this.oneC = oneC;
        this.makeOnce = makeOnce;
    }

    Reply<BuyerFound> find(
            Tenant tenant,
            BuyerFound buyer,
            SaleRequest request,
            DocumentCurrency currency,
            LocalDate on,
            List<Remark> remarks) {
        ContractRule rule = rule(tenant, request);
        ContractTerms terms = terms(rule, on);
        var recipe = new ContractRecipe(tenant, buyer, currency, terms, remarks);
        return makeOnce.make(tenant, key(buyer.parties(), rule, terms, request.currency()), request.deal(), recipe)
                .map(buyer::with);
    }

    static ContractRule rule(Tenant tenant, SaleRequest request) {
        return tenant.terms().contracts().stream()
                .filter(one -> one.when()
                        .holdsFor(request.head(), request.buyer().identity().kind()))
                .findFirst()
                .orElse(ContractRule.USUAL);
    }

    static ContractTerms terms(ContractRule rule, LocalDate on) {
        String name = rule.name().replace(YEAR, Integer.toString(on.getYear()));
        return switch (rule.term()) {
            case STANDING -> new ContractTerms(name, rule.choice(), on, on, LocalDate.MAX);
            case YEARLY ->
                new ContractTerms(
                        name, rule.choice(), on, NEW_YEAR.atYear(on.getYear()), LAST_DAY.atYear(on.getYear()));
        };
    }

    /** One contract with a counterparty for all deals that go by one rule; the next year's and another currency's is another one. */
    private static LinkKey key(Parties parties, ContractRule rule, ContractTerms terms, String currency) {
        String pair = parties.counterparty().key() + "/" + parties.base().organization();
        boolean usual = rule.equals(ContractRule.USUAL) && currency.equals(Terms.RUBLE);
        String year =
                rule.term() == Term.YEARLY ? Integer.toString(terms.until().getYear()) : "";
        return new LinkKey(
                OneCKind.CONTRACT,
                usual
                        ? pair
                        : pair + "/"
                                + Fingerprint.of(terms.name(), rule.choice().name(), year, currency)
                                        .hex());
    }

    private final class ContractRecipe implements CardRecipe {
        private final Tenant tenant;
        private final BuyerFound buyer;
        private final DocumentCurrency currency;
        private final ContractTerms terms;
        private final List<Remark> remarks;

        ContractRecipe(
                Tenant tenant, BuyerFound buyer, DocumentCurrency currency, ContractTerms terms, List<Remark> remarks) {
            this.tenant = tenant;
            this.buyer = buyer;
            this.currency = currency;
            this.terms = terms;
            this.remarks = remarks;
        }

        @Override
        public LocalDate on() {
            return terms.on();
        }

        /** Accountants give contracts their numbers as names: another name is no other contract. */
        @Override
        public Reply<Standing> standing(OneCRef known) {
            return oneC.findContracts(tenant, buyer.parties(), currency, terms.anyOpen())
                    .map(found -> found.stream().map(ContractOnFile::ref).anyMatch(known::equals)
                            ? Standing.IN_USE
                            : Standing.RETIRED);
        }

        /** A counterparty made a moment ago has no contract yet: there is nothing to look for. */
        @Override
        public LookFirst lookFirst() {
            return buyer.lookFirst();
        }

        /** Of several contracts the newest: it is what people mean more often than not, and the note says that there was a choice. */
        @Override
        public Reply<Optional<OneCRef>> look(Instant plannedAt) {
            return oneC.findContracts(tenant, buyer.parties(), currency, terms).map(found -> {
                if (found.size() > 1 && terms.choice() == Choice.ANY_OPEN) {
                    remarks.add(new Remark(Remark.Kind.CONTRACT_OF_MANY));
                }
                return found.stream().findFirst().map(ContractOnFile::ref);
            });
        }

        @Override
        public Reply<OneCRef> make(ProposedKey proposed) {
            return oneC.createContract(tenant, buyer.parties(), currency, terms, proposed);
        }
    }
}
