package dev.crm1c.simulators.onec;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** With whom УТ and ERP trade: partners, their counterparties, contracts (onec.md §2.0, §2.2). */
final class TradeParties {
    private static final String COUNTERPARTIES = "Catalog_Контрагенты";
    private static final String CONTRACTS = "Catalog_ДоговорыКонтрагентов";
    private final Window window;

    TradeParties(Window window) {
        this.window = window;
    }

    /** What a counterparty is, in the words of the three attributes that say it. */
    private enum Kind {
        COMPANY("ЮрЛицо", "ЮридическоеЛицо", "Компания"),
        SOLE_TRADER("ИндивидуальныйПредприниматель", "ФизическоеЛицо", "Компания"),
        PERSON("ФизЛицо", "ФизическоеЛицо", "ЧастноеЛицо");

        private final String inTrade;
        private final String common;
        private final String ofPartner;

        Kind(String inTrade, String common, String ofPartner) {
            this.inTrade = inTrade;
            this.common = common;
            this.ofPartner = ofPartner;
        }
    }

    UUID partner(String name, boolean company, UUID accessGroup) {
        return partner(name, company ? Kind.COMPANY : Kind.PERSON, accessGroup);
    }

    private UUID partner(String name, Kind kind, UUID accessGroup) {
        return window.create(
                "Catalog_Партнеры",
                Map.of(
                        "Description", name,
                        "НаименованиеПолное", name,
                        "Клиент", true,
                        "ЮрФизЛицо", kind.ofPartner,
                        "ГруппаДоступа_Key", accessGroup));
    }

    UUID counterparty(String name, String inn, String kpp) {
        return headOffice(name, inn, kpp, kpp.isEmpty() ? Kind.PERSON : Kind.COMPANY);
    }

    UUID soleTrader(String name, String inn) {
        return headOffice(name, inn, "", Kind.SOLE_TRADER);
    }

    UUID privatePerson(String name) {
        return headOffice(name, "", "", Kind.PERSON);
    }

    /** With a partner of its own, in the access group that is there. */
    private UUID headOffice(String name, String inn, String kpp, Kind kind) {
        UUID accessGroup = window.named("Catalog_ГруппыДоступаПартнеров", DemoBase.ACCESS_GROUP);
        UUID counterparty = entered(name, inn, kpp, kind, partner(name, kind, accessGroup));
        window.edit(COUNTERPARTIES, counterparty, "ГоловнойКонтрагент_Key", counterparty);
        return counterparty;
    }

    /** The partner is the head office's. */
    UUID branch(UUID head, String name, String kpp) {
        String inn = window.object(COUNTERPARTIES, head).text("ИНН");
        UUID branch = entered(name, inn, kpp, Kind.COMPANY, partnerOf(head));
        window.edit(COUNTERPARTIES, branch, "ОбособленноеПодразделение", true);
        window.edit(COUNTERPARTIES, branch, "ГоловнойКонтрагент_Key", head);
        return branch;
    }

    private UUID entered(String name, String inn, String kpp, Kind kind, UUID partner) {
        return window.create(
                COUNTERPARTIES,
                Map.of(
                        "Description", name,
                        "НаименованиеПолное", name,
                        "ИНН", inn,
                        "КПП", kpp,
                        "Партнер_Key", partner,
                        "ЮрФизЛицо", kind.inTrade,
                        "ЮридическоеФизическоеЛицо", kind.common));
    }

    UUID partnerOf(UUID counterparty) {
        return window.object(COUNTERPARTIES, counterparty).reference("Партнер_Key");
    }

    UUID contract(UUID counterparty, UUID organization, String name, UUID currency) {
        return window.create(
                CONTRACTS,
                Map.of(
                        "Контрагент_Key",
                        counterparty,
                        "Партнер_Key",
                        partnerOf(counterparty),
                        "Организация_Key",
                        organization,
                        "Description",
                        name,
                        "Номер",
                        name,
                        "ТипДоговора",
                        "СПокупателем",
                        "Статус",
                        "Действует",
                        "НалогообложениеНДС",
                        "ПродажаОблагаетсяНДС",
                        "ПорядокРасчетов",
                        "ПоЗаказам",
                        "ВалютаВзаиморасчетов_Key",
                        currency));
    }

    void closeContract(UUID contract) {
        window.edit(CONTRACTS, contract, "Статус", "Закрыт");
    }

    void limitContract(UUID contract, LocalDate from, LocalDate until) {
        window.edit(CONTRACTS, contract, "ДатаНачалаДействия", from.atStartOfDay());
        window.edit(CONTRACTS, contract, "ДатаОкончанияДействия", until.atStartOfDay());
    }
}
