package dev.crm1c.crmtoonec;

import dev.crm1c.model.deal.NoteSlot;
import dev.crm1c.model.deal.Telling.StageMove;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a deal is to show from now on; whatever it shows beside that stays.
 *
 * @param texts timeline entries
 * @param silent entries that have nothing to say any more
 * @param fields what the deal's own fields show
 */
record Message(Map<NoteSlot, String> texts, Set<NoteSlot> silent, Map<DealField, String> fields, StageMove move) {
    Message {
        texts = new TreeMap<>(texts);
        silent = Set.copyOf(silent);
        fields = Map.copyOf(fields);
    }

    static Message entry(NoteSlot slot, String text) {
        return new Message(Map.of(slot, text), Set.of(), Map.of(), new StageMove.Stay());
    }

    static Message silence(NoteSlot slot) {
        return new Message(Map.of(), Set.of(slot), Map.of(), new StageMove.Stay());
    }

    Fingerprint fieldsShown() {
        var parts = new ArrayList<String>();
        new TreeMap<>(fields).forEach((field, value) -> {
            parts.add(field.name());
            parts.add(value);
        });
        return Fingerprint.of(parts.toArray(String[]::new));
    }
}
