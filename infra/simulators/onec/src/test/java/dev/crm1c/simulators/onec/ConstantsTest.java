package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.simulators.onec.structure.PropertyType;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConstantsTest extends BaseTest {
    private static final String CONSTANT = "Constant_ПрефиксОбмена";

    @Override
    OneCSettings settings() {
        return super.settings()
                .withConstant("ПрефиксОбмена", new PropertyType.Text(3, false))
                .withConstant("ОсновнаяВалюта", new PropertyType.Reference("Catalog_Валюты"));
    }

    @Test
    @DisplayName("§1.6 a constant is read and changed by its surrogate key, the empty one, and keeps its value")
    void kept() {
        assertThat(caller.get(one(CONSTANT, EMPTY)).json().path("Value").asText())
                .isEmpty();
        Reply changed = caller.patch(one(CONSTANT, EMPTY), "{\"Value\":\"ЦБСС\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("Value").asText()).isEqualTo("ЦБС");
        assertThat(caller.get(CONSTANT).column("Value")).containsExactly("ЦБС");
        caller.patch(one("Constant_ОсновнаяВалюта", EMPTY), "{\"Value_Key\":\"" + demo.currency() + "\"}");
        assertThat(caller.get(one("Constant_ОсновнаяВалюта", EMPTY))
                        .json()
                        .path("Value_Key")
                        .asText())
                .isEqualTo(demo.currency().toString());
    }

    @Test
    @DisplayName("§1.6 a constant is neither made nor deleted; its key in $metadata is SurrogateKey")
    void forEver() {
        assertThat(caller.post(CONSTANT, "{\"Value\":\"А\"}").refusal()).isEqualTo("405/19");
        assertThat(caller.delete(one(CONSTANT, EMPTY)).refusal()).isEqualTo("405/19");
        assertThat(caller.get(one(CONSTANT, demo.currency())).refusal()).isEqualTo("404/9");
        assertThat(caller.get("Constant_Нет").refusal()).isEqualTo("404/8");
        assertThat(caller.send("GET", "$metadata", "", "", Map.of()).text())
                .contains("<EntityType Name=\"" + CONSTANT + "\"><Key><PropertyRef Name=\"SurrogateKey\"/></Key>");
    }
}
