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
            case INVOICE_SUM -> new FieldForm("double", "Счёт в 1С: сумма", "N", Map.of("PRECISION", "2"));
            case INVOICE_LINK -> single("url", "Счёт в 1С: открыть");
            case STATE -> single("string", "1С: состояние");
            case FILES -> new FieldForm("file", "1С: печатные формы", "Y", Map.of());
        };
    }

    private static FieldForm single(String type, String label) {
        return new FieldForm(type, label, "N", Map.of());
    }
}
