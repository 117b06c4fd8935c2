package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.port.CrmWebhook.Happening;
import dev.crm1c.model.port.CrmWebhook.Reading;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever comes in is read, or refused in one clean line; nothing makes it throw. */
class AnyBodyTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Bitrix24Webhook webhook = new Bitrix24Webhook();

    @Property
    void any_bytes_give_a_reading(@ForAll @Size(max = 400) byte[] body) {
        assertClean(webhook.read(FORM, body));
    }

    @Property
    void any_content_type_gives_a_reading(@ForAll String contentType) {
        assertClean(webhook.read(contentType, new byte[] {'e'}));
    }

    /** Pieces of real calls, glued in any order, reach further than noise does. */
    @Provide
    Arbitrary<String> nearlyForms() {
        return Arbitraries.of(
                        "event=",
                        "event[]=",
                        "ONCRMDEALUPDATE",
                        "onCrmDynamicItemAdd_",
                        "ONCRMADDRESSREGISTER",
                        "document_id[]=",
                        "document_id[2]=",
                        "crm",
                        "DEAL_",
                        "SMART_INVOICE_",
                        "data[FIELDS][ID]=",
                        "data[FIELDS][ENTITY_TYPE_ID]=",
                        "use_subscription=N",
                        "event_token=",
                        "&",
                        "&",
                        "&",
                        "=",
                        "[",
                        "]",
                        "[]",
                        "31",
                        "8",
                        "-1",
                        "99999999999999999999",
                        "%00",
                        "%FF",
                        "%",
                        "+",
                        "\u0131",
                        "\ud83d\ude00")
                .list()
                .ofMaxSize(40)
                .map(pieces -> String.join("", pieces));
    }

    @Property
    void any_gluing_of_real_pieces_gives_a_reading(@ForAll("nearlyForms") String body) {
        assertClean(webhook.read(FORM, body.getBytes(StandardCharsets.UTF_8)));
    }

    @Example
    void the_largest_body_of_the_deepest_brackets_gives_a_reading() {
        for (String piece : new String[] {"[", "[]", "a[]", "%5B%5D", "&", "=", "&a[]=b", "%00"}) {
            String body = "event=ONCRMDEALUPDATE&data[FIELDS][ID]=5&" + piece.repeat(64 * 1024 / piece.length());
            assertClean(webhook.read(FORM, body.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void assertClean(Reading reading) {
        switch (reading) {
            case Reading.NotUnderstood(String why) ->
                assertThat(why).isNotBlank().doesNotContain("\n");
            case Reading.Understood(var _, var _, Happening.OfNoInterest(String event)) ->
                assertThat(event).matches("[A-Z0-9._]{0,64}");
            case Reading.Understood _ -> {}
        }
    }
}
