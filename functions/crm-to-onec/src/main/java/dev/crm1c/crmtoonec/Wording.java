package dev.crm1c.crmtoonec;

import dev.crm1c.crmtoonec.Rehearsal.PlannedDocument;
import dev.crm1c.crmtoonec.Rehearsal.Standing;
import dev.crm1c.model.deal.Telling.StageMove;
import dev.crm1c.model.onec.DocumentFacts;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people read in the deal: plain Russian that says what happened and what to do. Texts carry BBCode, so what comes from outside is defused. */
final class Wording {
    private Wording() {}

    /** @param basis what it was written over, if anything; a tax invoice has its sum from there */
    static String document(IssuedDocument document, Optional<IssuedDocument> basis, String link) {
        return DocumentWording.document(document, basis, link);
    }

    static String withdrawn(OneCKind kind, DocumentFacts facts, String link) {
        return DocumentWording.withdrawn(kind, facts, link);
    }

    /** One message with all that is to be done, and the way to where it is done. */
    static String problems(List<Problem> problems, Places places) {
        return problems(problems, places, new StageMove.Stay());
    }

    static String problems(List<Problem> problems, Places places, StageMove move) {
        return Situation.of(problems).around(Bullets.of(problems, problem -> wayTo(problem, places)), move);
    }

    /** What the responsible person is given to do. It stays as it is while the problems change, so it names none: the entry in the deal does. */
    static TodoWords todo() {
        return new TodoWords(
                "1С: по сделке нужно ваше действие",
                "Откройте сделку: что нужно сделать, сказано в записи обмена с 1С в её ленте. Когда всё будет исправлено, дело закроется само.");
    }

    record TodoWords(String title, String description) {}

    /** For those who wonder why nothing comes; empty when the wait is short or is not 1C's. */
    static Optional<String> waiting(Delay why) {
        Optional<String> reason = switch (why) {
            case ONEC_UNREACHABLE, ONEC_ANSWER_UNCLEAR, WRITE_OUTCOME_UNKNOWN -> Optional.of("1С не отвечает");
            case ONEC_MAINTENANCE, ONEC_UPDATING -> Optional.of("В 1С идут технические работы");
            case ONEC_BUSY, ONEC_LOCKED -> Optional.of("1С занята: нет свободной лицензии или данные заблокированы");
            case CRM_BUDGET_SPENT,
                    CRM_LIMIT_REACHED,
                    CRM_UNREACHABLE,
                    CRM_ACCESS_REFUSED,
                    CRM_TOKENS_BEING_RENEWED,
                    CRM_APPLICATION_NOT_INSTALLED,
                    CRM_BLOCKED,
                    CRM_ADDRESS_WRONG,
                    CRM_ANSWER_UNCLEAR,
                    CLAIMED_BY_ANOTHER,
                    OUT_OF_TIME,
                    QUEUE_UNAVAILABLE,
                    OUR_MISTAKE -> Optional.empty();
        };
        return reason.map(
                words -> words + ", поэтому сделка ещё не передана. Она уйдёт в 1С сама, делать ничего не нужно.");
    }

    /** What would have been done. */
    static String rehearsal(Rehearsal rehearsal, Places places) {
        var plan = new ArrayList<String>();
        standing("контрагент", rehearsal.counterparty()).ifPresent(plan::add);
        standing("договор", rehearsal.contract()).ifPresent(plan::add);
        for (PlannedDocument document : rehearsal.documents()) {
            plan.add("%s на сумму %s"
                    .formatted(
                            DocumentWording.title(document.kind()),
                            document.total().inWords()));
        }
        if (!rehearsal.unknownItems().isEmpty()) {
            String rows = rehearsal.unknownItems().stream().map(String::valueOf).collect(Collectors.joining(", "));
            plan.add("номенклатуры в 1С нет для строк: " + rows + way("Открыть сделку", places, places.deal()));
        }
        return plan.stream()
                .map(step -> "\n• " + step)
                .collect(Collectors.joining(
                        "", "Пробный режим: в 1С ничего не записано. В рабочем режиме по этой сделке будет:", ""));
    }

    private static Optional<String> standing(String what, Standing standing) {
        return switch (standing) {
            case FOUND -> Optional.of(what + " уже есть в 1С");
            case WOULD_BE_MADE -> Optional.of(what + " будет создан");
            case NOT_WANTED -> Optional.empty();
        };
    }

    /** What is mended outside the CRM has no address there. */
    private static String wayTo(Problem problem, Places places) {
        return switch (problem) {
            case Problem.InCompany inCompany -> way("Открыть компанию", places, inCompany.company());
            case Problem.InContact inContact -> way("Открыть контакт", places, inContact.contact());
            case Problem.LineDiffers _,
                    Problem.TotalsDiffer _,
                    Problem.AboutDocument _,
                    Problem.InSetUp _,
                    Problem.NoCurrencyRate _,
                    Problem.PeriodClosed _,
                    Problem.OneCSaysNo _,
                    Problem.CrmSaysNo _,
                    Problem.FieldsRefused _ -> "";
            case Problem.InLine _,
                    Problem.NoBuyer _,
                    Problem.NoScenarioForPipeline _,
                    Problem.NoSellerForDeal _,
                    Problem.NoLines _,
                    Problem.TooManyLines _,
                    Problem.CurrencyNotSupported _,
                    Problem.HandedOverUnreadable _,
                    Problem.WonWithoutDocuments _ -> way("Открыть сделку", places, places.deal());
        };
    }

    private static String way(String words, Places places, CrmRef object) {
        return " [URL=%s]%s[/URL]".formatted(places.of(object), words);
    }
}
