package dev.crm1c.connectors.onec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.crm1c.simulators.onec.OneCSettings;
import dev.crm1c.simulators.onec.OneCSimulator;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;

@Label("onec.md §1.2, §1.3: whatever a string or a number holds, 1C gets just that")
class LiteralPropertiesTest {
    private static final String ITEMS = "Catalog_Номенклатура";

    private final OneCJson json = new OneCJson();
    private final OneCSimulator base =
            OneCSimulator.start(OneCSettings.defaults().withLogin(Surroundings.USER, Surroundings.PASSWORD));

    @AfterProperty
    void stopBase() {
        base.close();
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> signs = Arbitraries.of(
                "'",
                "''",
                "+",
                "%",
                "&",
                "#",
                "?",
                "/",
                "\\",
                "=",
                ";",
                ",",
                " ",
                "(",
                ")",
                "[",
                "]",
                "\"",
                "%27",
                "ж",
                "Ё",
                "№",
                "«",
                "🙂",
                "🧾",
                "\u200d",
                "z",
                "9",
                "_",
                "eq",
                " or ",
                "$filter=");
        return signs.list().ofMinSize(1).ofMaxSize(12).map(parts -> "т" + String.join("", parts) + "т");
    }

    @Property(tries = 150)
    @Label("§1.2: a string survives to the filter unchanged and finds its object")
    void stringsInFilters(@ForAll("texts") String text) {
        UUID key = base.accountant().create(ITEMS, Map.of("Description", text));
        ODataAddress address = ODataAddress.ofSet(base.address(), ITEMS).filter(ODataFilter.equal("Description", text));

        JsonNode found = json.tree(RawCall.get(address)).path("value");

        assertThat(base.requests().getLast().query()).contains("eq '" + text.replace("'", "''") + "'");
        assertThat(found).extracting(row -> Field.of(row, "Ref_Key").key()).contains(key);
        base.accountant().deletePhysically(ITEMS, key);
    }

    @Property(tries = 500)
    @Label("§1.3: no string goes out with a character that XML does not know, and nothing else is lost")
    void stringsInBodies(@ForAll String text) {
        byte[] bytes = json.bytes(JsonNodeFactory.instance
                .objectNode()
                .set("rows", JsonNodeFactory.instance.arrayNode().add(text)));
        String sent = json.tree(OneCJson.text(bytes)).path("rows").path(0).asText();

        assertThat(sent.codePoints()).allMatch(LiteralPropertiesTest::isXml);
        assertThat(sent.codePoints().filter(LiteralPropertiesTest::isXml).filter(code -> code != ' '))
                .containsExactlyElementsOf(text.codePoints()
                        .filter(LiteralPropertiesTest::isXml)
                        .filter(code -> code != ' ')
                        .boxed()
                        .toList());
        assertThat(Literal.of(text).text()).isEqualTo(Literal.of(sent).text());
    }

    @Property
    @Label("§1.2: no number has an exponent, in a filter or in a body")
    void numbers(@ForAll BigDecimal number) {
        byte[] body = json.bytes(JsonNodeFactory.instance.objectNode().put("sum", number));

        assertThat(Literal.of(number).text())
                .doesNotContain("E")
                .satisfies(text -> assertThat(new BigDecimal(text)).isEqualByComparingTo(number));
        assertThat(OneCJson.text(body)).doesNotContain("E");
    }

    /** XML 1.0, production 2, without the C1 controls that it discourages. */
    private static boolean isXml(int code) {
        return code == '\t'
                || code == '\n'
                || code == '\r'
                || code >= 0x20 && code < 0x7F
                || code >= 0xA0 && code <= 0xD7FF
                || code >= 0xE000 && code <= 0xFFFD
                || code >= 0x10000;
    }
}
