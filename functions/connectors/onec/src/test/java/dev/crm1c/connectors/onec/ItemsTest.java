package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.BaseTenants.got;
import static dev.crm1c.connectors.onec.BaseTenants.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.money.VatRate;
import dev.crm1c.model.onec.ItemCard;
import dev.crm1c.model.onec.ItemKey;
import dev.crm1c.model.onec.ItemNature;
import dev.crm1c.model.onec.ItemOnFile;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.port.OneCItems;
import dev.crm1c.model.port.OneCItems.Units;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.ItemPolicy;
import dev.crm1c.model.tenant.ItemPolicy.NewItems;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.Tailoring;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.simulators.onec.Accountant.ItemSort;
import dev.crm1c.simulators.onec.OneCSettings;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sold, as 1C's Номенклатура has it. */
@QuarkusTest
@DisplayName("onec.md §2.1, §2.2: items")
class ItemsTest extends InASellingBase {
    private static final String ITEMS = "Catalog_Номенклатура";

    @Inject
    OneCItems items;

    private Tenant tenant(String configuration) {
        return tenant(OneCSettings.of(configuration), Tailoring.NONE);
    }

    private static Tenant making(Tenant tenant, NewItems fresh) {
        return BaseTenants.with(tenant, new ItemPolicy(List.of(ItemKey.ARTICLE), Unknown.CREATE, fresh));
    }

