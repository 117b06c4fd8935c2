package dev.crm1c.crmtoonec;

import dev.crm1c.model.deal.Buyer;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealHead;
import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.deal.StageRef;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.fake.FakeCrm;
import dev.crm1c.model.fake.FakeOneC;
import dev.crm1c.model.fake.InMemoryBaseFacts;
import dev.crm1c.model.fake.InMemoryDeliveries;
import dev.crm1c.model.fake.InMemoryLinks;
import dev.crm1c.model.fake.InMemoryPortals;
import dev.crm1c.model.fake.InMemoryRobotCalls;
import dev.crm1c.model.fake.InMemoryTenants;
import dev.crm1c.model.fake.InMemoryWorks;
import dev.crm1c.model.fake.RecordingJournal;
import dev.crm1c.model.fake.RecordingQueue;
import dev.crm1c.model.fake.RecordingSetUp;
import dev.crm1c.model.fake.SettableClock;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.party.Reach;
import dev.crm1c.model.port.CrmSystems;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.ChangeNotice.Cause;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Work;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.Tenant;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The worker with a CRM, a 1C and a table in memory around it. */
final class World {
    static final CrmRef COMPANY = new CrmRef(CrmKind.COMPANY, "77");
    static final Set<OneCKind> ACCOUNTING = Set.of(OneCKind.COUNTERPARTY, OneCKind.CONTRACT, OneCKind.INVOICE);
    static final Set<OneCKind> TRADE =
            Set.of(OneCKind.PARTNER, OneCKind.COUNTERPARTY, OneCKind.CONTRACT, OneCKind.ORDER, OneCKind.INVOICE);

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T10:00:00Z"));
    final FakeCrm crm = new FakeCrm();
    final FakeOneC oneC;
    final InMemoryTenants tenants = new InMemoryTenants();
    final InMemoryLinks links = new InMemoryLinks();
    final InMemoryDeliveries deliveries = new InMemoryDeliveries();
    final InMemoryWorks works = new InMemoryWorks();
    final RecordingQueue queue = new RecordingQueue();
    final InMemoryRobotCalls robots = new InMemoryRobotCalls();
    final InMemoryPortals portals = new InMemoryPortals();
    final RecordingSetUp setUp = new RecordingSetUp();
    final RecordingJournal journal = new RecordingJournal();
    final HandleNotice handleNotice;

    World() {
        this(FakeOneC.KeyPolicy.IGNORED, Unknown.DESCRIBE);
    }

    World(FakeOneC.KeyPolicy keys, Unknown unknownItems) {
        this(keys, DemoTenant.of("fake", unknownItems, ACCOUNTING));
    }

    /** As in Управление торговлей: partners above counterparties, an order below the invoice. */
    static World ofTrade(FakeOneC.KeyPolicy keys) {
        return new World(keys, DemoTenant.of("fake", Unknown.DESCRIBE, TRADE));
    }

    static World of(Tenant tenant) {
        return new World(FakeOneC.KeyPolicy.IGNORED, tenant);
    }

