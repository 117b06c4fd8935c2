package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("§2.2 ERP 2 is as УТ 11 to a sale")
class ErpTest extends TradeTest {
    @Override
    OneCSettings settings() {
        return OneCSettings.of("erp-2").withClock(clock);
    }

    @Test
    @DisplayName("§2.2 an order, its payment, its shipment, and what the registers say of them")
    void sale() {
        UUID order = posted(order());
        accountant.pay(order, new BigDecimal("1200"));
        accountant.ship(order);
        clock.advance(2);
        assertThat(caller.get(STATES).column("Состояние")).containsExactly("ГотовКЗакрытию");
        assertThat(rows(
                                "AccumulationRegister_ТоварыНаСкладах/Balance()",
                                "Номенклатура_Key eq guid'" + demo.items().get("KR-001") + "'")
                        .column("ВНаличииBalance"))
                .containsExactly("98");
        assertThat(caller.get("InformationRegister_ЦеныНоменклатуры25_RecordType/SliceLast()")
                        .column("Цена"))
                .hasSize(6);
        assertThat(simulator.all("AccumulationRegister_РасчетыСКлиентами_RecordType"))
                .hasSize(4);
        assertThat(caller.get("AccountingRegister_Хозрасчетный/Balance()").column("СуммаBalance"))
                .isEmpty();
    }
}
