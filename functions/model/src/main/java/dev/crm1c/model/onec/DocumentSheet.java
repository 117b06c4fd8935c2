package dev.crm1c.model.onec;

import dev.crm1c.model.money.Money;
import dev.crm1c.model.money.VatRate;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.sync.Problem;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** A document as 1C holds it, read back: the only proof that a write did what was meant. */
public record DocumentSheet(
        OneCRef ref, String number, LocalDateTime date, State state, Money total, List<Line> lines) {
    public DocumentSheet {
        lines = List.copyOf(lines);
    }

    public enum State {
        UNPOSTED,
        POSTED,
        MARKED_FOR_DELETION
    }

    /**
     * @param vatRate {@link VatRate#key()}, or the base's own word where we have none for it
     */
    public record Line(String item, String content, BigDecimal quantity, Money gross, Money vat, String vatRate) {
        private static final String NO_REFERENCE = new UUID(0, 0).toString();

        /** As it should be read back; what it is called is not compared, and which item it is in words of its own. */
        private static Line asked(DocumentLine line) {
            return new Line(
                    "",
                    "",
                    line.quantity().value(),
                    line.gross(),
                    line.vat(),
                    line.vatRate().key());
        }

        private boolean says(DocumentLine line) {
            return traits(asked(line)).equals(traits(this));
        }

        /** Those traits of this line that the other one has otherwise, for people. */
        private List<String> otherThan(Line other) {
            var ofOther = traits(other);
            return traits(this).stream()
                    .filter(trait -> !ofOther.contains(trait))
                    .toList();
        }

        private static List<String> traits(Line line) {
            return List.of(
                    "сумма " + line.gross.inWords(),
                    "количество "
                            + line.quantity.stripTrailingZeros().toPlainString().replace('.', ','),
                    "НДС " + line.vat.inWords(),
                    rateInWords(line.vatRate));
        }

        private static String rateInWords(String vatRate) {
            return switch (vatRate) {
                case "" -> "ставка НДС не указана";
                case "none" -> "без НДС";
                default -> "ставка НДС " + vatRate + (vatRate.matches("[0-9]+") ? " %" : "");
            };
        }

        private Problem.LineDiffers differenceFrom(DocumentLine line) {
            var inDeal = new ArrayList<String>();
            var inOneC = new ArrayList<String>();
            if (!isOf(line.item())) {
                boolean empty = item.isEmpty() || item.equals(NO_REFERENCE);
                inDeal.add(empty ? "номенклатура указана" : "одна номенклатура");
                inOneC.add(empty ? "номенклатура не указана" : "другая номенклатура");
            }
            inDeal.addAll(asked(line).otherThan(this));
            inOneC.addAll(otherThan(asked(line)));
            return new Problem.LineDiffers(
                    line.number(), line.content(), String.join(", ", inDeal), String.join(", ", inOneC));
        }

        private boolean isOf(ItemChoice choice) {
            return switch (choice) {
                case ItemChoice.Linked(UUID key) -> item.equalsIgnoreCase(key.toString());
                case ItemChoice.Described() -> true;
            };
        }
    }

    /** The tax of all lines. */
    public Money vat() {
        return lines.stream().map(Line::vat).reduce(Money.ZERO, Money::plus);
    }

    public DocumentFacts facts() {
        return new DocumentFacts(number, date, total);
    }

    /** Changes when somebody edits what matters; not when the document is merely posted again. */
    public Fingerprint content() {
        var parts = new ArrayList<String>();
        parts.add(total.toString());
        for (Line line : lines) {
            parts.addAll(List.of(
                    line.item(),
                    line.content(),
                    line.quantity().stripTrailingZeros().toPlainString(),
                    line.gross().toString(),
                    line.vat().toString(),
                    line.vatRate()));
        }
        return Fingerprint.of(parts.toArray(String[]::new));
    }

    /** Of its sums, quantities and rates alone, whatever order the lines are in: the part of it that a draft foretells. */
    public Fingerprint sums() {
        return sums(total, lines);
    }

    public static Fingerprint sumsOf(DocumentDraft draft) {
        return sums(draft.total(), draft.lines().stream().map(Line::asked).toList());
    }

    private static Fingerprint sums(Money total, List<Line> lines) {
        return Fingerprint.of(Stream.concat(
                        Stream.of(total.toString()),
                        lines.stream()
                                .map(line -> String.join("; ", Line.traits(line)))
                                .sorted())
                .toArray(String[]::new));
    }

    /**
     * What differs from what was asked, for people; empty when every item is the one asked for, and every sum, rate and quantity agrees to the
     * kopeck. 1C takes a row whose item it passes by without a word. The order of the lines does not count: a document may keep goods and
     * services apart.
     */
    public List<Problem> differencesFrom(DocumentDraft draft) {
        var differences = new ArrayList<Problem>();
        if (!total.equals(draft.total()) || lines.size() != draft.lines().size()) {
            differences.add(new Problem.TotalsDiffer(draft.total(), total));
        }
        var unmatched = new ArrayList<>(lines);
        var unlike = new ArrayList<Problem.LineDiffers>();
        List<DocumentLine> missed = pair(
                linkedFirst(draft),
                unmatched,
                (asked, found) -> found.isOf(asked.item()) && found.says(asked),
                (_, _) -> {});
        missed = pair(
                missed,
                unmatched,
                (asked, found) -> found.isOf(asked.item()),
                (asked, found) -> unlike.add(found.differenceFrom(asked)));
        pair(missed, unmatched, (_, _) -> true, (asked, found) -> unlike.add(found.differenceFrom(asked)));
        unlike.sort(Comparator.comparingInt(Problem.LineDiffers::line));
        differences.addAll(unlike);
        return differences;
    }

    /** Any line would do for words: they choose after those who want an item. */
    private static List<DocumentLine> linkedFirst(DocumentDraft draft) {
        return draft.lines().stream()
                .sorted(Comparator.comparing(line -> line.item() instanceof ItemChoice.Described))
                .toList();
    }

    /** Takes for each line that was asked the first found one that fits; gives those for which none did. */
    private static List<DocumentLine> pair(
            List<DocumentLine> asked,
            List<Line> unmatched,
            BiPredicate<DocumentLine, Line> fits,
            BiConsumer<DocumentLine, Line> paired) {
        var missed = new ArrayList<DocumentLine>();
        for (DocumentLine line : asked) {
            unmatched.stream()
                    .filter(found -> fits.test(line, found))
                    .findFirst()
                    .ifPresentOrElse(
                            found -> {
                                unmatched.remove(found);
                                paired.accept(line, found);
                            },
                            () -> missed.add(line));
        }
        return missed;
    }
}
