package dev.crm1c.crmtoonec;

import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.DocumentFacts;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.Paper;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.tenant.Terms;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a timeline entry says of one document. */
final class DocumentWording {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private DocumentWording() {}

    static String document(IssuedDocument document, Optional<IssuedDocument> basis, String link) {
        OneCKind kind = document.kind();
        String first = "%s на сумму %s %s %s в 1С%s. [URL=%s]Открыть в 1С[/URL]"
                .formatted(
                        capitalized(named(title(document), document.document().facts())),
                        sum(document, basis).inWords(),
                        currency(document.currency()),
                        done(kind),
                        basis.map(DocumentWording::over).orElse(""),
                        link);
        return document.document().remarks().stream()
                .map(remark -> "\n" + remark(remark))
                .collect(Collectors.joining("", first, ""));
    }

    static String withdrawn(OneCKind kind, DocumentFacts facts, String link) {
        return "Сделка проиграна: %s на сумму %s %s в 1С. [URL=%s]Открыть в 1С[/URL]"
                .formatted(named(title(kind), facts), facts.total().inWords(), undone(kind), link);
    }

    static String title(OneCKind kind) {
        return switch (kind) {
            case ORDER -> "заказ клиента";
            case INVOICE -> "счёт на оплату";
            case REALIZATION -> "реализация";
            case ACT -> "акт выполненных работ";
            case TAX_INVOICE -> "счёт-фактура";
            case PARTNER, COUNTERPARTY, CONTRACT, BANK_ACCOUNT, ITEM ->
                throw new IllegalArgumentException(kind + " is no document");
        };
    }

    static String day(TemporalAccessor day) {
        return DAY.format(day);
    }

    static String capitalized(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String title(IssuedDocument document) {
        return document.kind() == OneCKind.TAX_INVOICE && document.paper() == Paper.UNIVERSAL
                ? "счёт-фактура (УПД)"
                : title(document.kind());
    }

    private static String currency(String code) {
        return code.equals(Terms.RUBLE) ? "₽" : code;
    }

    private static String named(String title, DocumentFacts facts) {
        return "%s № %s от %s".formatted(title, Defused.name(facts.number()), day(facts.date()));
    }

    /** A tax invoice has no lines of its own: what it confirms is the sum of its basis. */
    private static Money sum(IssuedDocument document, Optional<IssuedDocument> basis) {
        return basis.filter(_ -> document.kind() == OneCKind.TAX_INVOICE)
                .orElse(document)
                .document()
                .facts()
                .total();
    }

    private static String done(OneCKind kind) {
        return switch (kind) {
            case INVOICE -> "выставлен";
            case TAX_INVOICE -> "выписан";
            case REALIZATION -> "проведена";
            default -> "проведён";
        };
    }

    private static String undone(OneCKind kind) {
        return switch (kind) {
            case ORDER -> "закрыт";
            case INVOICE -> "помечен на удаление";
            case REALIZATION -> "отменена";
            default -> "отменён";
        };
    }

    private static String over(IssuedDocument basis) {
        String number = Defused.name(basis.document().facts().number());
        return switch (basis.kind()) {
            case ORDER -> " по заказу клиента № " + number;
            case INVOICE -> " по счёту № " + number;
            case REALIZATION -> " к реализации № " + number;
            case ACT -> " к акту № " + number;
            default -> "";
        };
    }

    static String remark(Remark remark) {
        String lines = remark.lines().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return switch (remark.kind()) {
            case LINES_DESCRIBED ->
                "Строки без номенклатуры 1С, записаны текстом: " + lines
                        + ". Чтобы связать их, заведите в 1С номенклатуру с точно таким же наименованием.";
            case ITEMS_MADE -> "Номенклатура для строк создана в 1С: " + lines + ". Проверьте её карточки.";
            case COUNTERPARTY_DOUBLED ->
                "В 1С несколько контрагентов с этими ИНН и КПП, взят первый по коду. Объедините дубли в 1С.";
            case CONTRACT_OF_MANY -> "Подходящих договоров в 1С несколько, взят самый новый.";
            case VAT_RATE_NOT_IN_FORCE ->
                "Проверьте ставку НДС: на дату документа она не действует (строки " + lines + ").";
            case DEAL_SUM_DIFFERS ->
                "Сумма в самой сделке не равна сумме её товаров: в 1С ушли товары. Если сумму вписали вручную, исправьте её.";
            case HEAD_OFFICE_MISSING ->
                "Покупатель — филиал, а головной организации с этим ИНН в 1С нет. Если она нужна, заведите её и укажите в карточке филиала.";
            case BANK_UNKNOWN ->
                "Банка покупателя нет в 1С, поэтому его расчётный счёт не записан. Загрузите в 1С классификатор банков.";
            case CONTACTS_NOT_WRITTEN ->
                "Телефон и почта покупателя не записаны в карточку контрагента. Если они нужны, впишите их в 1С.";
        };
    }
}
