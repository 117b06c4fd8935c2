package dev.crm1c.model.onec;

import dev.crm1c.model.money.Money;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A document as it should stand in 1C.
 *
 * @param dues in what parts it is to be paid; empty where the document does not say
 */
public record DocumentDraft(
        OneCKind kind,
        Marker marker,
        LocalDateTime date,
        Parties parties,
        Content content,
        List<Due> dues,
        DocumentCurrency currency,
        Paper paper) {
    public DocumentDraft {
        dues = List.copyOf(dues);
    }

    /** In the base's own currency, without a payment schedule of its own. */
    public DocumentDraft(OneCKind kind, Marker marker, LocalDateTime date, Parties parties, Content content) {
        this(kind, marker, date, parties, content, List.of(), new DocumentCurrency.Own(), Paper.TAX_INVOICE);
    }

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
