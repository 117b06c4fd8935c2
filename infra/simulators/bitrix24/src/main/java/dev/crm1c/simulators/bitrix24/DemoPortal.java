package dev.crm1c.simulators.bitrix24;

import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import java.util.List;

/**
 * A small portal to look at: one client with legal data and a deal that waits to be moved. The numbers are valid by
 * their check digits and belong to nobody.
 */
public record DemoPortal(long company, long requisite, long bankDetail, long deal, List<Long> rows) {

    public static DemoPortal fill(Salesperson salesperson) {
        long company = salesperson.company("ООО «Северный ветер»");
        long requisite = salesperson.requisite(
                company,
                "5001000027",
                "502401001",
                "ООО «Северный ветер»",
                "Общество с ограниченной ответственностью «Северный ветер»",
                "1157800000027");
        long bankDetail = salesperson.bankDetail(
                requisite, "044525225", "40702810200000000001", "ПАО Сбербанк", "30101810400000000225");
        long deal = salesperson.deal("Оснащение переговорной", company);
        List<Long> rows = salesperson.rows(
                deal,
                List.of(
                        ProductRow.of("Кресло офисное «Норд»", "12990.50", "4")
                                .withProduct(101)
                                .withVat(22)
                                .withSort(10),
                        ProductRow.of("Стол переговорный 2400×1200", "45890.33", "1")
                                .withProduct(102)
                                .withVat(22)
                                .withDiscountPercent("10")
                                .withSort(20),
                        ProductRow.of("Сборка и доставка мебели", "3499.99", "1")
                                .withProduct(103)
                                .withSort(30)
                                .asService()));
        return new DemoPortal(company, requisite, bankDetail, deal, rows);
    }
}
