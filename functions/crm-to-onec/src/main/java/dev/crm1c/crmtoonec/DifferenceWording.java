package dev.crm1c.crmtoonec;

import dev.crm1c.model.money.Money;
import dev.crm1c.model.sync.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** In what a deal and a document of 1C differ, so that an accountant sees where to look. */
final class DifferenceWording {
    private static final int MOST = 10;

    private DifferenceWording() {}

    static boolean isDifference(Problem problem) {
        return problem instanceof Problem.TotalsDiffer || problem instanceof Problem.LineDiffers;
    }

    /** 1C holds something else than it was given. */
    static String shown(List<Problem> differences) {
        return "Покажите документ бухгалтеру: %s.".formatted(explained(differences));
    }

    /** {@code сумма в сделке 12 345,67, в 1С 12 345,68; строка 3 («Стул»): в сделке НДС 180,33, в 1С НДС 180,32}. */
    static String explained(List<Problem> differences) {
        String most =
                differences.stream().limit(MOST).map(DifferenceWording::one).collect(Collectors.joining("; "));
        return differences.size() > MOST ? most + "; и ещё " + (differences.size() - MOST) : most;
    }

    private static String one(Problem difference) {
        return switch (difference) {
            case Problem.TotalsDiffer(Money inDeal, Money inOneC)
            when inDeal.equals(inOneC) -> "число строк в 1С другое";
            case Problem.TotalsDiffer(Money inDeal, Money inOneC) ->
                "сумма в сделке %s, в 1С %s".formatted(inDeal.inWords(), inOneC.inWords());
            case Problem.LineDiffers differs ->
                "%s: в сделке %s, в 1С %s"
                        .formatted(
                                LineWording.place(differs).replaceFirst("С", "с"),
                                Defused.name(differs.inDeal()),
                                Defused.name(differs.inOneC()));
            default -> ProblemWording.of(difference).replaceFirst("\\.$", "");
        };
    }
}
