package dev.crm1c.admin;

import dev.crm1c.model.portal.Pipeline;
import dev.crm1c.model.portal.Pipeline.Meaning;
import dev.crm1c.model.portal.Pipeline.Stage;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Proposes at which stage of each pipeline the documents should appear, as lines for the tenant file. People decide; a proposal is only made where
 * a stage's name or the vendor's own code speaks for it.
 */
final class SuggestScenarios {
    private static final List<String> SPEAKING_NAMES = List.of("счет", "счёт", "invoice", "соглас", "догов", "оплат");
    /** The code that the vendor gave to "the invoice is being paid in advance". */
    private static final String SPEAKING_CODE = "PREPAYMENT_INVOICE";

    private SuggestScenarios() {}

    record Suggestion(String pipeline, String stage, String line) {}

    static List<Suggestion> from(List<Pipeline> pipelines) {
        return pipelines.stream()
                .flatMap(pipeline ->
                        bestStage(pipeline)
                                .map(stage -> new Suggestion(pipeline.name(), stage.name(), line(pipeline, stage)))
                                .stream())
                .toList();
    }

    private static Optional<Stage> bestStage(Pipeline pipeline) {
        return pipeline.stages().stream()
                .filter(stage -> stage.meaning() == Meaning.IN_PROGRESS)
                .filter(stage -> weight(stage) > 0)
                .max(Comparator.comparingInt(SuggestScenarios::weight)
                        .thenComparing(stage -> -pipeline.stages().indexOf(stage)));
    }

    /** What people call a stage says more than the code that it was born with: codes stay when stages are renamed. */
    private static int weight(Stage stage) {
        String name = stage.name().toLowerCase(Locale.ROOT);
        for (int place = 0; place < SPEAKING_NAMES.size(); place++) {
            if (name.contains(SPEAKING_NAMES.get(place))) {
                return 2 + SPEAKING_NAMES.size() - place;
            }
        }
        return stage.ref().stage().endsWith(SPEAKING_CODE) ? 1 : 0;
    }

    private static String line(Pipeline pipeline, Stage stage) {
        return "  - when: {pipeline: %s, stage: \"%s\"}"
                .formatted(pipeline.code(), stage.ref().stage());
    }
}
