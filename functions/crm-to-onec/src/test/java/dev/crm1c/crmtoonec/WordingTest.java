package dev.crm1c.crmtoonec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.crmtoonec.Rehearsal.PlannedDocument;
import dev.crm1c.crmtoonec.Rehearsal.Standing;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.fake.FakeCrm;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Problem.CannotWithdraw.Barrier;
import dev.crm1c.model.tenant.ItemPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** One message with everything, however it was found. */
class WordingTest {
    private static final Places PLACES = new Places(
            DemoTenant.of("fake", ItemPolicy.Unknown.DESCRIBE), new FakeCrm(), new CrmRef(CrmKind.DEAL, "1"));
    private static final Problem PAID = new Problem.DocumentPaid(OneCKind.INVOICE, "1", List.of());
    private static final Problem STILL_THERE = new Problem.CannotWithdraw(OneCKind.INVOICE, "1", Barrier.PAID);

    private static String message(Problem... problems) {
        return Wording.problems(List.of(problems), PLACES);
    }

    @Test
    void everything_that_is_to_be_done_stands_in_one_message_with_the_way_there() {
        assertThat(message(
                        new Problem.ItemNotFound(10, "Стол"),
                        new Problem.CurrencyNotSupported("USD"),
                        new Problem.NoPrice(2, "Стул"),
                        new Problem.NotPublished("Document_Заказ"),
                        new Problem.InnMissing(ProblemSamples.COMPANY),
                        new Problem.NoPrice(2, "Стул")))
                .isEqualTo("""
                        В нынешнем виде сделка пока не передана в 1С. Что нужно сделать:
                        • Укажите ИНН в реквизитах компании. [URL=https://portal.example/company/77]Открыть компанию[/URL]
                        • Валюта сделки не подключена к обмену: USD. Выберите в сделке другую или попросите того, кто настраивал обмен, добавить эту. [URL=https://portal.example/deal/1]Открыть сделку[/URL]
                        • Строка 2 («Стул»): укажите цену. [URL=https://portal.example/deal/1]Открыть сделку[/URL]
                        • Строка 10 («Стол»): в 1С нет такой номенклатуры. Заведите её в 1С с таким же наименованием, артикулом или штрихкодом или исправьте строку. [URL=https://portal.example/deal/1]Открыть сделку[/URL]
                        • 1С не отдаёт через OData объект Document_Заказ. Администратор 1С включает его в составе стандартного интерфейса OData.
                        После исправления она уйдёт в 1С сама.""");
        assertThat(message(new Problem.NoPersonName(ProblemSamples.CONTACT)))
                .contains("[URL=https://portal.example/contact/12]Открыть контакт[/URL]");
    }

    @Test
    void the_head_says_how_the_deal_and_1c_stand() {
        assertThat(message(PAID, new Problem.NoLines())).startsWith("Сделка и её документы в 1С расходятся.");
        assertThat(message(PAID, STILL_THERE)).startsWith("Сделка проиграна, но её документы остались в 1С.");
        assertThat(message(ProblemSamples.TOTALS)).startsWith("1С записала не то, что в сделке, и обмен остановился.");
        assertThat(message(new Problem.HandedOverUnreadable("много"))).startsWith("Отгрузка пока не передана в 1С.");
        assertThat(message(new Problem.HandedOverWrong(1, "Стул", "3", "2")))
                .startsWith("Отгрузка пока не передана в 1С.");
        assertThat(message(new Problem.WonWithoutDocuments())).startsWith("Сделка выиграна, а в 1С её нет.");
        assertThat(message(new Problem.NoBuyer())).startsWith("В нынешнем виде сделка пока не передана в 1С.");
    }

    @Test
    void what_1c_wrote_otherwise_is_explained_in_one_sentence() {
        assertThat(message(ProblemSamples.LINE, ProblemSamples.TOTALS)
                        .replace('\u00A0', ' ')
                        .lines())
                .containsExactly(
                        "1С записала не то, что в сделке, и обмен остановился. Что нужно сделать:",
                        "• Покажите документ бухгалтеру: сумма в сделке 12 345,67, в 1С 12 345,68;"
                                + " строка 3 («Стул»): в сделке НДС 180,33, в 1С НДС 180,32.");
    }

    @Test
    void a_hundred_differences_do_not_fill_the_page() {
        Problem[] lines = IntStream.rangeClosed(1, 100)
                .mapToObj(row -> new Problem.LineDiffers(row, "Стул", "количество 1", "количество 2"))
                .toArray(Problem[]::new);

        assertThat(message(lines))
                .contains("строка 10 (")
                .doesNotContain("строка 11 (")
                .contains("; и ещё 90.");
    }

