package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.BaseTenants.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.onec.OneCErrors.Intent;
import dev.crm1c.connectors.onec.Refusal.Remedy;
import dev.crm1c.connectors.onec.StandIn.Answer;
import dev.crm1c.model.onec.Finding.Barrier;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("onec.md §1.7: errors, by status and code")
class Reference17ErrorsTest {
    private static final String SET = "Catalog_Контрагенты";
    private static final String INTERNAL =
            "Произошла внутренняя ошибка OData сервиса. Дополнительные сведения можно найти в технологическом журнале";
    private static final Outcome READ_AGAIN = later(1, Delay.ONEC_ANSWER_UNCLEAR);
    private static final Outcome LOOK_FIRST = later(2, Delay.WRITE_OUTCOME_UNKNOWN);

    /** What each recorded answer means to a read and to a write. */
    private static final Map<String, Meaning> RECORDED = Map.ofEntries(
            Map.entry("unknown entity set", both(people(new Problem.NotPublished("CatalogПоставщики")))),
            Map.entry("key not found", both(words("Экземпляр сущности не найден"))),
            Map.entry("bad $filter", both(words("Ошибка при разборе опции запроса $filter"))),
            Map.entry("unknown $option", both(words("The $expan parameter is not supported"))),
            Map.entry("unknown function / method", both(words("Метод не найден"))),
            Map.entry("unknown $select field", both(words("Сегмент пути НетТакогоПоля не найден!"))),
            Map.entry(
                    "bad scalar in write body",
                    both(words("Не удалось разобрать строку 'abc' как значение типа Edm.Guid!"))),
            Map.entry("broken JSON", both(words("Непредвиденный символ при чтении JSON"))),
            Map.entry("tabular row without LineNumber, array where scalar expected", both(words(INTERNAL))),
            Map.entry("configuration handler refused", both(words("текст исключения"))),
            Map.entry(
                    "guid compared with gt",
                    both(words("Неверные параметры в операции сравнения. "
                            + "Нельзя сравнивать поля неограниченной длины и поля несовместимых типов."))),
            Map.entry("sessions blocked (maintenance)", both(later(5, Delay.ONEC_MAINTENANCE))),
            Map.entry("platform / web extension failure", new Meaning(READ_AGAIN, LOOK_FIRST)),
            Map.entry(
                    "client/server platform versions differ (during platform update)",
                    both(later(5, Delay.ONEC_UPDATING))));

    private record Meaning(Outcome toARead, Outcome toAWrite) {}

    @Inject
    ODataClient client;

    private static Meaning both(Outcome outcome) {
        return new Meaning(outcome, outcome);
    }

    private static Outcome people(Problem problem) {
        return new Outcome.NeedsPeople(problem);
    }

    private static Outcome words(String words) {
        return people(new Problem.OneCSaysNo(words));
    }

    private static Outcome later(int minutes, Delay why) {
        return new Outcome.Later(Surroundings.NOW.plus(Duration.ofMinutes(minutes)), why);
    }

    private void assertMeaning(Answer answer, Meaning meaning) {
        try (StandIn standIn = StandIn.answering(_ -> answer)) {
            var tenant = BaseTenants.at(standIn.publication());
            ODataAddress set = ODataAddress.ofSet(standIn.publication(), SET);
            assertThat(stopped(client.list(tenant, set))).isEqualTo(meaning.toARead);
            assertThat(stopped(client.change(tenant, set, AgainstTheSimulator.fields())))
                    .isEqualTo(meaning.toAWrite);
            assertThat(stopped(client.create(tenant, set, AgainstTheSimulator.fields())))
                    .isEqualTo(meaning.toAWrite);
            assertThat(stopped(client.post(tenant, set))).isEqualTo(meaning.toAWrite);
        }
    }

    static Stream<Arguments> recorded() throws IOException {
        try (InputStream file = Reference17ErrorsTest.class.getResourceAsStream("/recorded/errors.json")) {
            JsonNode cases = new OneCJson().tree(OneCJson.text(file.readAllBytes()));
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(recorded -> Arguments.of(recorded.path("case").asText(), answer(recorded)));
        }
    }

    private static Answer answer(JsonNode recorded) {
        int status = recorded.path("status").asInt();
        if (recorded.has("body")) {
            String mark = recorded.path("bom").asBoolean() ? "\uFEFF" : "";
            return Answer.json(status, mark + recorded.get("body"));
        }
        String text = Stream.of("body_xml", "body_html", "body_text")
                .map(form -> recorded.path(form).asText())
                .reduce("", String::concat);
        return Answer.html(status, text);
    }

