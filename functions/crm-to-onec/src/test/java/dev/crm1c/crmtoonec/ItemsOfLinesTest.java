package dev.crm1c.crmtoonec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.catalogue.ProductMarks;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.fake.FakeOneC.Effect;
import dev.crm1c.model.legal.Inn;
import dev.crm1c.model.legal.Kpp;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.ItemKey;
import dev.crm1c.model.onec.ItemNature;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Outcome.Because;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.tenant.ItemPolicy;
import dev.crm1c.model.tenant.ItemPolicy.NewItems;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.Terms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How product rows find their items. */
class ItemsOfLinesTest {
    private static final CrmRef DEAL = World.deal(1);

    private static World matching(Unknown unknown, ItemKey... by) {
        return World.of(Delivering.with(
                DemoTenant.of("fake", unknown, World.ACCOUNTING),
                terms -> new Terms(
                        terms.sellers(),
                        terms.contracts(),
                        new ItemPolicy(List.of(by), unknown, new NewItems("Товары", "Услуги", "")),
                        terms.admission(),
                        terms.currencies(),
                        terms.outdatedVat(),
                        terms.lost(),
                        terms.won(),
                        terms.mode())));
    }

    private static Deal selling(DealLine... lines) {
        return World.agreed(DEAL, World.buyer(), lines);
    }

    private static DealLine line(int number, String name, String measure) {
        return new DealLine(
                number,
                new DealLine.Product.FromCatalogue("9" + number, DealLine.Sort.GOODS),
                name,
                BigDecimal.ONE,
                new DealLine.Price.Amount(new BigDecimal("100")),
                new DealLine.PriceBefore.Same(),
                new DealLine.TaxRate.Percent(new BigDecimal("22")),
                measure);
    }

    private static List<String> items(World world) {
        return world.oneC.documents(OneCKind.INVOICE).getFirst().lines().stream()
                .map(DocumentSheet.Line::item)
                .toList();
    }

    @Test
    void an_article_comes_before_a_name_and_a_name_before_people() {
        World world = matching(Unknown.ASK_PEOPLE, ItemKey.ARTICLE, ItemKey.BARCODE, ItemKey.NAME);
        UUID byArticle = world.oneC.item(ItemKey.ARTICLE, "N-1", ItemNature.GOODS);
        world.oneC.item("Насос");
        UUID byBarcode = world.oneC.item(ItemKey.BARCODE, "4600000000017", ItemNature.GOODS);
        UUID byName = world.oneC.item("Шланг");
        world.crm.products.put("91", new ProductMarks("", "N-1", ""));
        world.crm.products.put("92", new ProductMarks("", "N-2", "4600000000017"));
        world.crm.put(selling(line(1, "Насос", "796"), line(2, "Кран", "796"), line(3, "Шланг", "796")));

        assertThat(world.notice(DEAL)).isInstanceOf(Outcome.Applied.class);
        assertThat(items(world)).containsExactly(byArticle.toString(), byBarcode.toString(), byName.toString());
        int reads = world.crm.reads;

        world.crm.put(World.agreed(World.deal(2), World.buyer(), line(1, "Насос, новое имя", "796")));
        assertThat(world.notice(World.deal(2))).isInstanceOf(Outcome.Applied.class);
        assertThat(world.crm.reads - reads)
                .as("a link needs no look at the product")
                .isEqualTo(1);
    }

    @Test
    void everything_that_is_wrong_with_items_is_said_at_once_with_what_is_wrong_with_the_deal() {
        World world = matching(Unknown.ASK_PEOPLE, ItemKey.NAME);
        world.oneC.item("Дважды");
        world.oneC.item("Дважды");
        world.oneC.item(ItemKey.NAME, "Набор", ItemNature.KIT);
        world.oneC.item("Кабель");
        DealLine free = new DealLine(
                5,
                new DealLine.Product.TypedByHand(),
                "Даром",
                BigDecimal.ONE,
                new DealLine.Price.NotGiven(),
                new DealLine.PriceBefore.Same(),
                new DealLine.TaxRate.None(),
                "");
        world.crm.put(selling(
                line(1, "Дважды", "796"),
                line(2, "Набор", "796"),
                line(3, "Кабель", "006"),
                line(4, "Нет такого", "796"),
                free));

        assertThat(world.notice(DEAL))
                .isInstanceOfSatisfying(
                        Outcome.NeedsPeople.class,
                        needs -> assertThat(needs.problems())
                                .containsExactlyInAnyOrder(
                                        new Problem.ItemDoubled(1, "Дважды", ItemKey.NAME),
                                        new Problem.KitAsLine(2, "Набор"),
                                        new Problem.UnitDiffers(3, "Кабель", "006", "796"),
                                        new Problem.ItemNotFound(4, "Нет такого"),
                                        new Problem.NoPrice(5, "Даром")));
        assertThat(world.crm.notes).as("one message").hasSize(1);
        assertThat(world.oneC.documents).isEmpty();
    }

