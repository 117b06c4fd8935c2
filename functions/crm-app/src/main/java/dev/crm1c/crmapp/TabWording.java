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
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.Terms;
import dev.crm1c.model.tenant.Terms.Mode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What people read in the deal's tab. The table holds no words of theirs, so the deal's own timeline says more: it is pointed to. */
final class TabWording {
    static final String TITLE = "1С";
    static final String BUTTON = "Отправить в 1С";
    static final String ASKED =
            "Сделка отправлена в 1С. Через минуту-другую результат появится в ленте сделки; чтобы увидеть его здесь, откройте вкладку заново.";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final ZoneId zone;
    private final String currency;
    private final Mode mode;

    private TabWording(ZoneId zone, String currency, Mode mode) {
        this.zone = zone;
        this.currency = currency;
        this.mode = mode;
    }

    /** The table does not know a document's currency: sums of tenants that sell in several are shown without one. */
    static TabWording of(Tenant tenant) {
        String currency = tenant.terms().currencies().equals(Set.of(Terms.RUBLE)) ? " ₽" : "";
        return new TabWording(tenant.onec().zone(), currency, tenant.terms().mode());
    }

    List<String> standing(Standing standing) {
        var lines = new ArrayList<String>();
        standing.documents().forEach(document -> lines.add(document(document)));
        lines.addAll(waiting(standing.work().parking()));
        lines.addAll(lastLook(standing.work()));
        if (lines.isEmpty()) {
            lines.add("Эта сделка в 1С ещё не передавалась.");
        }
        switch (mode) {
            case LIVE -> {}
            case REHEARSAL -> lines.addFirst("Пробный режим: в 1С ничего не записывается.");
        }
        return lines;
    }

    private String document(Standing.Document document) {
        String title = title(document.kind());
        return switch (document.link()) {
            case Link.Absent() -> title + ": ещё нет.";
            case Link.Planned(Link.Claim claim) -> title + ": создаётся в 1С с " + moment(claim.at()) + ".";
            case Link.Created _, Link.OnFile _ -> title + ": записан в 1С, ещё не проведён.";
            case Link.Written _ -> title + ": записан в 1С, сверяется со сделкой.";
            case Link.Changing _ -> title + ": меняется в 1С вслед за сделкой.";
            case Link.ComingBack _ -> title + ": возвращается в 1С вслед за сделкой.";
            case Link.Withdrawn _ -> title + ": отменён в 1С, потому что сделка проиграна.";
            case Link.Verified verified -> verified(title, verified.facts());
        };
    }

    private String verified(String title, DocumentFacts facts) {
        return "%s № %s от %s на сумму %s%s."
                .formatted(
                        title,
                        facts.number(),
                        DAY.format(facts.date()),
                        facts.total().inWords(),
                        currency);
    }

    private List<String> waiting(Parking parking) {
        return switch (parking) {
            case Parking.NotParked() -> List.of();
            case Parking.Parked parked -> {
                var lines = new ArrayList<String>();
                lines.add(reason(parked.reason()));
                if (!parked.waitsFor().isEmpty()) {
                    lines.add("Как только изменится " + names(parked.waitsFor()) + ", сделка проверится сама.");
                }
                lines.add("Следующая проверка: " + moment(parked.until()) + ".");
                yield lines;
            }
        };
    }

    private List<String> lastLook(Work work) {
        return switch (work.lastLook()) {
            case LastLook.Never() -> List.of();
            case LastLook.StartedAt(Instant began) -> List.of("Последняя проверка: " + moment(began) + ".");
        };
    }

    private static String reason(String reason) {
        return delay(reason)
                .map(TabWording::delayed)
                .orElseGet(() -> "Сделка ждёт исправлений: "
                        + Arrays.stream(reason.split(","))
                                .map(ProblemTopics::of)
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
            case OUR_MISTAKE -> "Обмен споткнулся на этой сделке и пробует снова. Скажите тому, кто настраивал обмен.";
            case CRM_UNREACHABLE,
                    CRM_ACCESS_REFUSED,
                    CRM_APPLICATION_NOT_INSTALLED,
                    CRM_BLOCKED,
                    CRM_ADDRESS_WRONG,
                    CRM_ANSWER_UNCLEAR ->
                "Обмен не может прочитать сделку на портале. Если это повторяется, скажите тому, кто настраивал обмен.";
        };
    }

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

    private String moment(Instant instant) {
        return MINUTE.format(instant.atZone(zone));
    }
}
