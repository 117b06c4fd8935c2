package dev.crm1c.crmtoonec;

import dev.crm1c.crmtoonec.FindBuyer.BuyerFound;
import dev.crm1c.model.onec.DocumentCurrency;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.port.OneC;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who sells to whom under which contract in what currency: found in 1C, or made there once. */
@ApplicationScoped
class FindParties {
    private final OneC oneC;
    private final KnownBase knownBase;
    private final FindBuyer findBuyer;
    private final FindContract findContract;
    private final AddBankAccount addBankAccount;

    FindParties(
            OneC oneC,
            KnownBase knownBase,
            FindBuyer findBuyer,
            FindContract findContract,
            AddBankAccount addBankAccount) {
        this.oneC = oneC;
        this.knownBase = knownBase;
        this.findBuyer = findBuyer;
        this.findContract = findContract;
        this.addBankAccount = addBankAccount;
    }

    record Found(Parties parties, DocumentCurrency currency, List<Remark> remarks) {
        Found {
            remarks = List.copyOf(remarks);
        }

        Found with(OneCRef ref) {
            return new Found(parties.with(ref), currency, remarks);
        }
    }

    Reply<Found> find(Tenant tenant, Set<OneCKind> makes, SaleRequest request, LocalDate on) {
        return knownBase
                .of(tenant)
                .then(base -> oneC.currency(tenant, base, request.currency(), on)
                        .then(currency -> find(tenant, base, makes, request, currency, on)));
    }

    private Reply<Found> find(
            Tenant tenant,
            OneCBase base,
            Set<OneCKind> makes,
            SaleRequest request,
            DocumentCurrency currency,
            LocalDate on) {
        var remarks = new ArrayList<Remark>();
        return findBuyer
                .find(tenant, base, request, on, remarks)
                .then(buyer -> makes.contains(OneCKind.CONTRACT)
                        ? findContract.find(tenant, buyer, request, currency, on, remarks)
                        : Reply.of(buyer))
                .map(BuyerFound::parties)
                .then(parties -> addBankAccount.add(tenant, parties, request, remarks))
                .map(parties -> new Found(parties, currency, remarks));
    }
}
