package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.NotePlace;
import dev.crm1c.model.deal.NoteSlot;
import dev.crm1c.model.deal.Telling;
import dev.crm1c.model.deal.Telling.Entry;
import dev.crm1c.model.deal.Telling.StageMove;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import dev.crm1c.simulators.bitrix24.crm.ItemType;
import dev.crm1c.simulators.bitrix24.crm.TimelineComment;
import dev.crm1c.simulators.bitrix24.fault.Fault;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TellingDealTest extends AgainstTheSimulator {
    private static final NoteSlot INVOICE = NoteSlot.of(OneCKind.INVOICE);
    private static final Map<DealField, String> FACTS = Map.of(
            DealField.INVOICE_NUMBER, "00БП-000001",
            DealField.INVOICE_SUM, "101352.32",
            DealField.INVOICE_DATE, "2026-11-21",
            DealField.INVOICE_LINK, "https://1c.example/base/#e1cib/data/Документ?ref=a1&x=y+z");

    private long deal;

    @BeforeEach
    void aDeal() {
        deal = salesperson.deal("Сделка", salesperson.company("Компания"));
        portal.resetCounters();
    }

    private static Entry entry(NoteSlot slot, String text, NotePlace place) {
        return new Entry(slot, text, place);
    }

    private static Telling telling(Entry... entries) {
        return new Telling(List.of(entries), List.of(), Map.of(), new StageMove.Stay());
    }

    private Map<NoteSlot, String> tell(Telling telling) {
        return got(crm.tell(tenant(), ref(deal), telling)).entries();
    }

    private List<String> timeline() {
        return portal.timeline(deal).stream().map(TimelineComment::text).toList();
    }

    private String id(String text) {
        return portal.timeline(deal).stream()
                .filter(comment -> comment.text().equals(text))
                .map(comment -> Long.toString(comment.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("bitrix24.md §5.2, §5.10: entries, fields by their own names and the stage, in one request")
    void everything_is_told_in_one_request() {
        String old = Long.toString(salesperson.comment(deal, "Укажите КПП"));
        String changed = Long.toString(salesperson.comment(deal, "Заказ записан"));
        portal.resetCounters();

        Map<NoteSlot, String> ids = tell(new Telling(
                List.of(
                        entry(INVOICE, "Счёт №1 & 100% [URL=https://x]1С[/URL]\n+ строка", new NotePlace.New()),
                        entry(NoteSlot.of(OneCKind.REALIZATION, 2), "Отгрузка 2", new NotePlace.New()),
                        entry(NoteSlot.of(OneCKind.ORDER), "Заказ закрыт", new NotePlace.Existing(changed))),
                List.of(old, old),
                FACTS,
                new StageMove.To("FINAL_INVOICE")));

        assertThat(portal.requestCount()).isEqualTo(1);
        assertThat(portal.deal(deal).path("UF_CRM_C1_INVOICE_NUMBER").asText()).isEqualTo("00БП-000001");
        assertThat(portal.deal(deal).path("UF_CRM_C1_INVOICE_SUM").asDouble()).isEqualTo(101_352.32);
        assertThat(portal.deal(deal).path("UF_CRM_C1_INVOICE_DATE").asText()).startsWith("2026-11-21");
        assertThat(portal.deal(deal).path("UF_CRM_C1_INVOICE_LINK").asText()).endsWith("?ref=a1&x=y+z");
        assertThat(portal.deal(deal).path("stageId").asText()).isEqualTo("FINAL_INVOICE");
        assertThat(timeline())
                .containsExactlyInAnyOrder(
                        "Счёт №1 & 100% [URL=https://x]1С[/URL]\n+ строка", "Отгрузка 2", "Заказ закрыт");
        assertThat(ids)
                .isEqualTo(Map.of(
                        INVOICE,
                        id("Счёт №1 & 100% [URL=https://x]1С[/URL]\n+ строка"),
                        NoteSlot.of(OneCKind.REALIZATION, 2),
                        id("Отгрузка 2"),
                        NoteSlot.of(OneCKind.ORDER),
                        changed));
    }

    @Test
    @DisplayName(
            "bitrix24.md §5.2: a field that people made mandatory at this stage keeps our fields out, not our words")
    void fields_that_the_portal_refuses_take_no_entry_with_them() {
        portal.mandatory().require(ItemType.DEAL, "sourceId", "NEW");

        Telling.Written written = got(crm.tell(
                tenant(),
                ref(deal),
                new Telling(
                        List.of(entry(INVOICE, "Счёт №1", new NotePlace.New())),
                        List.of(),
                        FACTS,
                        new StageMove.Stay())));

        assertThat(written)
                .isEqualTo(new Telling.Written(
                        Map.of(INVOICE, id("Счёт №1")),
                        new Telling.FieldsWritten.Refused("Поле \"sourceId\" обязательно для заполнения")));
        assertThat(portal.requestCount()).isEqualTo(1);
    }

    @Test
    void nothing_to_tell_costs_nothing() {
        assertThat(tell(telling())).isEmpty();
        assertThat(portal.requestCount()).isZero();
    }

    @Test
    void what_was_handed_over_and_files_are_not_ours_to_write() {
        tell(new Telling(
                List.of(),
                List.of(),
                Map.of(DealField.HANDED_OVER, "1=5", DealField.FILES, "x", DealField.ORDER_NUMBER, "nobody named it"),
                new StageMove.Stay()));

        assertThat(portal.requestCount()).isZero();
    }

    @Test
    @DisplayName("bitrix24.md §5.2: a stage that wants a field is refused, and the rest is told all the same")
    void a_stage_that_is_refused_keeps_nothing_from_being_told() {
        portal.mandatory().require(ItemType.DEAL, "comments", "FINAL_INVOICE");

        Map<NoteSlot, String> ids = tell(new Telling(
                List.of(entry(NoteSlot.STATUS, "Укажите КПП", new NotePlace.New())),
                List.of(),
                FACTS,
                new StageMove.To("FINAL_INVOICE")));

        assertThat(ids).containsOnlyKeys(NoteSlot.STATUS);
        assertThat(timeline()).containsExactly("Укажите КПП");
        assertThat(portal.deal(deal).path("UF_CRM_C1_INVOICE_NUMBER").asText()).isEqualTo("00БП-000001");
        assertThat(portal.deal(deal).path("stageId").asText()).isEqualTo("NEW");
    }

    @Test
    void an_entry_that_somebody_deleted_is_written_anew_and_the_others_keep_their_ids() {
        String known = Long.toString(salesperson.comment(deal, "Счёт"));
        portal.resetCounters();

        Map<NoteSlot, String> ids = tell(telling(
                entry(NoteSlot.STATUS, "Чего-то нет", new NotePlace.Existing("404")),
                entry(INVOICE, "Счёт №1", new NotePlace.Existing(known))));

        assertThat(portal.requestCount()).isEqualTo(3);
        assertThat(ids).isEqualTo(Map.of(NoteSlot.STATUS, id("Чего-то нет"), INVOICE, known));
        assertThat(timeline()).containsExactlyInAnyOrder("Чего-то нет", "Счёт №1");
    }

    @Test
    void an_entry_that_was_written_anew_with_a_lost_answer_is_not_written_twice() {
        var told = telling(entry(NoteSlot.STATUS, "Чего-то нет", new NotePlace.Existing("404")));
        portal.faults().on("crm.timeline.comment.add").next(1, Fault.committedThenLost());
        assertThat(stopped(crm.tell(tenant(), ref(deal), told))).isInstanceOf(Outcome.Later.class);

        assertThat(tell(told)).isEqualTo(Map.of(NoteSlot.STATUS, id("Чего-то нет")));
        assertThat(timeline()).hasSize(1);
    }

    @Test
    void an_outdated_entry_that_somebody_deleted_is_gone_as_well() {
        assertThat(tell(new Telling(List.of(), List.of("404"), Map.of(), new StageMove.Stay())))
                .isEmpty();
        assertThat(portal.requestCount()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "bitrix24.md §0.8: creates whose answer was lost are looked for, all at once, before they are repeated")
    void entries_whose_answer_was_lost_are_found_again() {
        salesperson.comment(deal, "Чужая запись");
        portal.faults().on("batch").next(1, Fault.committedThenLost());
        assertThat(stopped(crm.tell(
                        tenant(),
                        ref(deal),
                        telling(
                                entry(NoteSlot.STATUS, " Счёт ", new NotePlace.New()),
                                entry(INVOICE, "Счёт", new NotePlace.New())))))
                .isEqualTo(later(Duration.ofMinutes(2), Delay.CRM_UNREACHABLE));
        portal.resetCounters();

        Map<NoteSlot, String> ids = tell(telling(
                entry(NoteSlot.STATUS, " Счёт ", new NotePlace.NewUnlessThere()),
                entry(INVOICE, "Счёт", new NotePlace.NewUnlessThere())));

        assertThat(portal.requestCount()).isEqualTo(2);
        assertThat(timeline()).hasSize(3);
        assertThat(ids.get(NoteSlot.STATUS)).as("one entry is not two").isNotEqualTo(ids.get(INVOICE));
    }

    @Test
    void an_entry_that_is_somebody_elses_or_outdated_is_not_taken_for_the_lost_one() {
        String outdated = Long.toString(salesperson.comment(deal, "Счёт"));
        String known = Long.toString(salesperson.comment(deal, "Счёт"));

        Map<NoteSlot, String> ids = tell(new Telling(
                List.of(
                        entry(NoteSlot.STATUS, "Счёт", new NotePlace.NewUnlessThere()),
                        entry(INVOICE, "Счёт", new NotePlace.Existing(known))),
                List.of(outdated),
                Map.of(),
                new StageMove.Stay()));

        assertThat(ids.get(NoteSlot.STATUS)).isNotIn(outdated, known);
        assertThat(timeline()).containsExactly("Счёт", "Счёт");
    }

    @Test
    @DisplayName("bitrix24.md §4.5: what was written before one entry failed is found at the next try")
    void one_entry_that_fails_loses_no_other_and_doubles_none() {
        portal.faults()
                .on("crm.timeline.comment.add")
                .everyNth(2, Fault.methodFails(500, "INTERNAL_SERVER_ERROR", "Internal server error"));
        var told = telling(
                entry(NoteSlot.STATUS, "Первая", new NotePlace.New()), entry(INVOICE, "Вторая", new NotePlace.New()));

        assertThat(stopped(crm.tell(tenant(), ref(deal), told))).isInstanceOf(Outcome.Later.class);
        assertThat(timeline()).hasSize(1);
        portal.faults().clear();

        Map<NoteSlot, String> ids = tell(telling(
                entry(NoteSlot.STATUS, "Первая", new NotePlace.NewUnlessThere()),
                entry(INVOICE, "Вторая", new NotePlace.NewUnlessThere())));
        assertThat(timeline()).containsExactlyInAnyOrder("Первая", "Вторая");
        assertThat(ids).isEqualTo(Map.of(NoteSlot.STATUS, id("Первая"), INVOICE, id("Вторая")));
    }

    @Test
    void more_than_one_request_holds_is_refused_by_name() {
        List<String> outdated =
                IntStream.rangeClosed(1, 50).mapToObj(Integer::toString).toList();

        assertThat(stopped(crm.tell(
                        tenant(), ref(deal), new Telling(List.of(), outdated, Map.of(), new StageMove.Stay()))))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    @DisplayName("bitrix24.md §5.10: an entry whose id was lost is found by its words")
    void an_entry_is_found_by_its_words() {
        String ours = Long.toString(salesperson.comment(deal, "Укажите КПП"));
        salesperson.comment(deal, "Клиент просит перезвонить");

        assertThat(got(crm.findEntry(tenant(), ref(deal), "Укажите КПП"::equals)))
                .hasValue(ours);
        assertThat(got(crm.findEntry(tenant(), ref(deal), "Укажите ИНН"::equals)))
                .isEmpty();
    }
}
