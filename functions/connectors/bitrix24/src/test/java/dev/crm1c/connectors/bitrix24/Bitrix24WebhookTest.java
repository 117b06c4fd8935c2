package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.port.CrmWebhook.Happening;
import dev.crm1c.model.port.CrmWebhook.Reading;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Bitrix24WebhookTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Path SAMPLES = Path.of("src/test/resources/samples/events-form");

    /** What we do with each event that the vendor documents; every other one is of no interest. */
    private static final Map<String, CrmKind> LISTENED = Map.of(
            "_ONCRMDEALADD.app", CrmKind.DEAL,
            "_ONCRMDEALADD.outgoing_webhook", CrmKind.DEAL,
            "ONCRMDEALUPDATE", CrmKind.DEAL,
            "ONCRMDEALDELETE", CrmKind.DEAL,
            "ONCRMCOMPANYADD", CrmKind.COMPANY,
            "ONCRMCOMPANYUPDATE", CrmKind.COMPANY,
            "ONCRMREQUISITEADD", CrmKind.REQUISITE);

    private final Bitrix24Webhook webhook = new Bitrix24Webhook();

    private Reading read(String body) {
        return webhook.read(FORM, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Happening happening(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).happening();
    }

    @Test
    @DisplayName("bitrix24.md §2.3: every documented event is understood or deliberately left alone")
    void every_documented_event() throws IOException {
        var listened = new TreeMap<String, CrmKind>();
        try (Stream<Path> files = Files.list(SAMPLES)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replaceAll("\\.form$", "");
                switch (happening(webhook.read(FORM, Files.readAllBytes(file)))) {
                    case Happening.Changed(CrmRef subject) -> listened.put(name, subject.kind());
                    case Happening.Asked _, Happening.ApplicationRemoved _ -> {}
                    case Happening.OfNoInterest(String event) ->
                        assertThat(event).isNotBlank();
                }
            }
        }
        assertThat(listened).containsExactlyInAnyOrderEntriesOf(LISTENED);
    }

    @Test
    @DisplayName("bitrix24.md §2.2: the outgoing webhook's own shape, token and portal included")
    void an_outgoing_webhook_is_read_whole() throws IOException {
        Reading reading = webhook.read(
                FORM + "; charset=UTF-8", Files.readAllBytes(SAMPLES.resolve("_ONCRMDEALADD.outgoing_webhook.form")));

        assertThat(reading)
                .isEqualTo(new Reading.Understood(
                        new Secret("APPLICATION-TOKEN-PLACEHOLDER"),
                        "d897063e1ce7c5eb9f04b9751eef5915",
                        new Happening.Changed(new CrmRef(CrmKind.DEAL, "7405"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"onCrmDealUpdate", "ONCRMDEALUPDATE", "oncrmdealupdate"})
    @DisplayName("bitrix24.md §2.2: names are compared without case")
    void names_in_any_case(String event) {
        assertThat(happening(read("event=" + event + "&data[FIELDS][ID]=5")))
                .isEqualTo(new Happening.Changed(new CrmRef(CrmKind.DEAL, "5")));
    }

    @Test
    void a_missing_token_is_an_empty_one_and_fits_no_digest() {
        assertThat(read("event=ONCRMDEALUPDATE&data[FIELDS][ID]=5"))
                .isInstanceOfSatisfying(
                        Reading.Understood.class,
                        understood -> assertThat(understood.applicationToken()).isEqualTo(new Secret("")));
    }

    @Test
    void of_equal_keys_the_last_wins_as_in_php() {
        assertThat(happening(read("event=ONCRMDEALUPDATE&data[FIELDS][ID]=5&data%5BFIELDS%5D%5BID%5D=6")))
                .isEqualTo(new Happening.Changed(new CrmRef(CrmKind.DEAL, "6")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|нет поля event",
                "garbage|нет поля event",
                "event=|нет поля event",
                "event=ONCRMDEALUPDATE|нет номера объекта",
                "event=ONCRMDEALUPDATE&data[FIELDS][ID]=|нет номера объекта",
                "event=ONCRMDEALUPDATE&data[FIELDS][ID]=abc|нет номера объекта",
                "event=ONCRMDEALUPDATE&data[FIELDS][ID]=-1|нет номера объекта",
                "event=ONCRMDEALUPDATE&data[FIELDS][ID]=0|нет номера объекта",
                "event=ONCRMDEALUPDATE&data[FIELDS][ID]=1%23requisite|нет номера объекта",
                "event=ONCRMDEALUPDATE&data[FIELDS][ID]=99999999999999999999999|нет номера объекта",
                "event=%ZZ|не является формой",
                "event=%4|не является формой",
                "event=%|не является формой",
                "event=%FF%FE|не является формой"
            })
    void a_body_that_is_no_event_is_refused_with_one_line(String body, String why) {
        assertThat(read(body))
                .isInstanceOfSatisfying(
                        Reading.NotUnderstood.class,
                        refused -> assertThat(refused.why()).contains(why).doesNotContain("\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "application/json", "multipart/form-data; boundary=x", "text/plain"})
    void a_body_that_is_no_form_is_refused(String contentType) {
        assertThat(webhook.read(
                        contentType, "event=ONCRMDEALUPDATE&data[FIELDS][ID]=5".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Reading.NotUnderstood.class);
    }

    @Test
    void a_form_of_too_many_fields_is_refused() {
        assertThat(read("event=ONCRMDEALUPDATE" + "&a=b".repeat(200))).isInstanceOf(Reading.NotUnderstood.class);
    }

    @Test
    void an_unknown_name_reaches_the_log_clean_and_short() {
        assertThat(happening(read("event=" + "%0A%1B[31mON{x}%22".repeat(40))))
                .isInstanceOfSatisfying(
                        Happening.OfNoInterest.class,
                        unknown -> assertThat(unknown.event()).matches("[A-Z0-9._]{1,64}"));
    }

    @Test
    void no_body_of_bytes_makes_it_throw() {
        var random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            byte[] body = new byte[random.nextInt(80)];
            random.nextBytes(body);
            assertThat(webhook.read(FORM, body)).isNotNull();
        }
        List.of("=&=&=", "&&&&", "[[[[]]]]=1", "a[b[c]=%25%25")
                .forEach(body -> assertThat(read(body)).isNotNull());
    }
}
