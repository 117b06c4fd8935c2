package dev.crm1c.crmtoonec;

import dev.crm1c.model.onec.DocumentLine;
import dev.crm1c.model.onec.ItemChoice;
import java.util.List;
import java.util.Map;

/** From what a deal sells to what a document says. */
final class Lines {
    private Lines() {}

    static List<DocumentLine> of(List<SaleRequest.Line> lines, Map<Integer, ItemChoice> choices) {
        return lines.stream()
                .map(line -> new DocumentLine(
                        line.number(),
                        choices.get(line.number()),
                        line.name(),
                        line.quantity(),
                        line.price(),
                        line.gross(),
                        line.vatRate(),
                        line.discount()))
                .toList();
    }
}
