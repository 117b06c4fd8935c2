package dev.crm1c.crmtoonec;

import dev.crm1c.crmtoonec.MakeOnce.CardRecipe;
import dev.crm1c.crmtoonec.MakeOnce.LookFirst;
import dev.crm1c.model.onec.BankDetails;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.port.CounterpartyDetails;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes the account that the buyer pays from to its card, once. A document does not wait for it: it says where to pay to, not from. */
@ApplicationScoped
class AddBankAccount {
    private final CounterpartyDetails details;
    private final MakeOnce makeOnce;

    AddBankAccount(CounterpartyDetails details, MakeOnce makeOnce) {
        this.details = details;
        this.makeOnce = makeOnce;
    }

    Reply<Parties> add(Tenant tenant, Parties parties, SaleRequest request, List<Remark> remarks) {
        return request.accounts().stream()
                .findFirst()
                .map(account -> add(tenant, parties, request, account, remarks))
                .orElseGet(() -> Reply.of(parties));
    }

    private Reply<Parties> add(
            Tenant tenant, Parties parties, SaleRequest request, BankDetails account, List<Remark> remarks) {
        var key = new LinkKey(
                OneCKind.BANK_ACCOUNT,
                parties.counterparty().key() + "/"
                        + Fingerprint.of(tenant.id().value(), account.bik(), account.account())
                                .hex());
        return switch (makeOnce.make(tenant, key, request.deal(), new AccountRecipe(tenant, parties, account))) {
            case Reply.Got<MakeOnce.Made<OneCRef>> _ -> Reply.of(parties);
            case Reply.Stopped<MakeOnce.Made<OneCRef>>(Outcome.NeedsPeople _) -> {
                remarks.add(new Remark(Remark.Kind.BANK_UNKNOWN));
                yield Reply.of(parties);
            }
            case Reply.Stopped<MakeOnce.Made<OneCRef>>(Outcome outcome) -> Reply.stop(outcome);
        };
    }

    /** The connector itself looks before it makes one. */
    private final class AccountRecipe implements CardRecipe {
        private final Tenant tenant;
        private final Parties parties;
        private final BankDetails account;

        AccountRecipe(Tenant tenant, Parties parties, BankDetails account) {
            this.tenant = tenant;
            this.parties = parties;
            this.account = account;
        }

        @Override
        public LookFirst lookFirst() {
            return LookFirst.AFTER_DOUBT;
        }

        @Override
        public Reply<Optional<OneCRef>> look(Instant plannedAt) {
            return Reply.of(Optional.empty());
        }

        @Override
        public Reply<OneCRef> make(ProposedKey proposed) {
            return details.bankAccount(tenant, parties, account, proposed);
        }
    }
}
