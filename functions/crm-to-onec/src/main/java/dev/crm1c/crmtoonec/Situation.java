package dev.crm1c.crmtoonec;

import dev.crm1c.model.deal.Telling.StageMove;
import dev.crm1c.model.sync.Problem;
import java.util.List;
import java.util.function.Predicate;

/** How a deal and 1C stand to each other while people have something to do; the worse one first. */
enum Situation {
    CANNOT_WITHDRAW(Problem.CannotWithdraw.class::isInstance, "Сделка проиграна, но её документы остались в 1С.", ""),
    DOCUMENTS_DIFFER(
            Problem.AboutDocument.class::isInstance,
            "Сделка и её документы в 1С расходятся.",
            "После исправления обмен сверит их сам."),
    WRITTEN_OTHERWISE(DifferenceWording::isDifference, "1С записала не то, что в сделке, и обмен остановился.", ""),
    NOT_HANDED_OVER(
            problem -> problem instanceof Problem.HandedOverWrong || problem instanceof Problem.HandedOverUnreadable,
            "Отгрузка пока не передана в 1С.",
            "После исправления она уйдёт в 1С сама."),
    WON_WITHOUT_DOCUMENTS(Problem.WonWithoutDocuments.class::isInstance, "Сделка выиграна, а в 1С её нет.", ""),
    /** Nothing of it is there, or what is there is older than the deal. */
    NOT_SENT(_ -> true, "В нынешнем виде сделка пока не передана в 1С.", "После исправления она уйдёт в 1С сама.");

    private static final String SET_BACK =
            "Сделка возвращена на предыдущую стадию: исправьте и переведите её вперёд снова.";

    private final Predicate<Problem> sign;
    private final String head;
    private final String end;

    Situation(Predicate<Problem> sign, String head, String end) {
        this.sign = sign;
        this.head = head;
        this.end = end;
    }

    static Situation of(List<Problem> problems) {
        for (Situation situation : values()) {
            if (problems.stream().anyMatch(situation.sign)) {
                return situation;
            }
        }
        return NOT_SENT;
    }

    /** @param list what to do, one thing on each line */
    String around(String list, StageMove move) {
        String last = switch (move) {
            case StageMove.Stay() -> end;
            case StageMove.To _ -> SET_BACK;
        };
        return head + " Что нужно сделать:\n" + list + (last.isEmpty() ? "" : "\n" + last);
    }
}