    @Test
    void an_unknown_item_is_made_once_where_the_tenant_has_said_how() {
        World world = matching(Unknown.CREATE, ItemKey.NAME);
        world.crm.put(selling(line(1, "Новинка", "796"), line(2, "Новинка", "796"), line(3, "Доставка", "796")));
        world.crm.put(World.agreed(World.deal(2), World.buyer(), line(1, "Новинка", "796")));

        world.notice(DEAL);
        world.notice(World.deal(2));

        assertThat(world.oneC.itemsMade.values())
                .extracting(card -> card.name() + " " + card.unit())
                .contains("Доставка 796")
                .filteredOn(name -> name.startsWith("Новинка"))
                .hasSize(2);
        assertThat(world.crm.notes.values()).anySatisfy(note -> assertThat(note).contains("1, 2, 3"));
    }

    /** A lost first look is no doubt about a write; what is lost after it, is. */
    @ParameterizedTest
    @ValueSource(ints = {5, 100, 140})
    void an_item_whose_making_got_no_answer_is_made_once_however_long_its_name_is(int length) {
        for (int call = 1; call <= 8; call++) {
            World world = matching(Unknown.CREATE, ItemKey.NAME);
            world.crm.put(selling(line(1, "К".repeat(length), "796")));
            world.oneC.loseCall(
                    call,
                    new Outcome.Later(world.clock.instant().plusSeconds(120), Delay.WRITE_OUTCOME_UNKNOWN),
                    Effect.DONE);

            world.notice(DEAL);
            world.wakeUntilSettled(DEAL);

            assertThat(world.oneC.itemsMade).as("call " + call).hasSize(1);
            assertThat(items(world)).hasSize(1);
        }
    }

    @Test
    void an_item_whose_unit_1c_does_not_have_is_not_made() {
        World world = matching(Unknown.CREATE, ItemKey.NAME);
        world.oneC.unitsUnknown.add("166");
        world.crm.put(selling(line(1, "Гвозди", "166")));

        assertThat(world.notice(DEAL))
                .isEqualTo(new Outcome.NeedsPeople(new Problem.UnitNotInOneC(1, "Гвозди", "166")));
        assertThat(world.oneC.itemsMade).isEmpty();
    }

    @Test
    void a_service_that_1c_counts_in_units_and_the_crm_in_pieces_is_one_and_the_same() {
        World world = matching(Unknown.ASK_PEOPLE, ItemKey.NAME);
        world.oneC.item(ItemKey.NAME, "Доставка", ItemNature.SERVICE);
        world.crm.put(selling(line(1, "Доставка", "876")));

        assertThat(world.notice(DEAL)).isInstanceOf(Outcome.Applied.class);
    }

    private static Deal again(DealLine... lines) {
        return World.agreed(World.deal(2), World.buyer(), lines);
    }

    /** In kilograms. */
    private static World cementSoldBefore() {
        World world = matching(Unknown.ASK_PEOPLE, ItemKey.NAME);
        world.oneC.itemIn("166", "Цемент");
        world.crm.put(selling(line(1, "Цемент", "166")));
        world.notice(DEAL);
        return world;
    }

    private static Outcome unitDiffers(String inDeal, String inOneC) {
        return new Outcome.NeedsPeople(new Problem.UnitDiffers(1, "Цемент", inDeal, inOneC));
    }