    @Test
    void a_hundred_problems_are_shown_as_thirty_and_the_number_of_the_rest() {
        Problem[] problems = IntStream.rangeClosed(1, 100)
                .mapToObj(row -> new Problem.NoPrice(row, "Стул"))
                .toArray(Problem[]::new);

        assertThat(message(problems).lines().filter(line -> line.startsWith("•")))
                .hasSize(30);
        assertThat(message(problems)).contains("\nи ещё 70\n");
        assertThat(message(Arrays.copyOf(problems, 30))).doesNotContain("и ещё");
    }

    @Property(tries = 100)
    void the_message_is_the_same_in_whatever_order_the_problems_were_found(@ForAll long seed) {
        List<Problem> problems = new ArrayList<>(ProblemSamples.all().values());
        String message = Wording.problems(problems, PLACES);

        problems.addAll(List.copyOf(problems));
        Collections.shuffle(problems, new Random(seed));

        assertThat(Wording.problems(problems, PLACES)).isEqualTo(message);
    }

    @Property(tries = 200)
    void what_people_typed_is_no_bbcode_no_control_character_and_no_page(@ForAll String typed, @ForAll int line) {
        String hostile = typed + "[URL=http://evil.example]\u0000\n\u0085\u202E" + "я".repeat(4_000);
        String message = message(
                new Problem.NoPrice(line, hostile),
                new Problem.CurrencyNotSupported(hostile),
                new Problem.OneCSaysNo(hostile),
                new Problem.UnitUnknown(line, hostile, hostile),
                new Problem.LineDiffers(line, hostile, hostile, hostile));

        assertThat(message).doesNotContain("[URL=http://evil").hasSizeLessThan(2_500);
        assertThat(message.replace("\n", "")).doesNotContainPattern("[\\p{Cc}\\x{202A}-\\x{202E}]");
        assertThat(message.lines()).hasSize(6);
    }

    @Test
    void the_thing_to_do_says_where_to_read_what_is_to_be_done() {
        assertThat(Wording.todo().title()).isEqualTo("1С: по сделке нужно ваше действие");
        assertThat(Wording.todo().description())
                .isEqualTo(
                        "Откройте сделку: что нужно сделать, сказано в записи обмена с 1С в её ленте. Когда всё будет исправлено, дело закроется само.");
    }

    @Test
    void people_hear_of_waiting_only_when_1c_is_what_is_waited_for() {
        String end = ", поэтому сделка ещё не передана. Она уйдёт в 1С сама, делать ничего не нужно.";
        assertThat(Wording.waiting(Delay.ONEC_UNREACHABLE)).hasValue("1С не отвечает" + end);
        assertThat(Wording.waiting(Delay.ONEC_UPDATING)).hasValue("В 1С идут технические работы" + end);
        assertThat(Wording.waiting(Delay.ONEC_LOCKED))
                .hasValue("1С занята: нет свободной лицензии или данные заблокированы" + end);
        assertThat(Arrays.stream(Delay.values())
                        .filter(why -> why.name().startsWith("CRM_"))
                        .map(Wording::waiting))
                .containsOnly(Optional.empty());
    }

    @Test
    void a_rehearsal_tells_the_plan() {
        var rehearsal = new Rehearsal(
                Standing.FOUND,
                Standing.WOULD_BE_MADE,
                List.of(
                        new PlannedDocument(OneCKind.ORDER, new Money(1_234_567)),
                        new PlannedDocument(OneCKind.INVOICE, new Money(1_234_567))),
                List.of(2, 3));

        assertThat(Wording.rehearsal(rehearsal, PLACES).replace('\u00A0', ' ')).isEqualTo("""
                Пробный режим: в 1С ничего не записано. В рабочем режиме по этой сделке будет:
                • контрагент уже есть в 1С
                • договор будет создан
                • заказ клиента на сумму 12 345,67
                • счёт на оплату на сумму 12 345,67
                • номенклатуры в 1С нет для строк: 2, 3 [URL=https://portal.example/deal/1]Открыть сделку[/URL]""");
        assertThat(Wording.rehearsal(
                        new Rehearsal(Standing.WOULD_BE_MADE, Standing.NOT_WANTED, List.of(), List.of()), PLACES))
                .doesNotContain("договор", "номенклатуры");
    }
}
