package dev.crm1c.simulators.onec.structure;

import java.util.Optional;

public record Property(String name, PropertyType type) {
    public static final String REF_KEY = "Ref_Key";
    public static final String LINE_NUMBER = "LineNumber";
    private static final String KEY_SUFFIX = "_Key";

    /** The name under which the referred object is reached: {@code Контрагент} of {@code Контрагент_Key}. */
    public Optional<String> navigation() {
        return switch (type) {
            case PropertyType.Reference _
            when !name.equals(REF_KEY) -> Optional.of(name.substring(0, name.length() - KEY_SUFFIX.length()));
            case PropertyType.Composite _ -> Optional.of(name);
            default -> Optional.empty();
        };
    }

    Property named(String other) {
        return new Property(other, type);
    }

    public boolean typeName() {
        return type instanceof PropertyType.CompositeTypeName;
    }
}