    @Test
    void an_item_that_was_sold_before_is_sold_in_its_own_unit_only() {
        World world = cementSoldBefore();

        world.crm.put(again(line(1, "Цемент", "168")));
        assertThat(world.notice(World.deal(2))).isEqualTo(unitDiffers("168", "166"));
        assertThat(world.oneC.documents(OneCKind.INVOICE)).hasSize(1);

        world.crm.put(again(line(1, "Цемент", "166")));
        assertThat(world.notice(World.deal(2))).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void a_unit_that_was_mended_in_1c_is_seen() {
        World world = cementSoldBefore();
        world.crm.put(again(line(1, "Цемент", "168")));
        world.notice(World.deal(2));

        world.oneC.itemsAreNowIn("168");

        assertThat(world.notice(World.deal(2))).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void a_link_of_a_former_release_gets_its_unit_by_one_look_at_1c() {
        World world = matching(Unknown.ASK_PEOPLE, ItemKey.NAME);
        UUID cement = world.oneC.itemIn("166", "Цемент");
        LinkKey key = new LinkKey(OneCKind.ITEM, "product#91");
        world.links.put(DemoTenant.ID, key, new Link.Created(new OneCRef(OneCKind.ITEM, cement)));
        world.crm.put(selling(line(1, "Цемент, новое имя", "168")));

        assertThat(world.notice(DEAL))
                .isEqualTo(new Outcome.NeedsPeople(new Problem.UnitDiffers(1, "Цемент, новое имя", "168", "166")));
        assertThat(world.links.find(DemoTenant.ID, key))
                .isEqualTo(new Link.OnFile(
                        new OneCRef(OneCKind.ITEM, cement),
                        "166",
                        LocalDate.ofInstant(world.clock.instant(), ZoneId.of("Europe/Moscow"))));
    }

    @Test
    void an_item_that_we_made_is_known_with_its_unit_from_the_first() {
        World world = matching(Unknown.CREATE, ItemKey.NAME);
        world.crm.put(selling(line(1, "Цемент", "166")));
        world.notice(DEAL);
        int calls = world.oneC.calls;
        world.crm.put(World.agreed(World.deal(2), World.buyer(), line(1, "Цемент", "168")));

        assertThat(world.notice(World.deal(2))).isEqualTo(unitDiffers("168", "166"));
        assertThat(world.oneC.calls - calls)
                .as("only to see whether it was mended")
                .isEqualTo(1);
    }

    @Test
    void a_unit_that_is_changed_after_the_invoice_is_seen_and_pieces_are_units() {
        World world = matching(Unknown.ASK_PEOPLE, ItemKey.NAME);
        world.oneC.itemIn("166", "Цемент");
        world.oneC.itemIn("796", "Мешок");
        world.crm.put(selling(line(1, "Цемент", "166"), line(2, "Мешок", "796")));
        world.notice(DEAL);
        world.oneC.paid.add(
                world.oneC.documents(OneCKind.INVOICE).getFirst().ref().key());

        world.crm.put(selling(line(1, "Цемент", "168"), line(2, "Мешок", "796")));
        assertThat(world.notice(DEAL)).as("even of a paid one").isEqualTo(unitDiffers("168", "166"));

        world.crm.put(selling(line(1, "Цемент", "166"), line(2, "Мешок", "642")));
        int calls = world.oneC.calls;
        assertThat(world.notice(DEAL)).isNotInstanceOf(Outcome.NeedsPeople.class);
        assertThat(world.oneC.calls).isEqualTo(calls);
    }

    @Test
    void what_was_written_before_units_counted_is_not_written_again() {
        World world = cementSoldBefore();
        LinkKey invoice = LinkKey.ofDocument(OneCKind.INVOICE, DEAL);
        var written = (Link.Verified) world.links.find(DemoTenant.ID, invoice);
        // By the release before: of the deal's parts without its unit.
        Fingerprint formerly = Fingerprint.of(
                DemoTenant.SELLER.keyWithin(DemoTenant.ID).hex(),
                new LegalIdentity.Organization(new Inn("5001000027"), new Kpp("502401001"))
                        .keyWithin(DemoTenant.ID)
                        .hex(),
                "RUB",
                "91",
                "Цемент",
                "1",
                "100.00",
                "100.00",
                "22",
                "");
        world.links.put(
                DemoTenant.ID,
                invoice,
                new Link.Verified(written.ref(), formerly, written.found(), written.facts(), written.remarks()));
        int calls = world.oneC.calls;

        assertThat(world.notice(DEAL)).isEqualTo(new Outcome.Unchanged(Because.SAME_AS_WRITTEN));
        assertThat(world.oneC.calls).isEqualTo(calls);
        assertThat(world.links.find(DemoTenant.ID, invoice)).as("with its unit").isEqualTo(written);
    }
}
