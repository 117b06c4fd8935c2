package dev.crm1c.model.onec;

import dev.crm1c.model.money.Money;
import dev.crm1c.model.money.VatRate;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.sync.Problem;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

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
        private String inWords() {
            return gross.inWords() + " (кол-во " + quantity.stripTrailingZeros().toPlainString() + ", НДС "
                    + vat.inWords() + ", ставка " + (vatRate.isBlank() ? "не указана" : vatRate) + ")";
        }
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

    /** What differs from what was asked, for people; empty when every sum, rate and quantity agrees to the kopeck. */
    public List<Problem> differencesFrom(DocumentDraft draft) {
        var differences = new ArrayList<Problem>();
        if (!total.equals(draft.total()) || lines.size() != draft.lines().size()) {
            differences.add(new Problem.TotalsDiffer(draft.total(), total));
        }
        for (int i = 0; i < Math.min(lines.size(), draft.lines().size()); i++) {
            DocumentLine asked = draft.lines().get(i);
            Line expected = new Line(
                    "",
                    "",
                    asked.quantity().value(),
                    asked.gross(),
                    asked.vat(),
                    asked.vatRate().key());
            Line found = lines.get(i);
            if (!expected.inWords().equals(found.inWords())) {
                differences.add(
                        new Problem.LineDiffers(asked.number(), asked.content(), expected.inWords(), found.inWords()));
            }
        }
        return differences;
    }
}
