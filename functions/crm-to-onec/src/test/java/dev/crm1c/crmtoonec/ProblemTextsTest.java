package dev.crm1c.crmtoonec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.Telling;
import dev.crm1c.model.sync.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people read of each problem, as somebody has approved it; and that the page for people explains it. */
class ProblemTextsTest {
    private static final Path PAGE = Path.of("../../docs/ru/soobshcheniya.md");
    private static final Map<String, String> APPROVED = GoldenTexts.read("/problem-texts.txt");
    private static final Map<String, Problem> SAMPLES = ProblemSamples.all();

    private static Stream<Class<?>> kindsOf(Class<?> problem) {
        return problem.isSealed()
                ? Stream.of(problem.getPermittedSubclasses()).flatMap(ProblemTextsTest::kindsOf)
                : Stream.of(problem);
    }

    private static Set<String> samples() {
        return SAMPLES.keySet();
    }

    @Test
    void every_kind_of_problem_has_a_sample_and_every_sample_an_approved_text() {
        assertThat(SAMPLES.values().stream().map(Problem::code).collect(Collectors.toSet()))
                .isEqualTo(kindsOf(Problem.class).map(Class::getSimpleName).collect(Collectors.toSet()));
        assertThat(SAMPLES.keySet()).isEqualTo(APPROVED.keySet());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_problem_says_in_russian_what_was_approved(String sample) {
        assertThat(ProblemWording.of(SAMPLES.get(sample)))
                .isEqualTo(APPROVED.get(sample).replace('~', '\u00A0'))
                .matches("(?s)\\p{IsCyrillic}.*|1С .*|CRM .*")
                .endsWith(".")
                .doesNotContain("[", "]", "null", "..");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_page_about_messages_explains_it(String sample) throws IOException {
        assertThat(Files.readString(PAGE)).contains("| " + beginning(APPROVED.get(sample)));
    }

    @Test
    void the_page_explains_every_state_and_every_remark() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Stream.of(Telling.State.values()).map(state -> "| " + state.words() + " |"))
                .allSatisfy(state -> assertThat(page).contains(state));
        assertThat(GoldenTexts.read("/remark-texts.txt").values())
                .allSatisfy(remark -> assertThat(page).contains("| " + beginning(remark)));
    }

    /** Without the line that it is about, and up to the first thing that is another one in another deal. */
    private static String beginning(String text) {
        String words = text.replaceFirst("^Строка [0-9]+( \\([^)]*\\))?: ", "");
        String sentence = words.split("[:.]", 2)[0];
        return Stream.of(sentence.split(" "))
                .takeWhile(word -> !word.matches(".*[0-9№«(].*") || word.startsWith("1С"))
                .limit(5)
                .collect(Collectors.joining(" "));
    }
}
