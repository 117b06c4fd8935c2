package dev.crm1c.simulators.onec.structure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The flat properties of a set, as the wire names them, and which of them make its key. */
public final class Shape {
    private final String set;
    private final List<Property> properties;
    private final List<String> keys;
    private final Map<String, Property> byName = new HashMap<>();
    private final Map<String, Property> byNavigation = new HashMap<>();

    public Shape(String set, List<Property> properties, List<String> keys) {
        this.set = set;
        this.properties = List.copyOf(properties);
        this.keys = List.copyOf(keys);
        for (Property property : this.properties) {
            byName.put(property.name(), property);
            property.navigation().ifPresent(navigation -> byNavigation.put(navigation, property));
        }
    }

    public String set() {
        return set;
    }

    public List<Property> properties() {
        return properties;
    }

    public List<String> keys() {
        return keys;
    }

    public Optional<Property> property(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<Property> navigation(String name) {
        return Optional.ofNullable(byNavigation.get(name));
    }

    /** {@code OpenType="true"} stands exactly where a composite field is (onec.md §1.9 [live]). */
    public boolean open() {
        return properties.stream().anyMatch(Property::typeName);
    }
}
