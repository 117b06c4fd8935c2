package dev.crm1c.simulators.onec;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fresh demo base for each test, at noon of the first of February 2026 in Moscow. */
abstract class BaseTest {
    static final String INVOICES = "Document_СчетНаОплатуПокупателю";
    static final String PAYMENTS = "Document_ПоступлениеНаРасчетныйСчет";
    static final String COUNTERPARTIES = "Catalog_Контрагенты";
    static final String ITEMS = "Catalog_Номенклатура";
    static final String STATUSES = "InformationRegister_СтатусыДокументов";
    static final String EMPTY = "00000000-0000-0000-0000-000000000000";
    static final Instant NOON = Instant.parse("2026-02-01T09:00:00.777Z");

    OneCSimulator simulator;
    Accountant accountant;
    DemoBase demo;
    Caller caller;

    OneCSettings settings() {
        return OneCSettings.defaults().withClock(Clock.fixed(NOON, ZoneId.of("Europe/Moscow")));
    }

    @BeforeEach
    void open() {
        restart(settings());
    }

    void restart(OneCSettings settings) {
        shut();
        simulator = OneCSimulator.start(settings);
        accountant = simulator.accountant();
        demo = DemoBase.seed(accountant);
        caller = new Caller(simulator, settings.login().user(), settings.login().password());
    }

    @AfterEach
    void shut() {
        if (simulator != null) {
            caller.close();
            simulator.close();
        }
    }

    static String one(String set, Object key) {
        return set + "(guid'" + key + "')";
    }

    UUID invoice(String fields) {
        Reply made = caller.post(INVOICES, "{" + fields + "}");
        return UUID.fromString(made.json().path("Ref_Key").asText());
    }

    UUID invoice() {
        return invoice("\"Организация_Key\":\"" + demo.organization() + "\",\"СуммаДокумента\":1000");
    }
}
