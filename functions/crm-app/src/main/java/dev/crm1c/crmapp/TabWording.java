package dev.crm1c.crmapp;

import dev.crm1c.model.onec.DocumentFacts;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.Work;
import dev.crm1c.model.sync.Work.LastLook;
import dev.crm1c.model.sync.Work.Parking;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people read in the deal's tab. The table holds no words of theirs, so the deal's own timeline says more: it is pointed to. */
final class TabWording {
    static final String TITLE = "1С";
    static final String BUTTON = "Отправить в 1С";
    static final String ASKED =
            "Сделка отправлена в 1С. Через минуту-другую результат появится в ленте сделки; чтобы увидеть его здесь, откройте вкладку заново.";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private TabWording() {}

    static List<String> standing(Standing standing, ZoneId zone) {
        var lines = new ArrayList<String>();
        standing.documents().forEach(document -> lines.add(document(document, zone)));
        lines.addAll(waiting(standing.work().parking(), zone));
        lines.addAll(lastLook(standing.work(), zone));
        return lines.isEmpty() ? List.of("Эта сделка в 1С ещё не передавалась.") : lines;
    }

    private static String document(Standing.Document document, ZoneId zone) {
        String title = title(document.kind());
        return switch (document.link()) {
            case Link.Absent() -> title + ": ещё нет.";
            case Link.Planned(Link.Claim claim) -> title + ": создаётся в 1С с " + moment(claim.at(), zone) + ".";
            case Link.Created _ -> title + ": записан в 1С, ещё не проведён.";
            case Link.Posted _ -> title + ": проведён в 1С, сверяется со сделкой.";
            case Link.Withdrawn _ -> title + ": отменён в 1С, потому что сделка проиграна.";
            case Link.Verified verified -> verified(title, verified.facts());
        };
    }

    private static String verified(String title, DocumentFacts facts) {
        return "%s № %s от %s на сумму %s ₽."
                .formatted(
                        title,
                        facts.number(),
                        DAY.format(facts.date()),
                        facts.total().inWords());
    }

    private static List<String> waiting(Parking parking, ZoneId zone) {
        return switch (parking) {
            case Parking.NotParked() -> List.of();
            case Parking.Parked parked -> {
                var lines = new ArrayList<String>();
                lines.add(reason(parked.reason()));
                if (!parked.waitsFor().isEmpty()) {
                    lines.add("Как только изменится " + names(parked.waitsFor()) + ", сделка проверится сама.");
                }
                lines.add("Следующая проверка: " + moment(parked.until(), zone) + ".");
                yield lines;
            }
        };
    }

    private static List<String> lastLook(Work work, ZoneId zone) {
        return switch (work.lastLook()) {
            case LastLook.Never() -> List.of();
            case LastLook.StartedAt(Instant began) -> List.of("Последняя проверка: " + moment(began, zone) + ".");
        };
    }

    private static String reason(String reason) {
        return delay(reason)
                .map(TabWording::delayed)
                .orElseGet(() -> "Сделка ждёт исправлений: "
                        + Arrays.stream(reason.split(","))
                                .map(TabWording::problem)
                                .distinct()
                                .collect(Collectors.joining("; "))
                        + ". Что именно сделать, написано в ленте сделки.");
    }

    private static Optional<Delay> delay(String reason) {
        return Arrays.stream(Delay.values())
                .filter(delay -> delay.name().equals(reason))
                .findFirst();
    }

    private static String delayed(Delay delay) {
        return switch (delay) {
            case ONEC_UNREACHABLE, ONEC_ANSWER_UNCLEAR, WRITE_OUTCOME_UNKNOWN ->
                "1С не отвечает. Сделка уйдёт в 1С сама, делать ничего не нужно.";
            case ONEC_MAINTENANCE, ONEC_UPDATING ->
                "В 1С идут технические работы. Сделка уйдёт в 1С сама, делать ничего не нужно.";
            case ONEC_BUSY, ONEC_LOCKED -> "1С занята. Сделка уйдёт в 1С сама, делать ничего не нужно.";
            case CRM_BUDGET_SPENT,
                    CRM_LIMIT_REACHED,
                    CRM_TOKENS_BEING_RENEWED,
                    CLAIMED_BY_ANOTHER,
                    OUT_OF_TIME,
                    QUEUE_UNAVAILABLE -> "Сделка стоит в очереди.";
            case CRM_UNREACHABLE,
                    CRM_ACCESS_REFUSED,
                    CRM_APPLICATION_NOT_INSTALLED,
                    CRM_BLOCKED,
                    CRM_ADDRESS_WRONG,
                    CRM_ANSWER_UNCLEAR ->
                "Обмен не может прочитать сделку на портале. Если это повторяется, скажите тому, кто настраивал обмен.";
        };
    }

