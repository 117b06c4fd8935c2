package dev.crm1c.model.deal;

import dev.crm1c.model.tenant.CrmConnection.DealField;
import java.util.List;
import java.util.Map;

/**
 * What is to be written into a deal, all of it in one request.
 *
 * @param entries timeline entries that are new or read otherwise than before
 * @param outdated ids of entries that have nothing to say any more
 * @param fields the deal's own fields by what they show, already in the form in which people read them; dates as {@code 2026-01-31}
 */
public record Telling(List<Entry> entries, List<String> outdated, Map<DealField, String> fields, StageMove move) {
    public Telling {
        entries = List.copyOf(entries);
        outdated = List.copyOf(outdated);
        fields = Map.copyOf(fields);
    }

    /** @param text BBCode */
    public record Entry(NoteSlot slot, String text, NotePlace place) {}

    /**
     * What came of it.
     *
     * @param entries ids of the entries
     */
    public record Written(Map<NoteSlot, String> entries, FieldsWritten fields) {
        public Written {
            entries = Map.copyOf(entries);
        }
    }

    public sealed interface FieldsWritten {
        /** Or there were none to write. */
        record AsTold() implements FieldsWritten {}

        /** In the CRM's own words: a field that people have to fill at this stage is empty, for one. */
        record Refused(String words) implements FieldsWritten {}
    }

    public sealed interface StageMove {
        record Stay() implements StageMove {}

        record To(String stage) implements StageMove {}
    }

    /** How things stand, in a word that managers can filter and count deals by. */
    public enum State {
        ISSUED("Выставлен"),
        SHIPPED("Отгружено"),
        WITHDRAWN("Отменено в 1С"),
        NEEDS_PEOPLE("Нужно исправить сделку"),
        WAITS_FOR_1C("Ждёт 1С"),
        REHEARSED("Пробный режим");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
