package dev.crm1c.connectors.bitrix24;

import dev.crm1c.model.tenant.CrmConnection.DealField;
import java.util.Map;

/**
 * How a field of the deal is made. Source: reference "bitrix24", 5.9.
 *
 * @param multiple Y or N
 */
record FieldForm(String type, String label, String multiple, Map<String, String> settings) {

    static FieldForm of(DealField field) {
        return switch (field) {
            case INVOICE_NUMBER -> single("string", "Счёт в 1С: номер");
            case INVOICE_DATE -> single("date", "Счёт в 1С: дата");
            case INVOICE_SUM -> sum("Счёт в 1С: сумма");
            case INVOICE_LINK -> single("url", "Счёт в 1С: открыть");
            case ORDER_NUMBER -> single("string", "Заказ в 1С: номер");
            case ORDER_LINK -> single("url", "Заказ в 1С: открыть");
            case SHIPMENT_NUMBER -> single("string", "Отгрузка в 1С: номер");
            case SHIPMENT_DATE -> single("date", "Отгрузка в 1С: дата");
            case SHIPMENT_SUM -> sum("Отгрузка в 1С: сумма");
            case SHIPMENT_LINK -> single("url", "Отгрузка в 1С: открыть");
            case TAX_INVOICE_NUMBER -> single("string", "Счёт-фактура в 1С: номер");
            case STATE -> single("string", "1С: состояние");
            case FILES -> new FieldForm("file", "1С: печатные формы", "Y", Map.of());
            case HANDED_OVER -> single("string", "Отгружено (строка=количество)");
        };
    }

    private static FieldForm sum(String label) {
        return new FieldForm("double", label, "N", Map.of("PRECISION", "2"));
    }

    private static FieldForm single(String type, String label) {
        return new FieldForm(type, label, "N", Map.of());
    }
}