    World(FakeOneC.KeyPolicy keys, Tenant tenant) {
        oneC = new FakeOneC(keys, tenant.makes());
        tenants.put(tenant);
        var makeOnce = new MakeOnce(links, clock);
        var knownBase = new KnownBase(oneC, new InMemoryBaseFacts(), clock);
        var lookUp = new LookUpItems(oneC, new LinkedItems(oneC, links, clock));
        var items = new MatchItems(lookUp, new MakeItems(oneC, makeOnce, clock));
        var parties = new FindParties(
                oneC,
                knownBase,
                new FindBuyer(oneC, oneC, makeOnce),
                new FindContract(oneC, makeOnce),
                new AddBankAccount(oneC, makeOnce));
        var bringDocument =
                new BringDocument(oneC, links, makeOnce, new RewriteDocument(oneC, links, clock), knownBase, clock);
        var withdraw = new WithdrawDocuments(oneC, links, deliveries, knownBase, makeOnce);
        var bringDeal = new BringDeal(
                new CheckDeal(),
                items,
                new AgreeSale(knownBase, parties, items, bringDocument, deliveries),
                new DeliverSale(
                        new DecidePortion(deliveries, knownBase, items, oneC, clock), parties, items, bringDocument),
                new RehearseSale(oneC, knownBase, lookUp, clock),
                links,
                clock);
        handleNotice = new HandleNotice(
                tenants,
                new CrmSystems(List.of(crm)),
                new ApplyDealToOneC(
                        works,
                        new ReadWish(withdraw),
                        bringDeal,
                        withdraw,
                        new ReportToDeal(oneC, new TellDeal(works)),
                        new RemindResponsible(works, clock),
                        new AnswerRobots(robots),
                        journal,
                        clock),
                new WakeWaitingDeals(works, queue, clock),
                new CollectChanges(queue, clock),
                new BindApplication(portals, setUp),
                works,
                journal,
                clock);
    }

    /** The tenant's file was changed and loaded again. */
    void becomes(Tenant tenant) {
        tenants.put(tenant);
    }

    static CrmRef deal(int number) {
        return new CrmRef(CrmKind.DEAL, Integer.toString(number));
    }

    static Buyer buyer() {
        return new Buyer.CompanyWithRequisites(
                COMPANY,
                "5001000027",
                "502401001",
                "",
                "ООО Северный ветер",
                "ООО «Северный ветер»",
                new Reach(List.of(), List.of()),
                List.of());
    }

    static DealLine line(int number, String price, String quantity, String vatPercent) {
        return new DealLine(
                number,
                new DealLine.Product.FromCatalogue("9" + number, DealLine.Sort.GOODS),
                "Товар " + number,
                new BigDecimal(quantity),
                new DealLine.Price.Amount(new BigDecimal(price)),
                new DealLine.PriceBefore.Same(),
                vatPercent.isEmpty()
                        ? new DealLine.TaxRate.None()
                        : new DealLine.TaxRate.Percent(new BigDecimal(vatPercent)),
                "796");
    }

    static Deal agreed(CrmRef ref, Buyer buyer, DealLine... lines) {
        return new Deal(ref, DealHead.at(new StageRef("0", "EXECUTING")), buyer, "RUB", List.of(lines));
    }

    static Deal agreed(int number) {
        return agreed(
                deal(number),
                buyer(),
                line(1, "1999.99", "3", "22"),
                line(2, "450.50", "1.5", "10"),
                line(3, "100", "1", ""));
    }

    /** A webhook's notice about a deal, a while after whatever was before. */
    Outcome notice(CrmRef subject) {
        clock.advance(Duration.ofSeconds(5));
        return handleNotice.handle(new ChangeNotice(DemoTenant.ID, subject, clock.instant(), Cause.WEBHOOK));
    }

    /** A robot of the CRM came to its "send to 1C", or somebody pressed the button. */
    Outcome asked(CrmRef subject) {
        clock.advance(Duration.ofSeconds(5));
        return handleNotice.handle(new ChangeNotice(DemoTenant.ID, subject, clock.instant(), Cause.ASKED));
    }

    Outcome wake(CrmRef subject) {
        return handleNotice.handle(new ChangeNotice(DemoTenant.ID, subject, clock.instant(), Cause.WOKEN));
    }

    Work work(CrmRef subject) {
        return works.find(DemoTenant.ID, subject);
    }

    /** Wakes the deal each time its parking ends, until nothing waits; gives what each look came to. */
    List<Outcome> wakeUntilSettled(CrmRef subject) {
        var outcomes = new ArrayList<Outcome>();
        while (work(subject).parking() instanceof Work.Parking.Parked parked && outcomes.size() < 10) {
            clock.advance(Duration.between(clock.instant(), parked.until()).plusSeconds(1));
            outcomes.add(wake(subject));
        }
        return outcomes;
    }
}
