package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.BaseTenants.got;
import static dev.crm1c.connectors.onec.BaseTenants.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.FreeStock;
import dev.crm1c.model.onec.FreeStock.Place;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.onec.Payment;
import dev.crm1c.model.onec.Payment.Way;
import dev.crm1c.model.onec.PriceList;
import dev.crm1c.model.onec.Settlement;
import dev.crm1c.model.port.OneCBooks;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.tenant.Tailoring;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.simulators.onec.OneCSettings;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prices, stock, settlements and payments as bases of three configurations count them. */
@QuarkusTest
@DisplayName("onec.md §1.5, §2.1, §2.2: the books")
class BooksTest extends InASellingBase {
    private static final String CHAIR = "KR-001";

    @Inject
    OneCBooks books;

    private Tenant tenant(String configuration) {
        return tenant(OneCSettings.of(configuration).withRecalculation(Duration.ZERO), Tailoring.NONE);
    }

    private OneCBase baseOf(Tenant tenant, String... lacks) {
        return new OneCBase(got(oneC.findBase(tenant)).found(), Set.of(lacks));
    }

    /** Posted: what a deal of this number sells, two chairs for 1,220 each. */
    private OneCRef sale(Tenant tenant, Parties parties, String deal) {
        OneCKind kind = oneC.kindsIn(tenant).contains(OneCKind.ORDER) ? OneCKind.ORDER : OneCKind.INVOICE;
        DocumentDraft chairs = draft(kind, deal, parties, lines(line(1, CHAIR, 2, 244_000)));
        DocumentSheet written = got(oneC.create(tenant, chairs, proposed(kind, deal)));
        got(oneC.post(tenant, parties.base(), written));
        return written.ref();
    }

    @ParameterizedTest
    @CsvSource({"accounting-3, true", "trade-11, true", "trade-11, false", "erp-2, true", "erp-2, false"})
    @DisplayName(
            "§2.1, §2.2: the prices of a kind, from whichever register the base keeps them in; a newer one replaces an older")
    void prices(String configuration, boolean pricing25) {
        Tenant tenant = tenant(OneCSettings.of(configuration).withPricing25(pricing25), Tailoring.NONE);
        UUID lamp = seeded.items().get("LM-003");
        UUID dollar = base.accountant().currency("840", "USD");
        UUID other = base.accountant().priceKind("Оптовая", seeded.currency());
        base.accountant().setPrice(lamp, seeded.terms().priceKind(), new BigDecimal("1850.50"), seeded.currency());
        base.accountant()
                .setPrice(seeded.items().get("US-101"), seeded.terms().priceKind(), new BigDecimal("9"), dollar);
        base.accountant().setPrice(lamp, other, BigDecimal.ONE, seeded.currency());
        base.accountant()
                .setPrice(seeded.items().get("US-102"), seeded.terms().priceKind(), BigDecimal.ZERO, seeded.currency());

        PriceList list = got(books.prices(tenant, baseOf(tenant), "Розничная"));

        assertThat(list.prices())
                .containsOnlyKeys(List.of("KR-001", "ST-002", "LM-003", "KF-004").stream()
                        .map(seeded.items()::get)
                        .toArray(UUID[]::new));
        assertThat(list.prices().get(lamp).money()).isEqualTo(new Money(185_050));
        assertThat(list.prices().get(seeded.items().get(CHAIR)).money()).isEqualTo(new Money(750_000));
        assertThat(list.prices().get(lamp).since())
                .isAfter(list.prices().get(seeded.items().get(CHAIR)).since());
        assertThat(list.inOtherCurrencies()).containsExactly(seeded.items().get("US-101"));
        assertThat(stopped(books.prices(tenant, baseOf(tenant), "Тайная")))
                .isInstanceOfSatisfying(
                        Outcome.NeedsPeople.class,
                        needs -> assertThat(needs.problems())
                                .singleElement()
                                .isInstanceOf(Problem.DictionaryEntryMissing.class));
    }

    @Test
    @DisplayName("§2.2: a register that the base does not show is not asked")
    void lackedRegister() {
        Tenant tenant = tenant(OneCSettings.of("trade-11").withPricing25(false), Tailoring.NONE);
        OneCBase seen = baseOf(tenant, "InformationRegister_ЦеныНоменклатуры25");
        base.resetCounters();

        assertThat(got(books.prices(tenant, seen, "Розничная")).prices()).hasSize(6);
        assertThat(base.requestCount()).isEqualTo(2);
    }

    private FreeStock chairs(String quantity) {
        return new FreeStock(
                seeded.items().get(CHAIR), new Place.Warehouse(seeded.terms().warehouse()), new BigDecimal(quantity));
    }

