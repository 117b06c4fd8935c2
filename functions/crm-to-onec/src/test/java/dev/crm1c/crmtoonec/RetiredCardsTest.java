package dev.crm1c.crmtoonec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.fake.FakeOneC.Effect;
import dev.crm1c.model.fake.FakeOneC.KeyPolicy;
import dev.crm1c.model.onec.ContractTerms;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.tenant.ContractRule.Choice;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Accountants merge doubles, close contracts and mark cards for deletion: what was linked long ago does not go into a new document unseen. */
class RetiredCardsTest {
    private static final LocalDate FIRST_OF_YEAR = LocalDate.of(2026, 1, 1);

    private static World afterADeal(World world) {
        world.crm.put(World.agreed(1));
        world.crm.put(World.agreed(2));
        world.notice(World.deal(1));
        return world;
    }

    private static DocumentDraft last(World world) {
        return world.oneC.drafts.get(List.copyOf(world.oneC.documents.keySet()).getLast());
    }

    private static UUID in(World world, OneCKind kind) {
        return last(world).parties().ref(kind).orElseThrow().key();
    }

    private static UUID another(World world, OneCKind kind) {
        var key = new UUID(5, kind.ordinal());
        switch (kind) {
            case COUNTERPARTY ->
                world.oneC.counterparties.put(
                        key, world.oneC.counterparties.values().iterator().next());
            case CONTRACT ->
                world.oneC.contracts.put(
                        key, world.oneC.contracts.values().iterator().next());
            default -> throw new IllegalArgumentException(kind.wireName());
        }
        return key;
    }

    private static UUID contractEndingToday(World world) {
        UUID contract = in(world, OneCKind.CONTRACT);
        LocalDate today = LocalDate.of(2026, 11, 21);
        world.oneC.contractTerms.put(
                contract, new ContractTerms("Поставка", Choice.ANY_OPEN, today, FIRST_OF_YEAR, today));
        return contract;
    }

    @Test
    void a_contract_that_has_run_out_is_not_taken_the_next_day_and_another_one_is_made() {
        var world = afterADeal(new World());
        UUID first = contractEndingToday(world);

        world.clock.advance(Duration.ofDays(1));
        assertThat(world.notice(World.deal(2))).isInstanceOf(Outcome.Applied.class);

        assertThat(in(world, OneCKind.CONTRACT)).isNotEqualTo(first);
        assertThat(world.oneC.contracts).hasSize(2);
    }

