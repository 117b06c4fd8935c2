package dev.crm1c.crmtoonec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.NoteSlot;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.DocumentFacts;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Paper;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.sync.Link;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a timeline entry says of one document. */
class DocumentTextsTest {
    private static final Map<String, String> REMARKS = GoldenTexts.read("/remark-texts.txt");
    private static final String LINK = "https://1c.example/#e1cib/1";
    private static final IssuedDocument ORDER = issued(OneCKind.ORDER, "УТ-7", 1_234_567);
    private static final IssuedDocument REALIZATION = issued(OneCKind.REALIZATION, "УТ-9", 500_000);
    private static final IssuedDocument ACT = issued(OneCKind.ACT, "УТ-4", 10_050);

    private static IssuedDocument issued(OneCKind kind, String number, long kopecks, Remark... remarks) {
        return new IssuedDocument(
                kind,
                NoteSlot.of(kind),
                "RUB",
                Paper.TAX_INVOICE,
                new Link.Verified(
                        new OneCRef(kind, new UUID(0, 1)),
                        Fingerprint.of("asked"),
                        Fingerprint.of("found"),
                        facts(number, kopecks),
                        List.of(remarks)));
    }

    private static DocumentFacts facts(String number, long kopecks) {
        return new DocumentFacts(number, LocalDateTime.of(2026, 11, 21, 23, 59), new Money(kopecks));
    }

    private static String text(IssuedDocument document, Optional<IssuedDocument> basis) {
        return Wording.document(document, basis, LINK).replace('\u00A0', ' ');
    }

    @Test
    void each_kind_of_document_is_told_with_number_date_sum_and_way_there() {
        String end = " [URL=" + LINK + "]Открыть в 1С[/URL]";
        assertThat(text(ORDER, Optional.empty()))
                .isEqualTo("Заказ клиента № УТ-7 от 21.11.2026 на сумму 12 345,67 ₽ проведён в 1С." + end);
        assertThat(text(issued(OneCKind.INVOICE, "УТ-8", 1_234_567), Optional.of(ORDER)))
                .isEqualTo("Счёт на оплату № УТ-8 от 21.11.2026 на сумму 12 345,67 ₽ выставлен в 1С"
                        + " по заказу клиента № УТ-7." + end);
        assertThat(text(REALIZATION, Optional.of(ORDER)))
                .isEqualTo("Реализация № УТ-9 от 21.11.2026 на сумму 5 000,00 ₽ проведена в 1С"
                        + " по заказу клиента № УТ-7." + end);
        assertThat(text(ACT, Optional.of(issued(OneCKind.INVOICE, "БП-3", 10_050))))
                .isEqualTo("Акт выполненных работ № УТ-4 от 21.11.2026 на сумму 100,50 ₽ проведён в 1С по счёту № БП-3."
                        + end);
    }

    @Test
    void a_tax_invoice_has_its_sum_from_what_it_confirms() {
        IssuedDocument bare = issued(OneCKind.TAX_INVOICE, "11", 0);
        assertThat(text(bare, Optional.of(REALIZATION)))
                .startsWith("Счёт-фактура № 11 от 21.11.2026 на сумму 5 000,00 ₽ выписан в 1С к реализации № УТ-9.");
        assertThat(text(bare, Optional.of(ACT))).contains("на сумму 100,50 ₽ выписан в 1С к акту № УТ-4.");
    }

    @Test
    void remarks_follow_each_on_a_line_of_its_own() {
        var remarked = issued(
                OneCKind.ORDER,
                "1",
                1,
                new Remark(Remark.Kind.CONTRACT_OF_MANY),
                new Remark(Remark.Kind.ITEMS_MADE, List.of(2, 3)));

        assertThat(text(remarked, Optional.empty()).lines().skip(1))
                .containsExactly(REMARKS.get("CONTRACT_OF_MANY"), REMARKS.get("ITEMS_MADE"));
    }

    @ParameterizedTest
    @EnumSource
    void every_remark_says_what_was_approved(Remark.Kind kind) {
        assertThat(DocumentWording.remark(new Remark(kind, List.of(2, 3)))).isEqualTo(REMARKS.get(kind.name()));
    }

    @Test
    void a_document_that_was_taken_back_says_how() {
        assertThat(Wording.withdrawn(OneCKind.ORDER, facts("УТ-7", 100), LINK))
                .isEqualTo("Сделка проиграна: заказ клиента № УТ-7 от 21.11.2026 на сумму 1,00 закрыт в 1С. [URL="
                        + LINK + "]Открыть в 1С[/URL]");
        assertThat(Wording.withdrawn(OneCKind.INVOICE, facts("8", 100), LINK)).contains(" помечен на удаление в 1С.");
    }

    @Test
    void a_number_from_outside_cannot_become_bbcode() {
        assertThat(text(issued(OneCKind.ORDER, "1[/URL]\u0000[b]\n2", 1), Optional.empty()))
                .startsWith("Заказ клиента № 1(/URL) (b) 2 от");
    }
}
