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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Bitrix24WebhookTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Path SAMPLES = Path.of("src/test/resources/samples/events-form");

    private final Bitrix24Webhook webhook = new Bitrix24Webhook();

    private Reading read(String body) {
        return webhook.read(FORM, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Happening happening(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).happening();
    }

    @Test
    @DisplayName(
            "bitrix24.md §2.3: every documented event and every recorded form is understood or deliberately left alone")
    void every_documented_event() throws IOException {
        var decided = new TreeMap<String, String>();
        var unnamed = new TreeSet<>(recordedForms());
        for (String line : Files.readAllLines(SAMPLES.resolveSibling("event-decisions.txt"))) {
            if (!line.startsWith("#")) {
                String[] columns = line.split(" \\| ");
                decided.put(columns[0], columns[1]);
                unnamed.remove(columns[0]);
                assertThat(columns)
                        .as("only what is ignored needs a reason")
                        .hasSize(columns[1].equals("ignored") ? 3 : 2);
            }
        }

        assertThat(unnamed).as("forms without a decision").isEmpty();
        var done = new TreeMap<String, String>();
        for (String name : decided.keySet()) {
            done.put(name, word(happening(webhook.read(FORM, form(name)))));
        }
        assertThat(done).isEqualTo(decided);
    }

    private static Set<String> recordedForms() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.map(file -> file.getFileName().toString().replaceAll("\\.form$", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static byte[] form(String name) throws IOException {
        Path recorded = SAMPLES.resolve(name + ".form");
        return Files.exists(recorded)
                ? Files.readAllBytes(recorded)
                : ("event=" + name + "&data[FIELDS][ID]=7").getBytes(StandardCharsets.UTF_8);
    }

    private static String word(Happening happening) {
        return switch (happening) {
            case Happening.Changed(CrmRef subject) -> subject.kind().wireName();
            case Happening.Asked _ -> "asked";
            case Happening.ApplicationRemoved() -> "application-removed";
            case Happening.OfNoInterest _ -> "ignored";
        };
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
                "event=ONCRMDEALUPDATE&data[FIELDS][ID]=%205|нет номера объекта",
                "event=ONCRMDEALUPDATE&data[FIELDS][ID]=5+|нет номера объекта",
                "event=ONCRMDEALUPDATE&data[FIELDS][ID]=5%00|нет номера объекта",
                "event=ONCRMDEALUPDATE&data[FIELDS][ID]=%D9%A5|нет номера объекта",
                "event=ONCRMDEALUPDATE&data[FIELDS][ID][]=5|нет номера объекта",
                "event=ONCRMDEALUPDATE&data[FIELDS]=5|нет номера объекта",
                "event=ONCRMDEALUPDATE&data[FIELDS][ID]=abc&data[ID]=5|нет номера объекта",
                "event=ONCRMADDRESSREGISTER&data[FIELDS][ENTITY_TYPE_ID]=8|нет номера объекта",
                "event[]=ONCRMDEALUPDATE&data[FIELDS][ID]=5|нет поля event",
                "event[x]=ONCRMDEALUPDATE|нет поля event",
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "event=ONCRMADDRESSREGISTER&data[FIELDS][ENTITY_TYPE_ID]=8&data[FIELDS][ENTITY_ID]=60|requisite#60",
                "event=ONCRMADDRESSUNREGISTER&data[FIELDS][ENTITY_TYPE_ID]=8&data[FIELDS][ENTITY_ID]=60|requisite#60",
                "event=ONOFFLINEEVENT|change-list#0",
                "event=ONCRMDEALUPDATE&data[ID]=5|deal#5"
            })
    @DisplayName("bitrix24.md §2.3: what an event points at may stand elsewhere than in its own id")
    void what_an_event_points_at(String body, String subject) {
        assertThat(happening(read(body)))
                .isEqualTo(new Happening.Changed(CrmRef.fromKey(subject).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event=ONCRMADDRESSREGISTER&data[FIELDS][ENTITY_TYPE_ID]=4&data[FIELDS][ENTITY_ID]=60",
                "event=ONCRMDYNAMICITEMUPDATE&data[FIELDS][ENTITY_TYPE_ID]=31&data[FIELDS][ID]=9",
                "event=ONCRMDYNAMICITEMUPDATE&data[FIELDS][ENTITY_TYPE_ID]=1032&data[FIELDS][ID]=9",
                "event=ONCRMDYNAMICITEMUPDATE_1032&data[FIELDS][ID]=9",
                "event=ONCRMDYNAMICITEMUPDATE_31&data[FIELDS][ENTITY_TYPE_ID]=1032&data[FIELDS][ID]=9",
                "event=ONCRMDYNAMICITEMUPDATE_31x&data[FIELDS][ID]=9"
            })
    void what_belongs_to_others_is_left_alone(String body) {
        assertThat(happening(read(body))).isInstanceOf(Happening.OfNoInterest.class);
    }

    @Test
    @DisplayName("bitrix24.md §2.3: a removal has no tokens; the application token alone comes with it")
    void a_removed_application_says_so_with_its_token() throws IOException {
        assertThat(webhook.read(FORM, form("ONAPPUNINSTALL")))
                .isEqualTo(new Reading.Understood(
                        new Secret("APPLICATION-TOKEN-PLACEHOLDER"),
                        "a223c6b3710f85df22e9377d6c4f7553",
                        new Happening.ApplicationRemoved()));
    }
}