    @Test
    @DisplayName("§1.6: a posting is answered with nothing; any words are somebody else's, and whoever asked looks")
    void wordsAfterPosting() {
        try (StandIn standIn = StandIn.answering(_ -> Answer.json(200, "{\"error\":\"upstream\"}"))) {
            var tenant = BaseTenants.at(standIn.publication());
            ODataAddress document = ODataAddress.ofSet(standIn.publication(), SET);

            assertThat(stopped(client.post(tenant, document))).isEqualTo(LOOK_FIRST);
            assertThat(stopped(client.unpost(tenant, document))).isEqualTo(LOOK_FIRST);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recorded")
    @DisplayName("§1.7: every recorded answer, to a read and to a write")
    void recordedAnswers(String name, Answer answer) {
        assertThat(RECORDED).containsKey(name);
        assertMeaning(answer, RECORDED.get(name));
    }

    private static Answer error(int status, String code, String words) {
        return Answer.json(
                status,
                "{\"odata.error\":{\"code\":\"" + code + "\",\"message\":{\"lang\":\"ru\",\"value\":\"" + words
                        + "\"}}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404|8|Entity 'Catalog_X' is not found",
                "404|8|Сущность не найдена",
                "404|8|\"Catalog_Контрагенты\\\" entity is not found"
            })
    @DisplayName("§1.7: the code says what it is in any language; the set is ours where the words do not name it")
    void anyLanguage(int status, String code, String words) {
        assertMeaning(
                error(status, code, words.replace("\"Catalog", "\\\"Catalog")),
                both(people(new Problem.NotPublished(SET))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Конфликт блокировок при выполнении транзакции: Превышено максимальное время ожидания",
                "Превышено максимальное время ожидания предоставления блокировки",
                "Lock conflict during transaction",
                "Transaction deadlock detected"
            })
    @DisplayName("§1.7: a lock is told by words inside 500/-1")
    void locks(String words) {
        assertMeaning(error(500, "-1", words), both(later(1, Delay.ONEC_LOCKED)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"The clock of the server is wrong", "Blocked by the credit limit"})
    @DisplayName("§1.7: what only sounds like a lock goes to people")
    void noLocks(String words) {
        assertMeaning(error(500, "-1", words), both(words(words)));
    }

    @Test
    @DisplayName("§1.7: the word alone is nothing: the same words under another code are no lock")
    void wordsAlone() {
        assertMeaning(error(400, "14", "предоставления блокировки"), both(words("предоставления блокировки")));
    }

    static Stream<Answer> licences() {
        String words = "Не найдена лицензия. Не обнаружен ключ защиты программы";
        return Stream.of(
                error(500, "-1", words),
                Answer.json(
                        500,
                        "\uFEFF{\"#exception\":\"{http://v8.1c.ru/8.2/virtual-resource-system}Exception\","
                                + "\"exception\":{\"reason\":500,\"inner\":{\"descr\":\"" + words + "\"}}}"),
                Answer.html(
                        500,
                        "<html><title>1C:Enterprise 8 application error</title>Не обнаружено свободной лицензии!</html>"),
                Answer.html(503, "<html><h2>1C:Enterprise 8 application error:</h2>License not found</html>"));
    }

    @ParameterizedTest
    @MethodSource("licences")
    @DisplayName("§1.7: no licence, no session, no effect: later, for writes too")
    void noLicence(Answer answer) {
        assertMeaning(answer, both(later(1, Delay.ONEC_BUSY)));
    }

    static Stream<Arguments> closedPeriods() {
        String module = "Ошибка при выполнении обработчика - 'ПередЗаписью'\\n"
                + "{ОбщийМодуль.ДатыЗапретаИзмененияСлужебный.Модуль(1180)}: ";
        String unchangeable = "Счет 15 от 01.12.2025 в запрещенном периоде невозможно изменить.";
        String day = "Дате 01.12.2025 соответствует запрет изменения данных для всех пользователей по 31.12.2025";
        String english = "Invoice 15 cannot be changed in the restricted period.";
        String elsewhere = "{CommonModule.Posting.Module(5)}: ";
        return Stream.of(
                Arguments.of(unchangeable, unchangeable),
                Arguments.of(day, day),
                Arguments.of(elsewhere + english, english),
                Arguments.of("Запрещено изменять данные до 31.12.2025", "Запрещено изменять данные до 31.12.2025"),
                Arguments.of(module + "Nicht erlaubt", "Nicht erlaubt"));
    }

    @ParameterizedTest
    @MethodSource("closedPeriods")
    @DisplayName("§1.7: a closed period is told by words inside 500/-1, or by the module that they come from")
    void closedPeriod(String words, String forPeople) {
        assertMeaning(error(500, "-1", words), both(people(new Problem.PeriodClosed(forPeople))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Запрещено изменять статус согласованного заказа",
                "Запрещено проводить документ: не закрыты предыдущие заказы",
                "Период действия договора истек"
            })
    @DisplayName("§1.7: what only sounds like a closed period stays in 1C's words")
    void noClosedPeriod(String words) {
        assertMeaning(error(500, "-1", words), both(words(words)));
    }

    @Test
    @DisplayName("§1.7: words with characters that XML does not know come in base64")
    void base64() {
        String plain = "{ОбщийМодуль.X.Модуль(18)}: Комментарий\u0002 содержит недопустимые символы";
        String coded = Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        assertMeaning(error(500, "-1", coded), both(words("Комментарий  содержит недопустимые символы")));
        assertMeaning(error(500, "-1", "PredefinedDataNameIsWrong012"), both(words("PredefinedDataNameIsWrong012")));
    }

    static Stream<Arguments> withoutCode() {
        Outcome wrongAddress = people(new Problem.OneCAccessRefused(Problem.OneCAccessRefused.Access.WRONG_ADDRESS));
        Outcome invalidUrl = words("веб-сервер перед 1С не пропускает запрос (HTTP 400)");
        Outcome noPatch = words("веб-сервер перед 1С не пропускает запрос (HTTP 405)");
        return Stream.of(
                Arguments.of(400, "Bad Request - Invalid URL", both(invalidUrl)),
                Arguments.of(405, "405 - HTTP verb used to access this page is not allowed.", both(noPatch)),
                Arguments.of(404, "404 - File or directory not found.", both(wrongAddress)),
                Arguments.of(302, "Object moved", both(wrongAddress)),
                Arguments.of(406, "406 - Not Acceptable", both(later(1, Delay.ONEC_BUSY))),
                Arguments.of(429, "Too Many Requests", both(later(1, Delay.ONEC_BUSY))),
                Arguments.of(502, "502 - Bad gateway", new Meaning(READ_AGAIN, LOOK_FIRST)),
                Arguments.of(503, "Service Unavailable", new Meaning(READ_AGAIN, LOOK_FIRST)),
                Arguments.of(504, "Gateway Timeout", new Meaning(READ_AGAIN, LOOK_FIRST)),
                Arguments.of(200, "<form action=/login>", new Meaning(READ_AGAIN, LOOK_FIRST)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("withoutCode")
    @DisplayName("§1.7: what a web server in front says by itself")
    void webServer(int status, String page, Meaning meaning) {
        String location = "/login";
        assertMeaning(Answer.html(status, "<html>" + page + "</html>").with("Location", location), meaning);
    }

    @Test
    @DisplayName("§1.7: the right is 20, the password is a bare 401")
    void access() {
        var access = Problem.OneCAccessRefused.Access.NO_RIGHT;
        assertMeaning(error(401, "20", "Нарушение прав доступа!"), both(people(new Problem.OneCAccessRefused(access))));
        assertMeaning(
                Answer.html(401, ""),
                both(people(new Problem.OneCAccessRefused(Problem.OneCAccessRefused.Access.WRONG_PASSWORD))));
    }

    @Test
    @DisplayName("§1.1: 404 to a query over 2,048 characters is about the query, not about the address")
    void queryTooLong() {
        try (StandIn standIn = StandIn.answering(_ -> Answer.html(404, "404 - File or directory not found."))) {
            ODataAddress set = ODataAddress.ofSet(standIn.publication(), SET)
                    .filter(ODataFilter.equal("Description", "ж".repeat(350)));

            assertThat(stopped(client.list(BaseTenants.at(standIn.publication()), set)))
                    .isEqualTo(words("адрес запроса к " + SET + " длиннее, чем пропускает веб-сервер"));
        }
    }

    @Test
    @DisplayName("§1.7: an error may come as Atom, or its message without a language")
    void otherShapes() {
        String atom = "<?xml version=\"1.0\"?><m:error xmlns:m=\"http://schemas.microsoft.com/ado/2007/08/dataservices/"
                + "metadata\"><m:code>8</m:code><m:message xml:lang=\"ru\">&quot;Catalog_Х&quot; не найден</m:message>"
                + "</m:error>";
        assertMeaning(Answer.html(404, atom), both(people(new Problem.NotPublished("Catalog_Х"))));
        assertMeaning(Answer.html(404, atom.replace("m:", "")), both(people(new Problem.NotPublished("Catalog_Х"))));
        assertMeaning(
                Answer.json(400, "{\"odata.error\":{\"code\":14,\"message\":\"Ошибка\"}}"), both(words("Ошибка")));
    }

    @Test
    @DisplayName("§1.7: each refusal says whether to repeat now, come back later, look first or ask people")
    void remedies() {
        assertThat(new Refusal.DeadSession().remedy(Intent.WRITE)).isEqualTo(Remedy.REPEAT_NOW);
        assertThat(new Refusal.Unclear().remedy(Intent.READ)).isEqualTo(Remedy.LATER);
        assertThat(new Refusal.Unclear().remedy(Intent.WRITE)).isEqualTo(Remedy.LOOK_FIRST);
        for (Refusal passing : List.of(
                new Refusal.Locked(),
                new Refusal.NoLicence(),
                new Refusal.Maintenance(),
                new Refusal.Unreachable(Barrier.CONNECTION_REFUSED))) {
            assertThat(passing.remedy(Intent.WRITE)).isEqualTo(Remedy.LATER);
        }
        for (Refusal permanent : List.of(new Refusal.NoRight(), new Refusal.BusinessSaysNo("нет"))) {
            assertThat(permanent.remedy(Intent.READ)).isEqualTo(Remedy.PEOPLE);
        }
    }
}
