package dev.crm1c.crmtoonec;

import dev.crm1c.model.deal.Buyer;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealHead;
import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.deal.DealSum;
import dev.crm1c.model.deal.Responsible;
import dev.crm1c.model.deal.SellerInDeal;
import dev.crm1c.model.deal.StageRef;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.party.Reach;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.ItemPolicy;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.Terms;
import dev.crm1c.model.tenant.Terms.OutdatedVat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Deals for the tests of the check. */
final class Deals {
    static final CrmRef COMPANY = new CrmRef(CrmKind.COMPANY, "77");
    static final CrmRef CONTACT = new CrmRef(CrmKind.CONTACT, "12");
    static final Reach REACH = new Reach(List.of("+70000000001"), List.of());

    private Deals() {}

    static Tenant tenant(OutdatedVat outdatedVat, String... currencies) {
        Tenant tenant = DemoTenant.of("fake", ItemPolicy.Unknown.DESCRIBE);
        Terms usual = tenant.terms();
        return new Tenant(
                tenant.id(),
                tenant.crm(),
                tenant.onec(),
                tenant.scenarios(),
                new Terms(
                        usual.sellers(),
                        usual.contracts(),
                        usual.items(),
                        usual.admission(),
                        Set.of(currencies),
                        outdatedVat,
                        usual.lost(),
                        usual.won(),
                        usual.mode()),
                tenant.lanes());
    }

    static Deal of(Buyer buyer, DealLine... lines) {
        return of(buyer, new DealSum.NotSaid(), "RUB", List.of(lines));
    }

    static Deal of(Buyer buyer, DealSum sum, String currency, List<DealLine> lines) {
        var head = new DealHead(
                "Сделка",
                new StageRef("0", "EXECUTING"),
                DealHead.Phase.OPEN,
                Instant.EPOCH,
                new Responsible.Nobody(),
                new SellerInDeal.NotNamed(),
                sum,
                Map.of());
        return new Deal(new CrmRef(CrmKind.DEAL, "1"), head, buyer, currency, lines);
    }

    static Buyer company() {
        return company("5001000027", "502401001", "1157800000027");
    }

    static Buyer company(String inn, String kpp, String registrationNumber, Buyer.Account... accounts) {
        return new Buyer.CompanyWithRequisites(
                COMPANY,
                inn,
                kpp,
                registrationNumber,
                "ООО Северный ветер",
                "ООО «Северный ветер»",
                REACH,
                List.of(accounts));
    }

    static Buyer person(String lastName, String firstName, String secondName) {
        return new Buyer.Person(CONTACT, lastName, firstName, secondName, REACH);
    }

    static DealLine line(int number, String price, String quantity, String vat) {
        return line(number, price, quantity, vat, new DealLine.PriceBefore.Same(), "796");
    }

    static DealLine line(
            int number, String price, String quantity, String vat, DealLine.PriceBefore before, String measure) {
        return new DealLine(
                number,
                new DealLine.Product.TypedByHand(),
                "Товар " + number,
                new BigDecimal(quantity),
                new DealLine.Price.Amount(new BigDecimal(price)),
                before,
                vat.isEmpty() ? new DealLine.TaxRate.None() : new DealLine.TaxRate.Percent(new BigDecimal(vat)),
                measure);
    }

    static DealLine.PriceBefore before(String amount, String percent) {
        return new DealLine.PriceBefore.Higher(new BigDecimal(amount), new BigDecimal(percent));
    }
}
