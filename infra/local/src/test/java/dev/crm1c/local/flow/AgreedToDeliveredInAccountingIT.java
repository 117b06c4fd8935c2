package dev.crm1c.local.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.simulators.onec.OneCSettings;
import dev.crm1c.simulators.onec.RefKeyPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From the deal to the documents, as packaged, with Бухгалтерия 3.0 that gives keys of its own. */
class AgreedToDeliveredInAccountingIT extends InOneOffice {
    AgreedToDeliveredInAccountingIT() {
        super(OneCSettings.of("accounting-3").withRefKeyPolicy(RefKeyPolicy.IGNORED));
    }

    @Test
    void logs_and_table_know_a_private_buyer_by_a_number_alone() {
        Office office = office();
        var manager = office.manager();
        long contact = manager.person("Скрытная", "Алевтина", "Тихоновна", "+7 921 555-44-33", "tihaya@example.com");
        long deal = manager.dealOfPerson("Тайная покупка", contact);
        manager.rows(deal, List.of(office.pump("1")));
        manager.moveDeal(deal, Office.AGREED);
        office.flow().settle();

        assertThat(office.flow().shownNumber(deal)).isNotEmpty();
        for (String text : List.of(office.flow().logs(), office.flow().table().toString())) {
            assertThat(text)
                    .contains("demo")
                    .doesNotContain(
                            "Скрытная", "Алевтина", "Тихоновна", "555-44-33", "5554433", "tihaya", "Тайная", "Насос");
        }
    }
}
