package dev.crm1c.crmtoonec;

import dev.crm1c.model.sync.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Problems as a list that reads the same however they were found: in one order, nothing twice, and never a page long. */
final class Bullets {
    private static final int MOST = 30;

    private static final Comparator<Problem> ORDER = Comparator.comparing(Bullets::group)
            .thenComparing(problem -> problem instanceof Problem.InLine inLine ? inLine.line() : 0)
            .thenComparing(ProblemWording::of);

    /** As people go through it: the deal's head, its rows, its documents, and what others have to mend. */
    private enum Group {
        BUYER,
        DEAL,
        LINES,
        DOCUMENTS,
        OTHERS
    }

    private Bullets() {}

    /** @param ending what follows the words of a problem: the way to where it is mended */
    static String of(List<Problem> problems, Function<Problem, String> ending) {
        List<String> bullets = bullets(problems, ending);
        var shown = new ArrayList<>(bullets.subList(0, Math.min(MOST, bullets.size())));
        if (bullets.size() > MOST) {
            shown.add("и ещё " + (bullets.size() - MOST));
        }
        return String.join("\n", shown);
    }

    /** What somebody has to do in 1C or in the set-up is not. */
    static boolean isMendedInCrm(Problem problem) {
        return group(problem) != Group.OTHERS;
    }

    private static List<String> bullets(List<Problem> problems, Function<Problem, String> ending) {
        List<Problem> sorted = problems.stream().sorted(ORDER).toList();
        var bullets = new ArrayList<String>();
        sorted.stream()
                .filter(problem -> !DifferenceWording.isDifference(problem))
                .map(problem -> "• " + ProblemWording.of(problem) + ending.apply(problem))
                .distinct()
                .forEach(bullets::add);
        List<Problem> differences = sorted.stream()
                .filter(DifferenceWording::isDifference)
                .distinct()
                .sorted(Comparator.comparing(Problem.InLine.class::isInstance))
                .toList();
        if (!differences.isEmpty()) {
            bullets.add("• " + DifferenceWording.shown(differences));
        }
        return bullets;
    }

    private static Group group(Problem problem) {
        return switch (problem) {
            case Problem.InCompany _, Problem.InContact _, Problem.NoBuyer _ -> Group.BUYER;
            case Problem.InLine _ -> Group.LINES;
            case Problem.AboutDocument _, Problem.TotalsDiffer _ -> Group.DOCUMENTS;
            case Problem.NoScenarioForPipeline _,
                    Problem.NoSellerForDeal _,
                    Problem.FieldsRefused _,
                    Problem.NoLines _,
                    Problem.TooManyLines _,
                    Problem.CurrencyNotSupported _,
                    Problem.HandedOverUnreadable _,
                    Problem.WonWithoutDocuments _ -> Group.DEAL;
            case Problem.InSetUp _,
                    Problem.NoCurrencyRate _,
                    Problem.PeriodClosed _,
                    Problem.OneCSaysNo _,
                    Problem.CrmSaysNo _ -> Group.OTHERS;
        };
    }
}