    @Test
    void the_day_ends_at_midnight_where_the_base_stands() {
        var world = afterADeal(new World());
        UUID first = contractEndingToday(world);

        world.clock.advance(Duration.ofHours(12));
        world.notice(World.deal(2));

        assertThat(in(world, OneCKind.CONTRACT)).isNotEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(KeyPolicy.class)
    void a_contract_that_was_closed_gives_way_to_the_one_that_is_open(KeyPolicy keys) {
        var world = afterADeal(new World(keys, Unknown.DESCRIBE));
        world.oneC.retired.add(in(world, OneCKind.CONTRACT));
        UUID open = another(world, OneCKind.CONTRACT);

        world.clock.advance(Duration.ofDays(1));
        world.notice(World.deal(2));

        assertThat(in(world, OneCKind.CONTRACT)).isEqualTo(open);
        assertThat(world.oneC.contracts).hasSize(2);
    }

    @Test
    void a_contract_that_is_still_good_stays_although_there_is_a_newer_one() {
        var world = afterADeal(new World());
        UUID first = in(world, OneCKind.CONTRACT);
        another(world, OneCKind.CONTRACT);

        world.clock.advance(Duration.ofDays(1));
        world.notice(World.deal(2));

        assertThat(in(world, OneCKind.CONTRACT)).isEqualTo(first);
    }

    @Test
    void of_merged_doubles_the_one_that_stayed_is_taken_with_a_contract_of_its_own() {
        var world = afterADeal(new World());
        world.oneC.retired.add(in(world, OneCKind.COUNTERPARTY));
        UUID stayed = another(world, OneCKind.COUNTERPARTY);

        world.clock.advance(Duration.ofDays(1));
        world.notice(World.deal(2));

        assertThat(in(world, OneCKind.COUNTERPARTY)).isEqualTo(stayed);
        assertThat(world.oneC.contracts.get(in(world, OneCKind.CONTRACT)).key()).isEqualTo(stayed);
        assertThat(world.oneC.counterparties).hasSize(2);
    }

    @Test
    void of_merged_doubles_the_one_that_stayed_brings_its_partner_along_for_good() {
        var world = afterADeal(World.ofTrade(KeyPolicy.HONOURED));
        world.oneC.retired.add(in(world, OneCKind.COUNTERPARTY));
        UUID stayed = another(world, OneCKind.COUNTERPARTY);
        var itsPartner = new OneCRef(OneCKind.PARTNER, new UUID(5, 99));
        world.oneC.partnerOf.put(stayed, itsPartner);
        world.crm.put(World.agreed(3));

        world.clock.advance(Duration.ofDays(1));
        for (int deal : List.of(2, 3)) {
            world.notice(World.deal(deal));

            assertThat(in(world, OneCKind.COUNTERPARTY)).isEqualTo(stayed);
            assertThat(in(world, OneCKind.PARTNER)).isEqualTo(itsPartner.key());
        }
        assertThat(world.oneC.partnersMade).isEqualTo(1);
    }

    @Test
    void an_item_that_was_merged_is_looked_for_again() {
        var world = new World();
        UUID first = world.oneC.item("Товар 1");
        UUID second = world.oneC.item("Товар 2");
        afterADeal(world);
        world.oneC.retired.add(first);
        UUID stayed = world.oneC.item("Товар 1");

        world.clock.advance(Duration.ofDays(1));
        world.notice(World.deal(2));

        assertThat(last(world).lines())
                .extracting(line -> line.item().toString())
                .satisfiesExactly(
                        item -> assertThat(item).contains(stayed.toString()),
                        item -> assertThat(item).contains(second.toString()),
                        _ -> {});
    }

    @ParameterizedTest
    @EnumSource(KeyPolicy.class)
    void an_item_of_ours_that_was_marked_for_deletion_is_made_anew(KeyPolicy keys) {
        var world = afterADeal(new World(keys, Unknown.CREATE));
        UUID first = world.oneC.itemsMade.keySet().iterator().next();
        world.oneC.retired.add(first);

        world.clock.advance(Duration.ofDays(1));
        world.notice(World.deal(2));

        assertThat(world.oneC.itemsMade).hasSize(4);
        assertThat(last(world).lines()).noneMatch(line -> line.item().toString().contains(first.toString()));
    }

    @Test
    void the_first_deal_of_a_day_looks_once_at_each_and_the_next_ones_at_nothing() {
        var world = new World();
        IntStream.rangeClosed(1, 3).forEach(line -> world.oneC.item("Товар " + line));
        afterADeal(world);
        world.crm.put(World.agreed(3));
        world.clock.advance(Duration.ofHours(22));

        int before = world.oneC.calls;
        world.notice(World.deal(2));
        assertThat(world.oneC.calls - before)
                .as("items, counterparty, contract; create, post and read back")
                .isEqualTo(3 + 2);

        before = world.oneC.calls;
        world.notice(World.deal(3));
        assertThat(world.oneC.calls - before).isEqualTo(2);
    }

    @Test
    void a_deal_without_a_line_from_the_catalogue_asks_for_no_items() {
        var world = afterADeal(new World());
        DealLine typed = World.line(1, "100", "1", "22");
        world.crm.put(World.agreed(
                World.deal(2),
                World.buyer(),
                new DealLine(
                        1,
                        new DealLine.Product.TypedByHand(),
                        typed.name(),
                        typed.quantity(),
                        typed.price(),
                        typed.before(),
                        typed.taxRate(),
                        typed.measure())));
        world.clock.advance(Duration.ofHours(22));
        int before = world.oneC.calls;

        world.notice(World.deal(2));

        assertThat(world.oneC.calls - before)
                .as("the item by its name; counterparty, contract; create, post and read back")
                .isEqualTo(1 + 2 + 2);
    }

    static Stream<Arguments> every_call_of_a_replacement() {
        return Stream.of(KeyPolicy.values())
                .flatMap(keys -> Stream.of(Effect.values())
                        .flatMap(effect -> Stream.of(Delay.WRITE_OUTCOME_UNKNOWN, Delay.ONEC_LOCKED)
                                .flatMap(why -> IntStream.rangeClosed(1, 10)
                                        .mapToObj(call -> Arguments.of(keys, effect, why, call)))))
                .filter(arguments ->
                        arguments.get()[1] == Effect.NONE || arguments.get()[2] == Delay.WRITE_OUTCOME_UNKNOWN);
    }

    @ParameterizedTest
    @MethodSource("every_call_of_a_replacement")
    void whatever_answer_is_lost_what_is_retired_is_replaced_once(KeyPolicy keys, Effect effect, Delay why, int call) {
        var world = afterADeal(World.ofTrade(keys));
        List<UUID> retired = Stream.of(OneCKind.PARTNER, OneCKind.COUNTERPARTY, OneCKind.CONTRACT)
                .map(kind -> in(world, kind))
                .toList();
        world.oneC.retired.addAll(retired);
        world.clock.advance(Duration.ofDays(1));
        world.oneC.loseCall(call, new Outcome.Later(world.clock.instant().plus(Duration.ofMinutes(2)), why), effect);

        world.notice(World.deal(2));
        world.wakeUntilSettled(World.deal(2));

        assertThat(world.oneC.counterparties).hasSize(2);
        assertThat(world.oneC.contracts).hasSize(2);
        assertThat(world.oneC.partnersMade).isEqualTo(2);
        assertThat(world.oneC.documents(OneCKind.ORDER)).hasSize(2);
        assertThat(last(world).parties().refs().values())
                .extracting(OneCRef::key)
                .doesNotContainAnyElementsOf(retired);
    }

    @Test
    void what_cannot_be_seen_now_is_not_taken_for_gone() {
        var world = afterADeal(new World());
        world.clock.advance(Duration.ofHours(22));
        world.oneC.loseCall(
                2, new Outcome.Later(world.clock.instant().plusSeconds(60), Delay.ONEC_LOCKED), Effect.NONE);

        assertThat(world.notice(World.deal(2))).isInstanceOf(Outcome.Later.class);
        world.wakeUntilSettled(World.deal(2));

        assertThat(world.oneC.counterparties).hasSize(1);
        assertThat(world.oneC.documents).hasSize(2);
    }

    @Test
    void a_link_that_a_former_release_wrote_counts_as_never_looked_at() {
        var world = afterADeal(new World());
        OneCRef contract = last(world).parties().ref(OneCKind.CONTRACT).orElseThrow();
        UUID buyer = in(world, OneCKind.COUNTERPARTY);
        var key = new LinkKey(
                OneCKind.CONTRACT, buyer + "/" + last(world).parties().base().organization());
        world.links.put(DemoTenant.ID, key, new Link.Created(contract));
        world.oneC.retired.add(contract.key());

        world.notice(World.deal(2));

        assertThat(in(world, OneCKind.CONTRACT)).isNotEqualTo(contract.key());
    }
}
