package dev.crm1c.crmtoonec;

import dev.crm1c.model.onec.ItemNature;
import dev.crm1c.model.onec.ItemOnFile;
import dev.crm1c.model.sync.Problem;
import java.util.Optional;
import java.util.Set;

/** Whether an item of 1C may be sold as a line says. */
final class ItemFits {
    private static final String PIECE = "796";

    /** Piece, unit, unit of service: a CRM calls them all pieces, and one of them is one of the others. */
    private static final Set<String> ONE_BY_ONE = Set.of(PIECE, "642", "876");

    private ItemFits() {}

    static Optional<Problem.InLine> problem(SaleRequest.Line line, ItemOnFile item) {
        if (item.nature() == ItemNature.KIT) {
            return Optional.of(new Problem.KitAsLine(line.number(), line.name()));
        }
        boolean unitsDiffer = !line.measure().isBlank()
                && !item.unit().isBlank()
                && !unit(line.measure()).equals(unit(item.unit()));
        return unitsDiffer
                ? Optional.of(new Problem.UnitDiffers(line.number(), line.name(), line.measure(), item.unit()))
                : Optional.empty();
    }

    /** The same for codes of ОКЕИ of which one is one of the other; they come with or without leading zeros. */
    static String unit(String code) {
        String plain = code.replaceFirst("^0+", "");
        return ONE_BY_ONE.contains(plain) ? PIECE : plain;
    }
}
