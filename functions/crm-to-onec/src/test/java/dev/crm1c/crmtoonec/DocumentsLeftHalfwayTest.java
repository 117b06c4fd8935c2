package dev.crm1c.crmtoonec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.Buyer;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealHead.Phase;
import dev.crm1c.model.fake.FakeOneC;
import dev.crm1c.model.fake.FakeOneC.Effect;
import dev.crm1c.model.fake.FakeOneC.KeyPolicy;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.DocumentSheet.State;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.party.Reach;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a document was left in the middle of: nobody's payment and nobody's hand in it is written over, and else it comes out right. */
class DocumentsLeftHalfwayTest {
    private static final CrmRef DEAL = World.deal(1);
    private static final Problem CLOSED = new Problem.PeriodClosed("период закрыт");

    private final World world = new World();

    private Outcome becomes(Deal deal) {
        world.crm.put(deal);
        return world.notice(DEAL);
    }

    private static Deal of(String price) {
        return World.agreed(DEAL, World.buyer(), World.line(1, price, "3", "22"));
    }

    private DocumentSheet invoice() {
        return world.oneC.documents(OneCKind.INVOICE).getFirst();
    }

    private UUID key() {
        return invoice().ref().key();
    }

    /** How a call of a change goes wrong. */
    enum Mishap {
        LOST_BEFORE,
        LOST_AFTER,
        BUSY,
        REFUSED;

        void at(World world, int call) {
            Effect effect = this == LOST_AFTER ? Effect.DONE : Effect.NONE;
            world.oneC.loseCall(call, outcome(world), effect);
        }

        private Outcome outcome(World world) {
            return switch (this) {
                case LOST_BEFORE, LOST_AFTER ->
                    new Outcome.Later(world.clock.instant().plus(Duration.ofMinutes(2)), Delay.WRITE_OUTCOME_UNKNOWN);
                case BUSY -> new Outcome.Later(world.clock.instant().plusSeconds(60), Delay.ONEC_BUSY);
                case REFUSED -> new Outcome.NeedsPeople(CLOSED);
            };
        }
    }

    static Stream<Arguments> every_call_of_a_change() {
        var whole = new DocumentsLeftHalfwayTest();
        whole.becomes(of("100"));
        int before = whole.world.oneC.calls;
        whole.becomes(of("200"));
        return everyCallUpTo(whole.world.oneC.calls - before);
    }

    private void changeInterrupted(Mishap mishap, int call) {
        becomes(of("100"));
        mishap.at(world, call);
        becomes(of("200"));
    }

    /** As somebody comes back to a deal after everything that may wait has waited. */
    private Outcome settled() {
        world.wakeUntilSettled(DEAL);
        world.clock.advance(Duration.ofMinutes(3));
        return world.notice(DEAL);
    }

    private void theInvoiceIsPostedFor(Money total) {
        assertThat(world.oneC.documents.values()).singleElement().satisfies(sheet -> {
            assertThat(sheet.total()).isEqualTo(total);
            assertThat(sheet.state()).isEqualTo(State.POSTED);
        });
    }

    @ParameterizedTest
    @MethodSource("every_call_of_a_change")
    void a_change_that_was_interrupted_comes_about_later(Mishap mishap, int call) {
        changeInterrupted(mishap, call);

        settled();

        theInvoiceIsPostedFor(new Money(60_000));
    }

    @ParameterizedTest
    @MethodSource("every_call_of_a_change")
    void and_so_does_the_next_change(Mishap mishap, int call) {
        changeInterrupted(mishap, call);

        world.crm.put(of("300"));
        settled();

        theInvoiceIsPostedFor(new Money(90_000));
    }