    private ItemOnFile goods(String article) {
        return new ItemOnFile(seeded.items().get(article), ItemNature.GOODS, "796");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounting-3", "trade-11", "erp-2"})
    @DisplayName(
            "by name: quotes doubled, spaces as %20, plus signs kept, long lists in chunks; case matters only where both are there")
    void by_name(String configuration) {
        Tenant tenant = tenant(configuration);
        UUID piece = seeded.units().get("796");
        UUID odd = base.accountant().item("Болт 'М6+' 50% & co #1", "B-1", piece);
        var names =
                new HashSet<>(Set.of("Болт 'М6+' 50% & co #1", "  стол ПИСЬМЕННЫЙ ", "Доставка", "Нет такого", " "));
        for (int i = 0; i < 60; i++) {
            names.add("Очень длинное название несуществующего товара номер " + i);
        }
        names.add("Д".repeat(101));

        Map<String, List<ItemOnFile>> found = got(items.find(tenant, ItemKey.NAME, names));

        assertThat(found)
                .containsOnlyKeys("Болт 'М6+' 50% & co #1", "  стол ПИСЬМЕННЫЙ ", "Доставка")
                .containsEntry("Болт 'М6+' 50% & co #1", List.of(new ItemOnFile(odd, ItemNature.GOODS, "796")))
                .containsEntry("  стол ПИСЬМЕННЫЙ ", List.of(goods("ST-002")))
                .containsEntry(
                        "Доставка", List.of(new ItemOnFile(seeded.items().get("US-101"), ItemNature.SERVICE, "876")));
        assertThat(base.requests())
                .allSatisfy(request -> assertThat(request.status()).isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounting-3", "trade-11"})
    @DisplayName("by article, in one request; doubles come back both, what is marked for deletion does not")
    void by_article(String configuration) {
        Tenant tenant = tenant(configuration);
        UUID metre = base.accountant().unit("6  ", "м");
        UUID cable = base.accountant().item("Кабель", "KB-1", metre);
        UUID double1 = base.accountant().item("Лампа белая", "LM-9", metre);
        UUID double2 = base.accountant().item("Лампа чёрная", "LM-9", metre);
        UUID gone = base.accountant().item("Лампа старая", "LM-9", metre);
        base.accountant().markForDeletion(ITEMS, gone);
        base.resetCounters();

        Map<String, List<ItemOnFile>> found =
                got(items.find(tenant, ItemKey.ARTICLE, Set.of("KB-1", "LM-9", "LM-1000", "KR-001")));

        assertThat(base.requestCount()).isOne();
        assertThat(found).containsOnlyKeys("KB-1", "LM-9", "KR-001");
        assertThat(found.get("KB-1"))
                .as("006 as the classifier writes it")
                .containsExactly(new ItemOnFile(cable, ItemNature.GOODS, "006"));
        assertThat(found.get("LM-9")).extracting(ItemOnFile::key).containsExactlyInAnyOrder(double1, double2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounting-3", "trade-11"})
    @DisplayName("by barcode, in two requests; that of a package or a characteristic is not the item's own")
    void by_barcode(String configuration) {
        Tenant tenant = tenant(configuration);
        base.accountant().barcode(seeded.items().get("KR-001"), "4600000000017");
        base.accountant().barcode(seeded.items().get("KR-001"), "4600000000024");
        base.accountant().barcode(seeded.items().get("ST-002"), "4600000000031");
        base.accountant().markForDeletion(ITEMS, seeded.items().get("ST-002"));
        base.resetCounters();

        Map<String, List<ItemOnFile>> found = got(items.find(
                tenant,
                ItemKey.BARCODE,
                Set.of("4600000000017", "4600000000024", "4600000000031", "0000000000000", "9".repeat(201))));

        assertThat(base.requestCount()).isEqualTo(2);
        assertThat(found)
                .containsOnly(
                        Map.entry("4600000000017", List.of(goods("KR-001"))),
                        Map.entry("4600000000024", List.of(goods("KR-001"))));
    }

    @Test
    @DisplayName("§2.2: the barcode of a box is not that of a piece")
    void the_barcode_of_a_package() {
        Tenant tenant = tenant("trade-11");
        String box = "4600000000048";
        RawCall.post(
                base.address(),
                "InformationRegister_ШтрихкодыНоменклатуры",
                "{\"Штрихкод\":\"%s\",\"Номенклатура_Key\":\"%s\",\"Упаковка_Key\":\"%s\"}"
                        .formatted(
                                box,
                                seeded.items().get("KR-001"),
                                seeded.units().get("166")));

        assertThat(got(items.find(tenant, ItemKey.BARCODE, Set.of(box)))).isEmpty();
    }

    @Test
    @DisplayName(
            "§2.2: goods, services and sets of items are told apart in one request, with their units; what is gone is missing")
    void on_file() {
        Tenant tenant = tenant("trade-11");
        UUID kit = base.accountant()
                .trade()
                .kit("Рабочее место", "RM-1", seeded.units().get("796"));
        UUID chair = seeded.items().get("KR-001");
        UUID delivery = seeded.items().get("US-101");
        base.resetCounters();

        assertThat(got(items.onFile(tenant, Set.of(kit, chair, delivery, new UUID(7, 7)))))
                .containsOnly(
                        Map.entry(kit, new ItemOnFile(kit, ItemNature.KIT, "796")),
                        Map.entry(chair, new ItemOnFile(chair, ItemNature.GOODS, "796")),
                        Map.entry(delivery, new ItemOnFile(delivery, ItemNature.SERVICE, "876")));
        assertThat(base.requestCount()).isOne();
        assertThat(got(items.find(tenant, ItemKey.ARTICLE, Set.of("RM-1"))).get("RM-1"))
                .extracting(ItemOnFile::nature)
                .containsExactly(ItemNature.KIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounting-3", "trade-11", "erp-2"})
    @DisplayName("a new item has its kind, unit, folder and rate, a name that is cut and one that is whole")
    void a_new_item(String configuration) {
        NewItems fresh = new NewItems("Товары", "Услуги", "Из сделок");
        Tenant tenant = making(tenant(configuration), fresh);
        UUID folder = base.accountant().itemFolder("Из сделок");
        OneCBase found = got(oneC.findBase(tenant));
        String name = "Кабель " + "о".repeat(120);
        base.resetCounters();

        OneCRef goods = got(items.create(
                tenant,
                found,
                new ItemCard(name, "KB-7", ItemNature.GOODS, "796", new VatRate.Percent(10)),
                proposed(OneCKind.ITEM, "a:KB-7")));
        assertThat(base.requestCount()).isEqualTo(4);
        OneCRef service = got(items.create(
                tenant,
                found,
                new ItemCard("Монтаж", "", ItemNature.SERVICE, "876", VatRate.WITHOUT),
                proposed(OneCKind.ITEM, "n:Монтаж")));

        JsonNode stored = base.one(ITEMS, goods.key());
        assertThat(stored.path("Description").asText()).hasSize(100).endsWith("…");
        assertThat(stored.path("НаименованиеПолное").asText()).isEqualTo(name);
        assertThat(stored.path("Parent_Key").asText()).isEqualTo(folder.toString());
        assertThat(stored.path("ЕдиницаИзмерения_Key").asText())
                .isEqualTo(seeded.units().get("796").toString());
        assertThat(kindOf(stored)).isEqualTo("Товары");
        JsonNode work = base.one(ITEMS, service.key());
        assertThat(kindOf(work)).isEqualTo("Услуги");
        if (configuration.equals("accounting-3")) {
            assertThat(stored.path("ВидСтавкиНДС").asText()).isEqualTo("Пониженная");
            assertThat(work.path("ВидСтавкиНДС").asText()).isEqualTo("БезНДС");
            assertThat(work.path("Услуга").asBoolean()).isTrue();
        } else {
            assertThat(stored.path("СтавкаНДС_Key").asText())
                    .isEqualTo(found.entry("vatRate.10").orElseThrow().toString());
            assertThat(work.path("ТипНоменклатуры").asText()).isEqualTo("Услуга");
        }
        assertThat(got(items.find(tenant, ItemKey.ARTICLE, Set.of("KB-7"))).get("KB-7"))
                .containsExactly(new ItemOnFile(goods.key(), ItemNature.GOODS, "796"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounting-3", "trade-11"})
    @DisplayName("an item that was made is found by what was written, and one that only begins alike is not meant")
    void found_again(String configuration) {
        Tenant tenant = making(tenant(configuration), new NewItems("Товары", "Услуги", ""));
        OneCBase found = got(oneC.findBase(tenant));
        String name = "Кабель 'ВВГ' " + "о".repeat(120);
        ItemCard card = new ItemCard(name + " белый", "", ItemNature.GOODS, "796", new VatRate.Percent(22));
        ItemCard other = new ItemCard(name + " серый", "", ItemNature.GOODS, "796", new VatRate.Percent(22));
        ItemCard marked = new ItemCard("Шкаф", "SH-1", ItemNature.GOODS, "796", new VatRate.Percent(22));
        ItemCard otherwise = new ItemCard("Шкаф", "SH-2", ItemNature.GOODS, "796", new VatRate.Percent(22));

        OneCRef made = got(items.create(tenant, found, card, proposed(OneCKind.ITEM, "1")));
        OneCRef chest = got(items.create(tenant, found, marked, proposed(OneCKind.ITEM, "2")));
        base.resetCounters();

        assertThat(got(items.findMade(tenant, card))).contains(made);
        assertThat(base.requestCount()).isOne();
        assertThat(got(items.findMade(tenant, other))).isEmpty();
        assertThat(got(items.findMade(tenant, marked))).contains(chest);
        assertThat(got(items.findMade(tenant, otherwise))).isEmpty();
    }

    private String kindOf(JsonNode item) {
        return base.one(
                        "Catalog_ВидыНоменклатуры",
                        UUID.fromString(item.path("ВидНоменклатуры_Key").asText()))
                .path("Description")
                .asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounting-3", "trade-11"})
    @DisplayName(
            "a kind that nobody named is the only one there is; a name, a folder or a unit that is not there is asked for")
    void what_the_dictionaries_lack(String configuration) {
        Tenant tenant = tenant(configuration);
        OneCBase found = got(oneC.findBase(tenant));

        assertThat(made(making(tenant, NewItems.UNSAID), found, "796")).isInstanceOf(Reply.Got.class);
        base.accountant().itemKind("Мебель", ItemSort.GOODS);
        assertThat(stopped(made(making(tenant, NewItems.UNSAID), found, "796")))
                .isEqualTo(people(new Problem.EntryNotChosen("Виды номенклатуры", "items.create.goodsKind")));
        assertThat(stopped(made(making(tenant, new NewItems("Одежда", "", "")), found, "796")))
                .isEqualTo(people(new Problem.DictionaryEntryMissing("Виды номенклатуры", "Одежда")));
        assertThat(stopped(made(making(tenant, new NewItems("Мебель", "", "Нет такой")), found, "796")))
                .isEqualTo(people(new Problem.DictionaryEntryMissing("Номенклатура", "Нет такой")));
        assertThat(stopped(made(making(tenant, new NewItems("Мебель", "", "")), found, "778")))
                .isEqualTo(people(new Problem.DictionaryEntryMissing(
                        configuration.equals("accounting-3") ? "Классификатор единиц измерения" : "Единицы измерения",
                        "ОКЕИ 778")));
    }

    private Reply<OneCRef> made(Tenant tenant, OneCBase found, String unit) {
        return items.create(
                tenant,
                found,
                new ItemCard("Шкаф", "SH-1", ItemNature.GOODS, unit, new VatRate.Percent(22)),
                proposed(OneCKind.ITEM, "a:SH-1"));
    }

    private static Outcome people(Problem problem) {
        return new Outcome.NeedsPeople(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounting-3", "trade-11"})
    @DisplayName(
            "C5: codes of units with leading zeros, without them, with blanks behind; what an item owns is a package")
    void units(String configuration) {
        Tenant tenant = making(tenant(configuration), NewItems.UNSAID);
        base.accountant().unit("6", "м");
        base.accountant().unit("055", "м²");

        assertThat(got(items.unit(tenant, "006"))).isEqualTo(Units.KNOWN);
        assertThat(got(items.unit(tenant, "55"))).isEqualTo(Units.KNOWN);
        assertThat(got(items.unit(tenant, "796"))).isEqualTo(Units.KNOWN);
        assertThat(got(items.unit(tenant, "778"))).isEqualTo(Units.UNKNOWN);
        if (configuration.equals("trade-11")) {
            base.accountant()
                    .create(
                            "Catalog_УпаковкиЕдиницыИзмерения",
                            Map.of(
                                    "Code",
                                    "778",
                                    "Description",
                                    "коробка",
                                    "Owner",
                                    seeded.items().get("KR-001"),
                                    "Owner_Type",
                                    "StandardODATA." + ITEMS));
            assertThat(got(items.unit(tenant, "778"))).isEqualTo(Units.UNKNOWN);
        }
    }
}
