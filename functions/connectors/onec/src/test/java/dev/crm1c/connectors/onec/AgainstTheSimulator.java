package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.simulators.onec.DemoBase;
import dev.crm1c.simulators.onec.OneCSettings;
import dev.crm1c.simulators.onec.OneCSimulator;
import dev.crm1c.simulators.onec.http.RecordedRequest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The client and a small seeded base that was built from the reference alone. */
abstract class AgainstTheSimulator {
    static final String ITEMS = "Catalog_Номенклатура";
    static final String COUNTERPARTIES = "Catalog_Контрагенты";
    static final String INVOICES = "Document_СчетНаОплатуПокупателю";
    static final String RATES = "InformationRegister_КурсыВалют";
    static final String STATES = "InformationRegister_СтатусыДокументов";

    @Inject
    ODataClient client;

    OneCSimulator base;
    DemoBase seeded;
    Tenant tenant;

    @BeforeEach
    void startBase() {
        start(OneCSettings.defaults());
    }

    void start(OneCSettings settings) {
        if (base != null) {
            base.close();
        }
        base = OneCSimulator.start(settings.withLogin(Surroundings.USER, Surroundings.PASSWORD));
        seeded = DemoBase.seed(base.accountant());
        base.resetCounters();
        tenant = BaseTenants.at(base.address());
    }

    @AfterEach
    void stopBase() {
        base.close();
    }

    ODataAddress set(String name) {
        return ODataAddress.ofSet(base.address(), name);
    }

    ODataAddress object(String set, UUID key) {
        return ODataAddress.ofObject(base.address(), set, key);
    }

    /** What these conditions find, by the names of the objects. */
    List<String> names(ODataAddress address) {
        return rows(BaseTenants.got(client.list(tenant, address))).stream()
                .map(row -> Field.of(row, "Description").text())
                .toList();
    }

    RecordedRequest lastRequest() {
        return base.requests().getLast();
    }

    static List<JsonNode> rows(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    static ObjectNode fields() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A new object's key. */
    UUID made(String set, ObjectNode object) {
        return switch (BaseTenants.got(client.create(tenant, set(set), object))) {
            case ODataClient.Creation.Made(JsonNode made) ->
                Field.of(made, "Ref_Key").key();
            case ODataClient.Creation.KeyTaken() -> throw new AssertionError("the key was taken");
        };
    }
}
