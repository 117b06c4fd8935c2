package dev.crm1c.local.demo;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Which configuration of 1C the demo plays with, and where its documents lie. */
public enum DemoConfiguration {
    ACCOUNTING_3("accounting-3", "tenant.yaml", "Document_СчетНаОплатуПокупателю", "Document_СчетНаОплатуПокупателю"),
    TRADE_11("trade-11", "trade-11.yaml", "Document_ЗаказКлиента", "Document_СчетНаОплатуКлиенту"),
    ERP_2("erp-2", "erp-2.yaml", "Document_ЗаказКлиента", "Document_СчетНаОплатуКлиенту");

    private final String wireName;
    private final String tenantFile;
    private final String sales;
    private final String invoices;

    DemoConfiguration(String wireName, String tenantFile, String sales, String invoices) {
        this.wireName = wireName;
        this.tenantFile = tenantFile;
        this.sales = sales;
        this.invoices = invoices;
    }

    public static DemoConfiguration named(String name) {
        return Arrays.stream(values())
                .filter(configuration -> configuration.wireName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("CONFIG is one of "
                        + Arrays.stream(values()).map(one -> one.wireName).collect(Collectors.joining(", "))));
    }

    public String wireName() {
        return wireName;
    }

    String tenantFile() {
        return "infra/tenants/demo/" + tenantFile;
    }

    /** The documents that say what is sold. */
    public String sales() {
        return sales;
    }

    public String invoices() {
        return invoices;
    }

    public boolean hasOrders() {
        return !sales.equals(invoices);
    }
}
