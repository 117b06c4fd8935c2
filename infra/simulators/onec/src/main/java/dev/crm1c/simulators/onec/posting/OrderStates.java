package dev.crm1c.simulators.onec.posting;

import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.EntityKey;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.PartRow;
import dev.crm1c.simulators.onec.base.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** InformationRegister_СостоянияЗаказовКлиентов: where an order stands, «the best single read» (onec.md §2.2). */
final class OrderStates {
    static final String SET = "InformationRegister_СостоянияЗаказовКлиентов";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private final Infobase base;

    OrderStates(Infobase base) {
        this.base = base;
    }

    void write(Entity order, BigDecimal paid, BigDecimal shipped) {
        BigDecimal total = order.number("СуммаДокумента");
        BigDecimal debt = shipped.subtract(paid).max(BigDecimal.ZERO);
        Map<String, Value> values = new HashMap<>();
        values.put("Заказ", subject(order.reference()));
        values.put(
                "Состояние",
                new Value.Composite(Value.NAMESPACE + "СостоянияЗаказовКлиентов", state(order, paid, shipped)));
        share(values, "Оплаты", paid, total);
        share(values, "Отгрузки", shipped, total);
        share(values, "Долга", debt, total);
        base.store(new Entity(base.structure().known(SET), values, Map.of()));
    }

    void remove(UUID order) {
        Value.Composite subject = subject(order);
        EntityKey key = EntityKey.of(List.of(subject, new Value.Text(subject.type())));
        base.find(SET, key).ifPresent(base::remove);
    }

    private static Value.Composite subject(UUID order) {
        return Value.Composite.reference(TradeDocuments.ORDERS, order);
    }

    private static void share(Map<String, Value> values, String of, BigDecimal sum, BigDecimal total) {
        BigDecimal percent =
                total.signum() == 0 ? BigDecimal.ZERO : sum.multiply(HUNDRED).divide(total, 0, RoundingMode.HALF_UP);
        values.put("Сумма" + of, new Value.Numeric(sum));
        values.put("Процент" + of, new Value.Numeric(percent.min(BigDecimal.valueOf(999))));
    }

    private static String state(Entity order, BigDecimal paid, BigDecimal shipped) {
        switch (order.text("Статус")) {
            case "НеСогласован", "" -> {
                return "ОжидаетсяСогласование";
            }
            case "Закрыт" -> {
                return "Закрыт";
            }
            default -> {}
        }
        BigDecimal total = order.number("СуммаДокумента");
        if (shipped.signum() == 0) {
            return beforeShipment(order, paid);
        }
        if (shipped.compareTo(total) < 0) {
            return "ВПроцессеОтгрузки";
        }
        return paid.compareTo(total) < 0 ? "ОжидаетсяОплатаПослеОтгрузки" : "ГотовКЗакрытию";
    }

    private static String beforeShipment(Entity order, BigDecimal paid) {
        BigDecimal advance = due(order, "АвансДоОбеспечения");
        if (paid.compareTo(advance) < 0) {
            return "ОжидаетсяАвансДоОбеспечения";
        }
        if (order.text("Статус").equals("КОбеспечению")) {
            return "ГотовКОбеспечению";
        }
        boolean prepaid = paid.compareTo(advance.add(due(order, "ПредоплатаДоОтгрузки"))) >= 0;
        return prepaid ? "ГотовКОтгрузке" : "ОжидаетсяПредоплатаДоОтгрузки";
    }

    private static BigDecimal due(Entity order, String stage) {
        return order.rows("ЭтапыГрафикаОплаты").stream()
                .filter(row -> row.text("ВариантОплаты").equals(stage))
                .map((PartRow row) -> row.number("СуммаПлатежа"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
