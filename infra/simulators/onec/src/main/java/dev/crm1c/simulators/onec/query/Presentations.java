package dev.crm1c.simulators.onec.query;

import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.Value;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** How 1C shows a reference to people, and by what it sorts references (onec.md §1.4 [live]). */
public final class Presentations {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd.MM.yyyy H:mm:ss");
    private final Infobase base;

    public Presentations(Infobase base) {
        this.base = base;
    }

    public String of(String set, UUID reference) {
        return show(set, reference, false);
    }

    /** Documents come by date and number, others by name. */
    String sorting(String set, UUID reference) {
        return show(set, reference, true);
    }

    private String show(String set, UUID reference, boolean sorting) {
        if (reference.equals(Value.EMPTY_REFERENCE)) {
            return "";
        }
        return base.find(set, reference)
                .map(entity -> entity.structure().document() ? document(entity, sorting) : text(entity, "Description"))
                .orElse("<Объект не найден> (" + reference + ")");
    }

    private static String document(Entity document, boolean sorting) {
        String number = text(document, "Number");
        return sorting
                ? document.date() + " " + number
                : document.structure().name() + " " + number + " от " + SHOWN.format(document.date());
    }

    private static String text(Entity entity, String property) {
        return entity.value(property) instanceof Value.Text(var text) ? text : "";
    }
}
