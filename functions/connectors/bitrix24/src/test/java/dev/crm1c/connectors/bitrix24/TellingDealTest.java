package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.NotePlace;
import dev.crm1c.model.deal.Telling;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.DocumentFacts;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.simulators.bitrix24.crm.TimelineComment;
import dev.crm1c.simulators.bitrix24.fault.Fault;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TellingDealTest extends AgainstTheSimulator {
    private static Telling.Invoice invoice(String note) {
        return new Telling.Invoice(
                note,
                new DocumentFacts("00БП-000001", LocalDateTime.of(2026, 11, 21, 13, 0), new Money(10_135_232)),
                "https://1c.example/base/#e1cib/data/Документ?ref=a1&x=y+z");
    }

    @Test
    @DisplayName("bitrix24.md §5.2, §5.10: fields by their own names and one timeline entry, in one request")
    void an_invoice_is_told_in_one_request() {
        long deal = salesperson.deal("Сделка", salesperson.company("Компания"));
        portal.resetCounters();

        String note = got(crm.tell(
                tenant(), ref(deal), invoice("Счёт №1 & 100% [URL=https://x]1С[/URL]\n+ строка"), new NotePlace.New()));

        assertThat(portal.requestCount()).isEqualTo(1);
        assertThat(portal.deal(deal).path("UF_CRM_C1_INVOICE_NUMBER").asText()).isEqualTo("00БП-000001");
        assertThat(portal.deal(deal).path("UF_CRM_C1_INVOICE_SUM").asDouble()).isEqualTo(101_352.32);
        assertThat(portal.deal(deal).path("UF_CRM_C1_INVOICE_DATE").asText()).startsWith("2026-11-21");
        assertThat(portal.deal(deal).path("UF_CRM_C1_INVOICE_LINK").asText()).endsWith("?ref=a1&x=y+z");
        assertThat(portal.timeline(deal)).singleElement().satisfies(comment -> {
            assertThat(Long.toString(comment.id())).isEqualTo(note);
            assertThat(comment.text()).isEqualTo("Счёт №1 & 100% [URL=https://x]1С[/URL]\n+ строка");
        });
    }

    @Test
    void new_words_take_the_place_of_the_old_ones() {
        long deal = salesperson.deal("Сделка", salesperson.company("Компания"));
        String note = got(crm.tell(
                tenant(),
                ref(deal),
                new Telling.Words("Чего-то нет", Telling.State.NEEDS_PEOPLE),
                new NotePlace.New()));

        got(crm.tell(tenant(), ref(deal), invoice("Счёт выставлен"), new NotePlace.Existing(note)));

        assertThat(portal.timeline(deal)).extracting(TimelineComment::text).containsExactly("Счёт выставлен");
    }

    @Test
    void a_note_that_somebody_deleted_is_written_anew() {
        long deal = salesperson.deal("Сделка", salesperson.company("Компания"));

        String note = got(crm.tell(
                tenant(),
                ref(deal),
                new Telling.Words("Счёт", Telling.State.NEEDS_PEOPLE),
                new NotePlace.Existing("404")));

        assertThat(portal.timeline(deal))
                .singleElement()
                .satisfies(comment -> assertThat(Long.toString(comment.id())).isEqualTo(note));
    }

    @Test
    @DisplayName("bitrix24.md §0.8: a create whose answer was lost is looked for before it is repeated")
    void a_note_whose_answer_was_lost_is_found_again() {
        long deal = salesperson.deal("Сделка", salesperson.company("Компания"));
        salesperson.comment(deal, "Чужая запись");
        portal.faults().on("batch").next(1, Fault.committedThenLost());

        assertThat(stopped(crm.tell(
                        tenant(),
                        ref(deal),
                        new Telling.Words("Счёт", Telling.State.NEEDS_PEOPLE),
                        new NotePlace.New())))
                .isEqualTo(later(Duration.ofMinutes(2), Delay.CRM_UNREACHABLE));
        got(crm.tell(
                tenant(),
                ref(deal),
                new Telling.Words("Счёт", Telling.State.NEEDS_PEOPLE),
                new NotePlace.NewUnlessThere()));

        assertThat(portal.timeline(deal))
                .extracting(TimelineComment::text)
                .containsExactlyInAnyOrder("Чужая запись", "Счёт");
    }
}
