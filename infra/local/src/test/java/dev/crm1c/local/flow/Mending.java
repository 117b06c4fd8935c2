package dev.crm1c.local.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.local.flow.Flow.Company;
import dev.crm1c.simulators.bitrix24.crm.Activities.Stand;
import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import dev.crm1c.simulators.bitrix24.crm.TimelineComment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people have to mend, told once and gone once it is mended. */
interface Mending {
    Office office();

    @Test
    default void all_faults_stand_in_one_message_with_one_thing_to_do_and_go_as_they_are_mended() {
        Office office = office();
        Flow flow = office.flow();
        var manager = office.manager();
        Company model = flow.company();
        long company = manager.company("ООО «Без реквизитов»");
        long deal = manager.deal("Сделка", company);
        ProductRow untaxable = ProductRow.of("Кран", "100", "1").withVat(13);
        manager.rows(deal, List.of(office.pump("1"), untaxable, ProductRow.of("Труба", "0", "1")));
        flow.resetCounters();

        manager.moveDeal(deal, Office.AGREED);
        flow.settle();

        long message = entry(deal).id();
        assertThat(entry(deal).text())
                .contains("Заполните реквизиты компании", "Строка 2 («Кран»)", "Строка 3 («Труба»)", "[URL=");
        assertThat(office.writesTo1C()).isEmpty();
        assertThat(office.field(deal, "STATE")).isEqualTo("Нужно исправить сделку");
        assertThat(office.portal().todos(deal)).singleElement().satisfies(todo -> {
            assertThat(todo.stand()).isEqualTo(Stand.OPEN);
            assertThat(todo.responsible()).isEqualTo(manager.userId());
            assertThat(todo.deadline()).isAfter(todo.created());
        });

        manager.rows(deal, List.of(office.pump("1"), untaxable.withVat(22), ProductRow.of("Труба", "0", "1")));
        flow.settle();
        assertThat(entry(deal).id()).as("the same entry, reworded").isEqualTo(message);
        assertThat(entry(deal).text())
                .doesNotContain("Кран")
                .contains("Строка 3 («Труба»)", "Заполните реквизиты компании");
        assertThat(office.portal().todos(deal)).hasSize(1);

        manager.rows(deal, List.of(office.pump("1")));
        manager.requisite(company, TaxNumbers.ofOrganization(8_000_001), "770101001", "ООО «С реквизитами»", "", "");
        flow.settle();
        assertThat(flow.notes(deal))
                .hasSize(office.hasOrders() ? 2 : 1)
                .noneMatch(note -> note.contains("Строка 3") || note.contains("Заполните"));
        assertThat(office.field(deal, "STATE")).isEqualTo("Выставлен");
        assertThat(office.portal().todos(deal))
                .singleElement()
                .satisfies(todo -> assertThat(todo.stand()).isEqualTo(Stand.DONE));
        assertThat(flow.counterparties(model))
                .as("nobody else was made on the way")
                .isEmpty();
    }

    private TimelineComment entry(long deal) {
        List<TimelineComment> entries = office().portal().timeline(deal);
        assertThat(entries).hasSize(1);
        return entries.getFirst();
    }

    @Test
    default void a_deal_that_cannot_go_is_set_back_where_the_tenant_wants_it_and_goes_when_it_comes_again() {
        Office office = office();
        Flow flow = office.flow();
        var manager = office.manager();
        Company company = flow.company();
        long deal = manager.deal("Сделка", company.id(), RichTenant.SECOND_PIPELINE, "C9:NEW");
        flow.settle();

        manager.moveDeal(deal, "C9:EXECUTING");
        flow.settle();
        assertThat(office.portal().deal(deal).path("stageId").asText()).isEqualTo("C9:PREPARATION");
        assertThat(entry(deal).text()).contains("Добавьте в сделку товары");

        manager.rows(deal, List.of(office.pump("1")));
        flow.settle();
        assertThat(flow.invoicesOf(company)).as("not asked for yet").isEmpty();
        manager.moveDeal(deal, "C9:EXECUTING");
        flow.settle();
        assertThat(flow.invoicesOf(company)).hasSize(1);
        assertThat(office.portal().deal(deal).path("stageId").asText()).isEqualTo("C9:EXECUTING");
        assertThat(flow.notes(deal)).noneMatch(note -> note.contains("Добавьте"));
    }
}
