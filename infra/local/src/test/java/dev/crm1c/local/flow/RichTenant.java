package dev.crm1c.local.flow;

import dev.crm1c.local.demo.DemoConfiguration;

/** Tenant files that say everything a tenant file can say, for each configuration; addresses are the demo's. */
final class RichTenant {
    /** Sells in the pipeline 9, and wherever a deal names it. */
    static final String SECOND_KPP = "780101001";

    static final String SECOND_INN = TaxNumbers.ofOrganization(9_000_001);

    /** Its scenario has no seller. */
    static final int NOBODYS_PIPELINE = 10;

    static final int SECOND_PIPELINE = 9;

    private RichTenant() {}

    static String of(DemoConfiguration configuration) {
        return file(configuration, "live");
    }

    static String rehearsing(DemoConfiguration configuration) {
        return file(configuration, "rehearsal");
    }

    private static String file(DemoConfiguration configuration, String mode) {
        String agreed = configuration.hasOrders()
                ? "[counterparty, contract, order, invoice]"
                : "[counterparty, contract, invoice]";
        String delivered = configuration.hasOrders() ? "[realization, act, tax-invoice]" : "[realization, tax-invoice]";
        return """
                tenant: demo
                preset: bitrix24-%s
                crm:
                  address: "http://127.0.0.1:8624"
                  secret: demo/bitrix24
                  productFields: {article: property98, barcode: property99}
                onec:
                  address: http://127.0.0.1:8610/base
                  secret: demo/onec
                  organizations:
                    - inn: "7700000016"
                      kpp: "773601001"
                      when: {pipeline: 0}
                      use: {warehouse: Основной склад}
                    - inn: "%s"
                      kpp: "%s"
                      when: {pipeline: 9}
                      named: true
                      use: {warehouse: Южный склад}
                scenarios:
                  - when: {pipeline: 0, stage: EXECUTING}
                    make: %s
                    pay: [{percent: 70}, {percent: 30, days: 14, when: after-shipment}]
                  - when: {pipeline: 0, stage: FINAL_INVOICE}
                    make: %s
                  - when: {pipeline: 9, stage: "C9:EXECUTING"}
                    make: %s
                    onProblem: {moveTo: "C9:PREPARATION"}
                  - when: {pipeline: 10, stage: "C10:EXECUTING"}
                    make: %s
                contracts:
                  - {when: {buyer: [person]}, name: Розничная продажа}
                  - {when: {pipeline: 9}, name: "Договор поставки {год}", reuse: by-name, term: yearly}
                items:
                  unknown: create
                  match: [article, barcode, name]
                  create: {goodsKind: Товары, serviceKind: Услуги, folder: Из CRM}
                deals:
                  from: 2026-01-01
                  test: {titles: [проба]}
                currencies: [RUB, USD]
                mode: %s
                """.formatted(configuration.wireName(), SECOND_INN, SECOND_KPP, agreed, delivered, agreed, agreed, mode);
    }
}
