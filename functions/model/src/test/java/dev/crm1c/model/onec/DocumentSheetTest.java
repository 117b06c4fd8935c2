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
