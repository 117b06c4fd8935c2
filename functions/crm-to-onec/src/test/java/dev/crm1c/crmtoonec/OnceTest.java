package dev.crm1c.crmtoonec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.fake.FakeOneC.Effect;
import dev.crm1c.model.fake.FakeOneC.KeyPolicy;
import dev.crm1c.model.legal.Inn;
import dev.crm1c.model.legal.Kpp;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever call to 1C loses its answer, before or after its effect, in a base that honours our keys or not:
 * in the end there is one of everything, posted.
 */
class OnceTest {
    private static final CrmRef DEAL = World.deal(1);

    /** Which configuration the base has, and with it which documents a deal becomes. */
    enum Shelf {
        INVOICE_ALONE(OneCKind.INVOICE),
        INVOICE_OVER_ORDER(OneCKind.ORDER, OneCKind.INVOICE),
        DELIVERED(OneCKind.ORDER, OneCKind.INVOICE, OneCKind.REALIZATION, OneCKind.TAX_INVOICE);

        private final Set<OneCKind> documents;

        Shelf(OneCKind... documents) {
            this.documents = Set.of(documents);
        }

        Deal deal() {
            return this == DELIVERED ? Delivering.delivered(World.agreed(1)) : World.agreed(1);
        }

        World world(KeyPolicy keys) {
            return switch (this) {
                case INVOICE_ALONE -> new World(keys, Unknown.DESCRIBE);
                case INVOICE_OVER_ORDER -> World.ofTrade(keys);
                case DELIVERED -> Delivering.world(keys, OneCKind.REALIZATION, OneCKind.TAX_INVOICE);
            };
        }
    }

    static Stream<Arguments> every_call_both_ways_in_every_base() {
        return Stream.of(Shelf.values())
                .flatMap(shelf -> Stream.of(KeyPolicy.values())
                        .flatMap(keys -> Stream.of(Effect.values())
                                .flatMap(effect -> IntStream.rangeClosed(1, callsOfOneDeal(shelf, keys))
                                        .mapToObj(call -> Arguments.of(shelf, keys, effect, call)))));
    }

    /** A world in which creating the invoice goes wrong: it is the last call but one, before the posting. */
    private static World losingTheInvoice(Duration pause, Delay why, Effect effect) {
        var world = new World();
        world.crm.put(World.agreed(1));
        world.oneC.loseCall(
                callsOfOneDeal(new World()) - 1,
                new Outcome.Later(world.clock.instant().plus(pause), why),
                effect);
        return world;
    }

    private static int callsOfOneDeal(World world) {
        world.crm.put(World.agreed(1));
        world.notice(DEAL);
        return world.oneC.calls;
    }

    private static int callsOfOneDeal(Shelf shelf, KeyPolicy keys) {
        World world = shelf.world(keys);
        world.crm.put(shelf.deal());
        world.notice(DEAL);
        return world.oneC.calls;
    }

    @ParameterizedTest
    @MethodSource("every_call_both_ways_in_every_base")
    void a_lost_answer_never_doubles_and_never_loses(Shelf shelf, KeyPolicy keys, Effect effect, int call) {
        World world = shelf.world(keys);
        world.crm.put(shelf.deal());
        world.oneC.loseCall(
                call,
                new Outcome.Later(world.clock.instant().plus(Duration.ofMinutes(2)), Delay.WRITE_OUTCOME_UNKNOWN),
                effect);

        world.notice(DEAL);
        world.wakeUntilSettled(DEAL);

        assertThat(world.oneC.counterparties).hasSize(1);
        assertThat(world.oneC.contracts).hasSize(1);
        assertThat(world.oneC.partnersMade).isEqualTo(shelf == Shelf.INVOICE_ALONE ? 0 : 1);
        assertThat(world.oneC.documents.values())
                .hasSize(shelf.documents.size())
                .allSatisfy(sheet -> assertThat(sheet.state()).isEqualTo(DocumentSheet.State.POSTED))
                .extracting(sheet -> sheet.ref().kind())
                .containsExactlyInAnyOrderElementsOf(shelf.documents);
        assertThat(world.crm.notes).hasSize(shelf.documents.size());
        assertThat(world.crm.shown).containsKey(DEAL);
    }

    @Test
    void the_intent_stands_before_the_first_write() {
        var world = losingTheInvoice(Duration.ofSeconds(120), Delay.WRITE_OUTCOME_UNKNOWN, Effect.DONE);

        world.notice(DEAL);

        assertThat(world.links.find(DemoTenant.ID, LinkKey.ofDocument(OneCKind.INVOICE, DEAL)))
                .isInstanceOf(Link.Planned.class);
    }

    @Test
    void an_impatient_notice_does_not_write_again_while_the_first_write_may_still_commit() {
        var world = losingTheInvoice(Duration.ofSeconds(120), Delay.WRITE_OUTCOME_UNKNOWN, Effect.NONE);
        world.notice(DEAL);

        Outcome impatient = world.notice(DEAL);

        assertThat(impatient)
                .isInstanceOfSatisfying(
                        Outcome.Later.class, later -> assertThat(later.why()).isEqualTo(Delay.WRITE_OUTCOME_UNKNOWN));
        assertThat(world.oneC.documents).isEmpty();
    }

    @Test
    void two_deals_of_one_new_company_make_it_once() {
        var world = new World();
        world.crm.put(World.agreed(1));
        world.crm.put(World.agreed(2));
        var buyer = new LegalIdentity.Organization(new Inn("5001000027"), new Kpp("502401001"));
        var key = new LinkKey(
                OneCKind.COUNTERPARTY, buyer.keyWithin(DemoTenant.ID).hex());
        world.links.claim(DemoTenant.ID, key, new Link.Claim(World.deal(2), world.clock.instant()));

        Outcome loser = world.notice(DEAL);

        assertThat(loser)
                .isInstanceOfSatisfying(
                        Outcome.Later.class, later -> assertThat(later.why()).isEqualTo(Delay.CLAIMED_BY_ANOTHER));
        assertThat(world.oneC.counterparties).isEmpty();

        world.clock.advance(Duration.ofMinutes(3));
        world.notice(World.deal(2));
        world.wakeUntilSettled(DEAL);
        assertThat(world.oneC.counterparties).hasSize(1);
        assertThat(world.oneC.documents).hasSize(2);
    }

    @Test
    void a_clear_refusal_takes_the_intent_back() {
        var world = losingTheInvoice(Duration.ofSeconds(60), Delay.ONEC_LOCKED, Effect.NONE);

        world.notice(DEAL);

        assertThat(world.links.find(DemoTenant.ID, LinkKey.ofDocument(OneCKind.INVOICE, DEAL)))
                .isEqualTo(new Link.Absent());
    }
}
