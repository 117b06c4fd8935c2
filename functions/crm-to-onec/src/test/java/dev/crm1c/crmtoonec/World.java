package dev.crm1c.crmtoonec;

import dev.crm1c.model.deal.Buyer;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.deal.StageRef;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.fake.FakeCrm;
import dev.crm1c.model.fake.FakeOneC;
import dev.crm1c.model.fake.InMemoryBaseFacts;
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
import dev.crm1c.model.port.CrmSystems;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.ChangeNotice.Cause;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Work;
import dev.crm1c.model.tenant.Tenant.UnknownItems;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The worker with a CRM, a 1C and a table in memory around it. */
final class World {
    static final CrmRef COMPANY = new CrmRef(CrmKind.COMPANY, "77");

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T10:00:00Z"));
    final FakeCrm crm = new FakeCrm();
    final FakeOneC oneC;
    final InMemoryLinks links = new InMemoryLinks();
    final InMemoryWorks works = new InMemoryWorks();
    final RecordingQueue queue = new RecordingQueue();
    final InMemoryRobotCalls robots = new InMemoryRobotCalls();
    final InMemoryPortals portals = new InMemoryPortals();
    final RecordingSetUp setUp = new RecordingSetUp();
    final RecordingJournal journal = new RecordingJournal();
    final HandleNotice handleNotice;

    World() {
        this(FakeOneC.KeyPolicy.IGNORED, UnknownItems.DESCRIBE);
    }

    World(FakeOneC.KeyPolicy keys, UnknownItems unknownItems) {
        this(keys, unknownItems, Set.of(OneCKind.COUNTERPARTY, OneCKind.CONTRACT, OneCKind.INVOICE));
    }

    /** As in Управление торговлей: partners above counterparties, an order below the invoice. */
    static World ofTrade(FakeOneC.KeyPolicy keys) {
        return new World(
                keys,
                UnknownItems.DESCRIBE,
                Set.of(OneCKind.PARTNER, OneCKind.COUNTERPARTY, OneCKind.CONTRACT, OneCKind.ORDER, OneCKind.INVOICE));
    }

    private World(FakeOneC.KeyPolicy keys, UnknownItems unknownItems, Set<OneCKind> kinds) {
        oneC = new FakeOneC(keys, kinds);
        var tenants = new InMemoryTenants();
        tenants.put(DemoTenant.of("fake", unknownItems, kinds));
        var makeOnce = new MakeOnce(links, clock);
        var knownBase = new KnownBase(oneC, new InMemoryBaseFacts(), clock);
        var issueInvoice = new IssueInvoice(
                new FindParties(oneC, knownBase, makeOnce, clock),
                new MatchItems(oneC, links),
                new BringDocument(oneC, links, makeOnce, knownBase, clock));
        handleNotice = new HandleNotice(
                tenants,
                new CrmSystems(List.of(crm)),
                new ApplyDealToOneC(oneC, works, issueInvoice, new TellDeal(works), new AnswerRobots(robots), clock),
                new WakeWaitingDeals(works, queue, clock),
                new CollectChanges(queue, clock),
                new BindApplication(portals, setUp),
                works,
                journal,
                clock);
    }

    static CrmRef deal(int number) {
        return new CrmRef(CrmKind.DEAL, Integer.toString(number));
    }

    static Buyer buyer() {
        return new Buyer.CompanyWithRequisites(
                COMPANY, "5001000027", "502401001", "1157800000027", "ООО Северный ветер", "ООО «Северный ветер»");
    }

    static DealLine line(int number, String price, String quantity, String vatPercent) {
        return new DealLine(
                number,
                new DealLine.Product.FromCatalogue("9" + number),
                "Товар " + number,
                new BigDecimal(quantity),
                new DealLine.Price.Rubles(new BigDecimal(price)),
                vatPercent.isEmpty()
                        ? new DealLine.TaxRate.None()
                        : new DealLine.TaxRate.Percent(new BigDecimal(vatPercent)));
    }

    static Deal agreed(CrmRef ref, Buyer buyer, DealLine... lines) {
        return new Deal(ref, new StageRef("0", "EXECUTING"), buyer, "RUB", List.of(lines));
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