    private FreeStock freeChairs(Tenant tenant, String... lacks) {
        List<FreeStock> free = got(books.freeStock(tenant, baseOf(tenant, lacks))).stream()
                .filter(stock -> stock.item().equals(seeded.items().get(CHAIR)))
                .map(stock -> new FreeStock(
                        stock.item(),
                        stock.place(),
                        stock.quantity().stripTrailingZeros().add(BigDecimal.ZERO)))
                .toList();
        assertThat(free).hasSize(1);
        return free.getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounting-3", "trade-11", "erp-2"})
    @DisplayName("§2.1, §2.2: what came less what went, by item and warehouse; never below zero")
    void stock(String configuration) {
        Tenant tenant = tenant(configuration);
        assertThat(freeChairs(tenant).quantity()).isEqualByComparingTo("100");
        assertThat(freeChairs(tenant).place()).isEqualTo(chairs("100").place());
        assertThat(got(books.freeStock(tenant, baseOf(tenant)))).hasSize(4);

        OneCRef sale = sale(tenant, parties(tenant), "1");
        base.accountant().ship(sale.key());
        assertThat(freeChairs(tenant).quantity()).isEqualByComparingTo("98");

        for (int more = 0; more < 50; more++) {
            base.accountant().ship(sale.key());
        }
        assertThat(freeChairs(tenant).quantity()).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trade-11", "erp-2"})
    @DisplayName("§2.2: what an order has put aside is not free, where the base shows that register")
    void reserved(String configuration) {
        Tenant tenant = tenant(
                OneCSettings.of(configuration),
                new Tailoring(
                        Map.of(),
                        "{\"order\":{\"lines\":{\"Товары\":{\"fields\":{\"ВариантОбеспечения\":\"СоСклада\"}}}}}"));
        sale(tenant, parties(tenant), "1");

        assertThat(freeChairs(tenant).quantity()).isEqualByComparingTo("98");
        assertThat(freeChairs(tenant, "AccumulationRegister_ЗапасыИПотребности").quantity())
                .isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @CsvSource({
        "accounting-3, nothing",
        "trade-11, nothing",
        "trade-11, AccumulationRegister_РасчетыСКлиентами",
        "erp-2, nothing",
        "erp-2, AccumulationRegister_РасчетыСКлиентами"
    })
    @DisplayName(
            "§2.1, §2.2: money ahead of goods is an advance, goods ahead of money are a debt, and one does not hide the other")
    void settlements(String configuration, String lacks) {
        Tenant tenant = tenant(configuration);
        Parties parties = parties(tenant);
        OneCBase seen = baseOf(tenant, lacks);
        OneCRef counterparty = parties.counterparty();
        assertThat(got(books.settlement(tenant, seen, counterparty))).isEqualTo(Settlement.NOTHING);

        OneCRef sale = sale(tenant, parties, "1");
        base.accountant().pay(sale.key(), new BigDecimal("540.55"));
        assertThat(got(books.settlement(tenant, seen, counterparty)))
                .isEqualTo(new Settlement(Money.ZERO, new Money(54_055)));

        base.accountant().ship(sale.key());
        assertThat(got(books.settlement(tenant, seen, counterparty)))
                .isEqualTo(new Settlement(new Money(189_945), Money.ZERO));

        UUID stranger = base.accountant().counterparty("ООО Чужие", "7700000016", "770001001");
        assertThat(got(books.settlement(tenant, seen, new OneCRef(OneCKind.COUNTERPARTY, stranger))))
                .isEqualTo(Settlement.NOTHING);
    }

    @Test
    @DisplayName("§2.2: a debt for one order and an advance for another are both told")
    void debtBesideAdvance() {
        Tenant tenant = tenant("trade-11");
        Parties parties = parties(tenant);
        base.accountant().ship(sale(tenant, parties, "1").key());
        base.accountant().pay(sale(tenant, parties, "2").key(), new BigDecimal("100"));

        assertThat(got(books.settlement(tenant, parties.base(), parties.counterparty())))
                .isEqualTo(new Settlement(new Money(244_000), new Money(10_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounting-3", "trade-11", "erp-2"})
    @DisplayName(
            "§2.1, §2.2: the posted payments of one sale, with what they pay of it; those of others and unposted ones are not among them")
    void payments(String configuration) {
        Tenant tenant = tenant(configuration);
        Parties parties = parties(tenant);
        OneCRef sale = sale(tenant, parties, "1");
        OneCRef another = sale(tenant, parties, "2");
        String receipts = configuration.equals("accounting-3")
                ? "Document_ПоступлениеНаРасчетныйСчет"
                : "Document_ПоступлениеБезналичныхДенежныхСредств";
        assertThat(got(books.payments(tenant, parties.base(), sale))).isEmpty();

        UUID first = base.accountant().pay(sale.key(), new BigDecimal("1000"));
        UUID second = base.accountant().pay(sale.key(), new BigDecimal("440.10"));
        UUID undone = base.accountant().pay(sale.key(), new BigDecimal("5"));
        base.accountant().unpost(receipts, undone);
        base.accountant().pay(another.key(), new BigDecimal("7"));
        base.accountant().payUnallocated(parties.counterparty().key(), seeded.organization(), new BigDecimal("9"));

        List<Payment> payments = got(books.payments(tenant, parties.base(), sale));
        assertThat(payments).extracting(Payment::document).containsExactlyInAnyOrder(first, second);
        assertThat(payments)
                .extracting(Payment::ofSale)
                .containsExactlyInAnyOrder(new Money(100_000), new Money(44_010));
        assertThat(payments).allSatisfy(payment -> {
            assertThat(payment.way()).isEqualTo(Way.BANK);
            assertThat(payment.number()).isNotBlank();
            assertThat(payment.total()).isEqualTo(payment.ofSale());
        });
    }

    @Test
    @DisplayName(
            "§1.7: what keeps documents from being written keeps the books from being read, with the same outcomes")
    void refusals() {
        Tenant tenant = tenant(OneCSettings.of("trade-11"), Tailoring.NONE);
        Parties parties = parties(tenant);
        OneCRef sale = sale(tenant, parties, "1");
        base.accountant().lockBase("Обновление до 20:00");

        assertThat(stopped(books.prices(tenant, parties.base(), "Розничная"))).isInstanceOf(Outcome.Later.class);
        assertThat(stopped(books.freeStock(tenant, parties.base()))).isInstanceOf(Outcome.Later.class);
        assertThat(stopped(books.settlement(tenant, parties.base(), parties.counterparty())))
                .isInstanceOf(Outcome.Later.class);
        assertThat(stopped(books.payments(tenant, parties.base(), sale))).isInstanceOf(Outcome.Later.class);
    }
}
