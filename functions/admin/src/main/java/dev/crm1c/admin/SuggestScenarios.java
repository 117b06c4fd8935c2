package dev.crm1c.admin;

import dev.crm1c.model.portal.Pipeline;
import dev.crm1c.model.portal.Pipeline.Meaning;
import dev.crm1c.model.portal.Pipeline.Stage;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Proposes at which stage of each pipeline the documents should appear, as lines for the tenant file. People decide; a proposal is only made where
 * a stage's name or the vendor's own code speaks for it.
 */
final class SuggestScenarios {
    /** The code is the vendor's for "the invoice is being paid in advance"; what to make depends on 1C, so people say it. */
    private static final Signs AGREED = new Signs(
            List.of("счет", "счёт", "invoice", "соглас", "догов", "оплат"),
            "PREPAYMENT_INVOICE",
            "  - when: {pipeline: %s, stage: \"%s\"}");

    /** The code is the vendor's for "the work is done". */
    private static final Signs DELIVERED = new Signs(
            List.of("отгруз", "реализац", "выдач", "достав", "закрывающ"),
            "FINAL_INVOICE",
            "  - when: {pipeline: %s, stage: \"%s\"}\n    make: [realization, tax-invoice]");

    private SuggestScenarios() {}

    record Suggestion(String pipeline, String stage, String line) {}

    static List<Suggestion> from(List<Pipeline> pipelines) {
        return pipelines.stream().flatMap(SuggestScenarios::of).toList();
    }

    /** Nothing is delivered before it was agreed. */
    private static Stream<Suggestion> of(Pipeline pipeline) {
        List<Stage> stages = pipeline.stages();
        return AGREED.best(stages).stream()
                .flatMap(agreed -> Stream.concat(
                        Stream.of(AGREED.suggest(pipeline, agreed)),
                        DELIVERED.best(stages.subList(stages.indexOf(agreed) + 1, stages.size())).stream()
                                .map(delivered -> DELIVERED.suggest(pipeline, delivered))));
    }

    /** What speaks for a stage. */
    private record Signs(List<String> names, String code, String line) {

        Optional<Stage> best(List<Stage> stages) {
            return stages.stream()
                    .filter(stage -> stage.meaning() == Meaning.IN_PROGRESS)
                    .filter(stage -> weight(stage) > 0)
                    .max(Comparator.comparingInt(this::weight).thenComparing(stage -> -stages.indexOf(stage)));
        }

        /** What people call a stage says more than the code that it was born with: codes stay when stages are renamed. */
        private int weight(Stage stage) {
            String name = stage.name().toLowerCase(Locale.ROOT);
            for (int place = 0; place < names.size(); place++) {
                if (name.contains(names.get(place))) {
                    return 2 + names.size() - place;
                }
            }
            return stage.ref().stage().endsWith(code) ? 1 : 0;
        }

        Suggestion suggest(Pipeline pipeline, Stage stage) {
            return new Suggestion(
                    pipeline.name(),
                    stage.name(),
                    line.formatted(pipeline.code(), stage.ref().stage()));
        }
    }
}