    @ParameterizedTest
    @MethodSource("every_call_of_a_change")
    void what_is_paid_after_an_interruption_stays_as_it_was_paid(Mishap mishap, int call) {
        changeInterrupted(mishap, call);
        Money paid = invoice().total();
        world.oneC.paid.add(key());

        Outcome outcome = settled();

        assertThat(invoice().total()).isEqualTo(paid);
        if (paid.equals(new Money(30_000))) {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.NeedsPeople.class,
                            needs -> assertThat(needs.problems())
                                    .singleElement()
                                    .isInstanceOf(Problem.DocumentPaid.class));
        }
        world.crm.put(of("300"));
        settled();
        assertThat(invoice().total()).isEqualTo(paid);
    }

    @ParameterizedTest
    @MethodSource("every_call_of_a_change")
    void what_an_accountant_writes_after_an_interruption_stays(Mishap mishap, int call) {
        changeInterrupted(mishap, call);
        world.oneC.putDocument(FakeOneC.withTotal(invoice(), new Money(777)));

        assertThat(settled())
                .isEqualTo(new Outcome.NeedsPeople(new Problem.DocumentEditedInOneC(
                        OneCKind.INVOICE, invoice().number())));

        assertThat(invoice().total()).isEqualTo(new Money(777));
        becomes(Delivering.ended(of("200"), Phase.LOST));
        assertThat(invoice().state()).isEqualTo(State.POSTED);
    }

    @Test
    void a_deal_put_back_as_it_was_leaves_a_refused_change_behind_and_1c_alone() {
        becomes(of("100"));
        Mishap.REFUSED.at(world, callOfTheChange());
        becomes(of("200"));
        int calls = world.oneC.calls;

        becomes(of("100"));

        assertThat(world.oneC.calls).isEqualTo(calls);
        assertThat(world.crm.notes.values()).noneMatch(note -> note.contains("период закрыт"));
    }

    @Test
    void a_deal_put_back_after_a_change_that_never_came_about_only_reads() {
        becomes(of("100"));
        Mishap.LOST_BEFORE.at(world, callOfTheChange());
        becomes(of("200"));
        int calls = world.oneC.calls;

        world.crm.put(of("100"));
        assertThat(world.notice(DEAL)).as("the change may still be on its way").isInstanceOf(Outcome.Later.class);
        world.wakeUntilSettled(DEAL);

        assertThat(invoice().total()).isEqualTo(new Money(30_000));
        assertThat(world.oneC.calls - calls).as("a read each").isEqualTo(2);
        world.notice(DEAL);
        assertThat(world.oneC.calls - calls).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("every_call_of_a_change_of_buyer")
    void another_buyer_with_the_same_sums_is_not_taken_for_nothing(Mishap mishap, int call) {
        var other = new Buyer.CompanyWithRequisites(
                new CrmRef(CrmKind.COMPANY, "78"),
                "7700000016",
                "770001001",
                "",
                "АО Фирма",
                "АО «Фирма»",
                new Reach(List.of(), List.of()),
                List.of());
        becomes(of("100"));
        var former = world.oneC.drafts.get(key()).parties().counterparty();
        mishap.at(world, call);
        becomes(World.agreed(DEAL, other, World.line(1, "100", "3", "22")));

        settled();

        assertThat(world.oneC.drafts.get(key()).parties().counterparty()).isNotEqualTo(former);

        becomes(of("100"));
        settled();
        assertThat(world.oneC.drafts.get(key()).parties().counterparty()).isEqualTo(former);
    }

    @Test
    void what_differs_after_posting_is_the_accountants_from_then_on() {
        world.oneC.spoil(sheet -> sheet.state() == State.POSTED
                ? FakeOneC.withTotal(sheet, sheet.total().plus(new Money(1)))
                : sheet);
        assertThat(becomes(of("100"))).isInstanceOf(Outcome.NeedsPeople.class);
        world.oneC.spoil(sheet -> sheet);
        world.oneC.putDocument(FakeOneC.withTotal(invoice(), new Money(29_000)));

        world.notice(DEAL);
        assertThat(invoice().total()).isEqualTo(new Money(29_000));

        world.oneC.putDocument(FakeOneC.withTotal(invoice(), new Money(30_000)));
        assertThat(world.notice(DEAL)).as("put right by hand").isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void what_differs_after_posting_and_is_paid_is_left_alone() {
        world.oneC.spoil(sheet -> sheet.state() == State.POSTED
                ? FakeOneC.withTotal(sheet, sheet.total().plus(new Money(1)))
                : sheet);
        becomes(of("100"));
        world.oneC.spoil(sheet -> sheet);
        world.oneC.paid.add(key());

        world.notice(DEAL);

        assertThat(invoice().total()).isEqualTo(new Money(30_001));
    }

    @Test
    void an_invoice_that_was_never_posted_follows_its_deal_without_a_question() {
        becomes(of("50"));
        world.oneC.documents.clear();
        world.links.clear();
        Mishap.REFUSED.at(world, callOfThePosting(of("100")));
        becomes(of("100"));
        assertThat(invoice().state()).isEqualTo(State.UNPOSTED);
        int calls = world.oneC.calls;

        assertThat(becomes(of("200"))).isInstanceOf(Outcome.Applied.class);

        assertThat(world.oneC.calls - calls)
                .as("read, look for the item, change, post")
                .isEqualTo(4);
    }

    @Test
    void an_invoice_that_was_paid_after_its_deal_was_lost_is_not_rewritten_when_the_deal_comes_back() {
        becomes(of("100"));
        becomes(Delivering.ended(of("100"), Phase.LOST));
        world.oneC.paid.add(key());
        DocumentSheet asPaid = invoice();

        for (int look = 0; look < 2; look++) {
            assertThat(becomes(of("200")))
                    .isInstanceOfSatisfying(
                            Outcome.NeedsPeople.class,
                            needs -> assertThat(needs.problems())
                                    .singleElement()
                                    .isInstanceOf(Problem.DocumentPaid.class));
            assertThat(invoice()).isEqualTo(asPaid);
        }
        assertThat(becomes(of("100"))).as("as it was paid").isInstanceOf(Outcome.Applied.class);
        assertThat(invoice().state()).isEqualTo(State.POSTED);
    }

    static Stream<Arguments> every_call_of_a_return() {
        return everyCallUpTo(6);
    }

    static Stream<Arguments> every_call_of_a_change_of_buyer() {
        return everyCallUpTo(10);
    }

    private static Stream<Arguments> everyCallUpTo(int last) {
        return Stream.of(Mishap.values())
                .flatMap(mishap -> IntStream.rangeClosed(1, last).mapToObj(call -> Arguments.of(mishap, call)));
    }

    @ParameterizedTest
    @MethodSource("every_call_of_a_change_of_buyer")
    void an_order_and_the_invoice_over_it_come_right_together(Mishap mishap, int call) {
        World trade = World.ofTrade(KeyPolicy.IGNORED);
        trade.crm.put(of("100"));
        trade.notice(DEAL);
        for (String price : List.of("200", "300")) {
            trade.crm.put(of(price));
            mishap.at(trade, call);
            trade.notice(DEAL);
        }
        trade.wakeUntilSettled(DEAL);
        trade.clock.advance(Duration.ofMinutes(3));
        trade.notice(DEAL);

        assertThat(trade.oneC.documents.values()).hasSize(2).allSatisfy(sheet -> {
            assertThat(sheet.state()).isEqualTo(State.POSTED);
            assertThat(sheet.total()).isEqualTo(new Money(90_000));
        });
    }

    @ParameterizedTest
    @MethodSource("every_call_of_a_return")
    void a_return_that_was_interrupted_ends_or_is_taken_back_whole(Mishap mishap, int call) {
        becomes(of("100"));
        becomes(Delivering.ended(of("100"), Phase.LOST));
        mishap.at(world, call);
        becomes(of("200"));

        becomes(Delivering.ended(of("200"), Phase.LOST));
        settled();
        assertThat(world.oneC.documents.values())
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.state()).isEqualTo(State.MARKED_FOR_DELETION));

        mishap.at(world, call);
        becomes(of("300"));
        settled();
        assertThat(world.oneC.documents.values()).singleElement().satisfies(sheet -> {
            assertThat(sheet.state()).isEqualTo(State.POSTED);
            assertThat(sheet.total()).isEqualTo(new Money(90_000));
        });
    }

    @Test
    void a_document_that_was_left_in_the_middle_of_a_change_keeps_the_tax_of_its_own_day() {
        world.clock.advance(Duration.ofDays(-365));
        Deal before = World.agreed(DEAL, World.buyer(), World.line(1, "100", "3", "20"));
        assertThat(becomes(before)).isInstanceOf(Outcome.Applied.class);
        Mishap.LOST_BEFORE.at(world, callOfTheChange());
        Deal after = World.agreed(DEAL, World.buyer(), World.line(1, "200", "3", "20"));
        becomes(after);
        world.clock.advance(Duration.ofDays(365));

        assertThat(becomes(after)).isInstanceOf(Outcome.Applied.class);

        assertThat(invoice().total()).isEqualTo(new Money(60_000));
    }

    /** The last but one of a change: it is followed by the posting. */
    private static int callOfTheChange() {
        var whole = new DocumentsLeftHalfwayTest();
        whole.becomes(of("100"));
        int before = whole.world.oneC.calls;
        whole.becomes(of("200"));
        return whole.world.oneC.calls - before - 1;
    }

    private int callOfThePosting(Deal deal) {
        var whole = new DocumentsLeftHalfwayTest();
        whole.becomes(of("50"));
        whole.world.oneC.documents.clear();
        whole.world.links.clear();
        int before = whole.world.oneC.calls;
        whole.becomes(deal);
        return whole.world.oneC.calls - before;
    }
}
