package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.simulators.onec.structure.Release;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("§6.1 another configuration is another file: nothing here is Бухгалтерия")
class OtherConfigurationTest {
    private OneCSimulator simulator;
    private Caller caller;

    @BeforeEach
    void open() {
        OneCSettings.Configuration tiny = new OneCSettings.Configuration("tiny-1", Release.OF_2026, Set.of());
        simulator = OneCSimulator.start(OneCSettings.defaults().withConfiguration(tiny));
        caller = new Caller(simulator);
    }

    @AfterEach
    void shut() {
        caller.close();
        simulator.close();
    }

    @Test
    @DisplayName("§1.2 an underscore inside an object's name does not make it a tabular part")
    void underscores() {
        Reply made = caller.post(
                "Document_Заказ_Клиента",
                "{\"Товары\":[{\"LineNumber\":1,\"Количество\":2}],\"Date\":\"2026-02-01T00:00:00\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("Number").asText()).isEqualTo("00БП-0001");
        assertThat(caller.get("Document_Заказ_Клиента_Товары").column("Количество"))
                .containsExactly("2");
        assertThat(caller.get("Document_Заказ").refusal()).isEqualTo("404/8");
    }

    @Test
    @DisplayName("§1.2 no code where its length is 0; several owner types make a composite Owner")
    void standardFields() {
        assertThat(caller.post("Catalog_Партнеры", "{\"Статус\":\"Новый\"}")
                        .json()
                        .has("Code"))
                .isFalse();
        assertThat(caller.post("Catalog_Файлы", "{}").json().path("Owner_Type").asText())
                .isEqualTo("StandardODATA.Undefined");
    }

    @Test
    @DisplayName("§1.9 a periodic register has Period in its key")
    void periodic() {
        String partner =
                caller.post("Catalog_Партнеры", "{}").json().path("Ref_Key").asText();
        String record = "{\"Period\":\"%s\",\"Партнер_Key\":\"" + partner + "\",\"Курс\":7}";
        assertThat(caller.post("InformationRegister_Курсы", record.formatted("2026-02-01T00:00:00"))
                        .status())
                .isEqualTo(201);
        assertThat(caller.post("InformationRegister_Курсы", record.formatted("2026-02-02T00:00:00"))
                        .status())
                .isEqualTo(201);
        assertThat(caller.get("InformationRegister_Курсы(Period=datetime'2026-02-02T00:00:00',Партнер_Key=guid'"
                                + partner + "')")
                        .json()
                        .path("Курс")
                        .isNumber())
                .isTrue();
        assertThat(caller.get("InformationRegister_Курсы", Map.of("$filter", "Период eq 1"))
                        .refusal())
                .isEqualTo("400/14");
    }

    @Test
    @DisplayName("§1.6 PUT wants every property, code 5, and references as X@odata.bind; then it is a change")
    void put() {
        String partner =
                caller.post("Catalog_Партнеры", "{}").json().path("Ref_Key").asText();
        String order = caller.post("Document_Заказ_Клиента", "{\"Товары\":[{\"LineNumber\":1,\"Количество\":2}]}")
                .json()
                .path("Ref_Key")
                .asText();
        String whole = "\"Number\":\"77\",\"Date\":\"2026-02-03T00:00:00\",\"DeletionMark\":false,\"Posted\":false,"
                + "\"Товары\":[]";
        assertThat(put(order, "{" + whole + "}").refusal()).isEqualTo("400/5");
        assertThat(put(order, "{" + whole + ",\"Партнер_Key\":\"" + partner + "\"}")
                        .refusal())
                .isEqualTo("400/5");
        assertThat(put(order, "{" + whole + ",\"Партнер@odata.bind\":\"Партнер\"}")
                        .refusal())
                .isEqualTo("400/4");
        String bound = "{" + whole + ",\"Партнер@odata.bind\":\"Catalog_Партнеры(guid'" + partner + "')\"}";
        assertThat(put(order, bound.replace("\"Товары\":[],", "")).refusal()).isEqualTo("400/5");
        Reply replaced = put(order, bound);
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.json().path("Партнер_Key").asText()).isEqualTo(partner);
        assertThat(replaced.json().path("Number").asText()).isEqualTo("77");
        assertThat(replaced.json().path("Товары")).isEmpty();
        assertThat(put(order, "{" + whole + ",\"Партнер@odata.bind\":null}")
                        .json()
                        .path("Партнер_Key")
                        .asText())
                .isEqualTo("00000000-0000-0000-0000-000000000000");
    }

    @Test
    @DisplayName("§1.6 PUT of a composite reference binds value and type at once")
    void putComposite() {
        String partner =
                caller.post("Catalog_Партнеры", "{}").json().path("Ref_Key").asText();
        String file = caller.post("Catalog_Файлы", "{}").json().path("Ref_Key").asText();
        String body = "{\"Description\":\"Скан\",\"Code\":\"7\",\"DeletionMark\":false,\"Parent@odata.bind\":null,"
                + "\"Owner@odata.bind\":\"Catalog_Партнеры(guid'" + partner + "')\"}";
        Reply replaced = caller.send("PUT", "Catalog_Файлы(guid'" + file + "')", "$format=json", body, Map.of());
        assertThat(replaced.json().path("Owner").asText()).isEqualTo(partner);
        assertThat(replaced.json().path("Owner_Type").asText()).isEqualTo("StandardODATA.Catalog_Партнеры");
    }

    private Reply put(String order, String body) {
        return caller.send("PUT", "Document_Заказ_Клиента(guid'" + order + "')", "$format=json", body, Map.of());
    }
}