    /** The table keeps a problem's code alone; the words for it were for the timeline. */
    static String problem(String code) {
        return switch (code) {
            case "NoBuyer" -> "не указан покупатель";
            case "NoPersonName" -> "имя покупателя";
            case "NoRequisites",
                    "InnMissing",
                    "InnWrong",
                    "KppMissing",
                    "KppWrong",
                    "RegistrationNumberWrong",
                    "BikWrong",
                    "AccountWrong",
                    "NoCompanyName",
                    "CompanyNameTooLong" -> "реквизиты компании";
            case "NoLines",
                    "TooManyLines",
                    "NoPrice",
                    "PriceNotPositive",
                    "SumTooLarge",
                    "QuantityDoesNotFit",
                    "NoName",
                    "NameTooLong",
                    "UnknownVatRate",
                    "VatRateNotInForce",
                    "UnitUnknown",
                    "UnitDiffers",
                    "KitAsLine",
                    "GoodsNotForDocument" -> "товары и услуги";
            case "HandedOverWrong", "HandedOverUnreadable" -> "что отгружено";
            case "ItemNotFound", "ItemDoubled" -> "номенклатура в 1С";
            case "CurrencyNotSupported" -> "валюта сделки";
            case "NoCurrencyRate" -> "курс валюты в 1С";
            case "NoScenarioForPipeline" -> "настройка обмена: для этой воронки он не задан";
            case "NoSellerForDeal" -> "неясно, какая ваша организация продаёт";
            case "WonWithoutDocuments" -> "сделка выиграна, а документов в 1С нет";
            case "TotalsDiffer", "LineDiffers" -> "документ в 1С не сошёлся со сделкой";
            case "CannotWithdraw",
                    "DocumentPaid",
                    "DocumentShipped",
                    "DocumentEditedInOneC",
                    "DocumentMarkedForDeletion" -> "документ в 1С, который нельзя менять";
            case "PeriodClosed" -> "период в 1С закрыт";
            case "OrganizationNotFound",
                    "OrganizationHasNoBankAccount",
                    "DictionaryEntryMissing",
                    "EntryNotChosen",
                    "NotPublished",
                    "OneCAccessRefused",
                    "RequiredFieldEmpty",
                    "UnitNotInOneC",
                    "ValueNotInBase" -> "настройка 1С";
            case "OneCSaysNo" -> "отказ 1С";
            case "CrmSaysNo" -> "отказ портала";
            default -> UNNAMED_PROBLEM;
        };
    }

    static final String UNNAMED_PROBLEM = "данные сделки";

    private static String names(Iterable<CrmRef> refs) {
        var sorted = new ArrayList<CrmRef>();
        refs.forEach(sorted::add);
        sorted.sort(Comparator.comparing(CrmRef::key));
        return sorted.stream().map(TabWording::name).collect(Collectors.joining(", "));
    }

    private static String name(CrmRef ref) {
        return name(ref.kind()) + " № " + ref.id();
    }

    private static String name(CrmKind kind) {
        return switch (kind) {
            case DEAL -> "сделка";
            case COMPANY -> "компания";
            case CONTACT -> "контакт";
            case REQUISITE -> "реквизит";
            case BANK_DETAIL -> "банковский счёт";
            case INVOICE -> "счёт";
            case PRODUCT -> "товар";
            case CHANGE_LIST -> "список изменений";
            case APPLICATION -> "приложение";
        };
    }

    private static String title(OneCKind kind) {
        return switch (kind) {
            case ORDER -> "Заказ клиента";
            case INVOICE -> "Счёт на оплату";
            case REALIZATION -> "Документ реализации";
            case ACT -> "Акт";
            case TAX_INVOICE -> "Счёт-фактура";
            case PARTNER, COUNTERPARTY, CONTRACT, BANK_ACCOUNT, ITEM ->
                throw new IllegalArgumentException(kind + " is no document");
        };
    }

    private static String moment(Instant instant, ZoneId zone) {
        return MINUTE.format(instant.atZone(zone));
    }
}
