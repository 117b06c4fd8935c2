package dev.crm1c.model.onec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.money.Quantity;
import dev.crm1c.model.money.VatRate;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Problem;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DocumentSheetTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 21, 12, 0);
    private static final UUID CHAIR = new UUID(0, 1);
    private static final UUID DELIVERY = new UUID(0, 2);

    private static DocumentDraft asked(DocumentLine... lines) {
        return new DocumentDraft(
                OneCKind.REALIZATION,
                Marker.of(DemoTenant.ID, new CrmRef(CrmKind.DEAL, "1")),
                NOON,
                Parties.of(new OneCBase(Map.of(), Set.of())),
                new DocumentDraft.Content.Lines(List.of(lines)));
    }

    private static DocumentLine asked(int number, UUID item, long gross) {
        return new DocumentLine(
                number,
                new ItemChoice.Linked(item),
                "Строка " + number,
                new Quantity(BigDecimal.ONE),
                new Money(gross),
                new Money(gross),
                VatRate.WITHOUT);
    }

    private static DocumentSheet.Line found(UUID item, long gross) {
        return new DocumentSheet.Line(
                item.toString(), "", new BigDecimal("1.000"), new Money(gross), Money.ZERO, "none");
    }

    private static DocumentSheet found(long total, DocumentSheet.Line... lines) {
        return new DocumentSheet(
                new OneCRef(OneCKind.REALIZATION, new UUID(0, 9)),
                "1",
                NOON,
                DocumentSheet.State.UNPOSTED,
                new Money(total),
                List.of(lines));
    }

    @Test
    @DisplayName("a document that keeps goods and services apart holds the same lines in another order")
    void another_order() {
        DocumentDraft draft = asked(asked(1, DELIVERY, 100), asked(2, CHAIR, 5_000));

        assertThat(found(5_100, found(CHAIR, 5_000), found(DELIVERY, 100)).differencesFrom(draft))
                .isEmpty();
    }

    @Test
    @DisplayName("a sum that landed on another item is a difference of both lines")
    void swapped_sums() {
        DocumentDraft draft = asked(asked(1, DELIVERY, 100), asked(2, CHAIR, 5_000));

        assertThat(found(5_100, found(CHAIR, 100), found(DELIVERY, 5_000)).differencesFrom(draft))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).isInstanceOf(Problem.LineDiffers.class));
    }

    @Test
    @DisplayName("a difference names what differs and nothing else")
    void names_the_difference() {
        var three = new DocumentLine(
                3,
                new ItemChoice.Linked(CHAIR),
                "Стул",
                new Quantity(new BigDecimal("2.5")),
                new Money(40_000),
                new Money(100_000),
                new VatRate.Percent(22));
        var otherTax = new DocumentSheet.Line(
                CHAIR.toString(), "", new BigDecimal("2.500"), new Money(100_000), new Money(18_032), "22");
        var otherRate = new DocumentSheet.Line(
                CHAIR.toString(), "", new BigDecimal("2"), new Money(100_000), new Money(18_033), "none");

        assertThat(found(100_000, otherTax).differencesFrom(asked(three)))
                .containsExactly(new Problem.LineDiffers(3, "Стул", "НДС 180,33", "НДС 180,32"));
        assertThat(found(100_000, otherRate).differencesFrom(asked(three)))
                .containsExactly(
                        new Problem.LineDiffers(3, "Стул", "количество 2,5, ставка НДС 22 %", "количество 2, без НДС"));
    }

    private static DocumentSheet.Line withoutItem(long gross) {
        return new DocumentSheet.Line("", "", BigDecimal.ONE, new Money(gross), Money.ZERO, "none");
    }

    @Test
    @DisplayName("a line whose item was lost, or is another one, is a difference even where every sum agrees")
    void lost_item() {
        DocumentDraft draft = asked(asked(1, CHAIR, 5_000));

        assertThat(found(5_000, withoutItem(5_000)).differencesFrom(draft))
                .containsExactly(
                        new Problem.LineDiffers(1, "Строка 1", "номенклатура указана", "номенклатура не указана"));
        assertThat(found(5_000, found(new UUID(0, 0), 5_000)).differencesFrom(draft))
                .containsExactly(
                        new Problem.LineDiffers(1, "Строка 1", "номенклатура указана", "номенклатура не указана"));
        assertThat(found(5_000, found(DELIVERY, 5_000)).differencesFrom(draft))
                .containsExactly(new Problem.LineDiffers(1, "Строка 1", "одна номенклатура", "другая номенклатура"));
        assertThat(found(4_000, withoutItem(4_000)).differencesFrom(draft))
                .contains(new Problem.LineDiffers(
                        1, "Строка 1", "номенклатура указана, сумма 50,00", "номенклатура не указана, сумма 40,00"));
    }

    @Test
    @DisplayName("a line that words describe does not take the place of one with an item and the same sum")
    void described_and_linked() {
        var described = new DocumentLine(
                1,
                new ItemChoice.Described(),
                "Строка 1",
                new Quantity(BigDecimal.ONE),
                new Money(5_000),
                new Money(5_000),
                VatRate.WITHOUT);
        DocumentDraft draft = asked(described, asked(2, CHAIR, 5_000));

        assertThat(found(10_000, found(CHAIR, 5_000), withoutItem(5_000)).differencesFrom(draft))
                .isEmpty();
    }

    @Test
    @DisplayName("a line that has no item of its own left does not take another's")
    void each_its_own_first() {
        DocumentDraft draft = asked(asked(1, DELIVERY, 100), asked(2, CHAIR, 5_000));

        assertThat(found(5_200, found(CHAIR, 5_100), withoutItem(100)).differencesFrom(draft))
                .contains(
                        new Problem.LineDiffers(1, "Строка 1", "номенклатура указана", "номенклатура не указана"),
                        new Problem.LineDiffers(2, "Строка 2", "сумма 50,00", "сумма 51,00"));
    }

    @Test
    @DisplayName("two lines of one item are told apart by their sums")
    void one_item_twice() {
        DocumentDraft draft = asked(asked(1, CHAIR, 5_000), asked(2, CHAIR, 4_000));

        assertThat(found(9_000, found(CHAIR, 4_000), found(CHAIR, 5_000)).differencesFrom(draft))
                .isEmpty();
        assertThat(found(9_100, found(CHAIR, 4_100), found(CHAIR, 5_000)).differencesFrom(draft))
                .hasSize(2)
                .last()
                .isInstanceOfSatisfying(
                        Problem.LineDiffers.class,
                        differs -> assertThat(differs.line()).isEqualTo(2));
    }

    @Test
    @DisplayName("a line that is missing is seen by the total")
    void missing_line() {
        DocumentDraft draft = asked(asked(1, CHAIR, 5_000), asked(2, DELIVERY, 100));

        assertThat(found(5_000, found(CHAIR, 5_000)).differencesFrom(draft))
                .containsExactly(new Problem.TotalsDiffer(new Money(5_100), new Money(5_000)));
    }
}
