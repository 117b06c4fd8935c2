package dev.crm1c.model.onec;

import dev.crm1c.model.money.Money;
import java.time.LocalDateTime;
import java.util.List;

/** A document as it should stand in 1C. */
public record DocumentDraft(OneCKind kind, Marker marker, LocalDateTime date, Parties parties, Content content) {

    public sealed interface Content {
        Money total();

        /** It says itself what is sold. */
        record Lines(List<DocumentLine> lines) implements Content {
            public Lines {
                lines = List.copyOf(lines);
            }

            @Override
            public Money total() {
                return lines.stream().map(DocumentLine::gross).reduce(Money.ZERO, Money::plus);
            }
        }

        /** It asks for the money of another document. */
        record Over(OneCRef basis, Money total) implements Content {}
    }

    public Money total() {
        return content.total();
    }

    public List<DocumentLine> lines() {
        return switch (content) {
            case Content.Lines(List<DocumentLine> lines) -> lines;
            case Content.Over _ -> List.of();
        };
    }
}
