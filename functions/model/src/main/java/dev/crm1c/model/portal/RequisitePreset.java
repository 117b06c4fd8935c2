package dev.crm1c.model.portal;

import java.util.List;

/**
 * A form that requisites are filled in by. Its number differs from portal to portal and people rename it, so its kind is told by the mark that
 * the vendor gave to the forms that every portal is born with (reference "bitrix24", 5.6).
 */
public record RequisitePreset(String id, String name, Kind kind) {

    public enum Kind {
        ORGANIZATION,
        SOLE_TRADER,
        PERSON,
        /** Made by people, or of another country. */
        OTHER
    }

    public static List<RequisitePreset> of(Kind kind, List<RequisitePreset> all) {
        return all.stream().filter(preset -> preset.kind() == kind).toList();
    }
}
