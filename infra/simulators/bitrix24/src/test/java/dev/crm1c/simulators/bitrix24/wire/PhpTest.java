package dev.crm1c.simulators.bitrix24.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("bitrix24.md §2.4, §4.5, §4.7: PHP's ways with forms, arrays and numbers")
class PhpTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a=1&b=2 | {'a':'1','b':'2'}",
                "a[b][c]=1&a[b][d]=2 | {'a':{'b':{'c':'1','d':'2'}}}",
                "a[]=x&a[]=y&a[7]=z&a[]=w | {'a':{'0':'x','1':'y','7':'z','8':'w'}}",
                "filter[%3E%3DDATE]=2026-01-01T00%3A00%3A00%2B03%3A00 | {'filter':{'>=DATE':'2026-01-01T00:00:00+03:00'}}",
                "a=1+2&b=100%&c=%zz | {'a':'1 2','b':'100%','c':'%zz'}",
                "a.b=1&c[d.e]=2 | {'a_b':'1','c':{'d.e':'2'}}",
                "a=1&a=2&b | {'a':'2','b':''}",
                "a[b=1 | {'a_b':'1'}"
            })
    @DisplayName("§2.4 forms")
    void forms(String form, String json) {
        assertThat(Json.text(PhpForm.parse(form))).isEqualTo(json.replace('\'', '"'));
    }

    @Test
    @DisplayName("§4.5 an empty map and the keys 0, 1, 2 are a list")
    void arrays() {
        Map<String, JsonNode> map = new LinkedHashMap<>();
        assertThat(Json.text(PhpArray.json(map))).isEqualTo("[]");
        map.put("0", Json.NODES.textNode("x"));
        map.put("1", Json.NODES.textNode("y"));
        assertThat(Json.text(PhpArray.json(map))).isEqualTo("[\"x\",\"y\"]");
        map.put("3", Json.NODES.textNode("z"));
        assertThat(Json.text(PhpArray.json(map))).isEqualTo("{\"0\":\"x\",\"1\":\"y\",\"3\":\"z\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "90000.00, 90000",
        "90000.50, 90000.5",
        "0.10, 0.1",
        "100, 100",
        "0.00, 0",
        "1E+30, 1000000000000000000000000000000"
    })
    @DisplayName("§4.7 a double is written without needless digits and never in exponent form")
    void numbers(String value, String written) {
        assertThat(Json.text(PhpNumber.json(new BigDecimal(value)))).isEqualTo(written);
    }
}
