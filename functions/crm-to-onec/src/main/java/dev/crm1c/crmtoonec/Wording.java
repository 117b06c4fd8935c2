package dev.crm1c.crmtoonec;

import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.DocumentFacts;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Problem;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people read in the deal: plain Russian that says what happened and what to do. Texts carry BBCode, so what comes from outside is defused. */
final class Wording {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final int LONGEST_QUOTE = 80;

    private Wording() {}

    /** @param basis what it was written over, if anything; a tax invoice has its sum from there */
    static String document(IssuedDocument document, Optional<IssuedDocument> basis, String link) {
        DocumentFacts facts = document.document().facts();
        return "%s № %s [URL=%s]Открыть в 1С[/URL]"
                .formatted(capitalized(title(document.kind())), plain(facts.number()), link);
    }

    static String withdrawn(OneCKind kind, DocumentFacts facts, String link) {
        return "%s № %s [URL=%s]Открыть в 1С[/URL]".formatted(capitalized(title(kind)), plain(facts.number()), link);
    }

    static String problems(List<Problem> problems, Places places) {
        return problems.stream().map(problem -> "• " + problem(problem)).collect(Collectors.joining("\n"));
    }

    static String rehearsal(Rehearsal rehearsal, Places places) {
        return "Пробный режим: в 1С ничего не записано.";
    }

    static TodoWords todo(List<Problem> problems) {
        return new TodoWords("Исправить сделку для 1С", "");
    }

    /** What the responsible person is given to do; no BBCode. */
    record TodoWords(String title, String description) {}

    /** For those who wonder why nothing comes; empty when the wait is short or is not 1C's. */
    static Optional<String> waiting(Delay why) {
        return Optional.empty();
    }

    private static String problem(Problem problem) {
        return problem.code();
    }

    private static String title(OneCKind kind) {
        return kind.wireName();
    }

    private static String capitalized(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String legal(LegalIdentity identity) {
        return identity.kppOrBlank().isEmpty()
                ? "ИНН " + identity.inn().digits()
                : "ИНН %s и КПП %s".formatted(identity.inn().digits(), identity.kppOrBlank());
    }

    private static String quoted(String text) {
        String plain = plain(text);
        return plain.length() > LONGEST_QUOTE ? plain.substring(0, LONGEST_QUOTE) + "…" : plain;
    }

    /** Square brackets would be read as BBCode, control characters as nothing good. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ")
                .replace('[', '(')
                .replace(']', ')')
                .strip();
    }
}
