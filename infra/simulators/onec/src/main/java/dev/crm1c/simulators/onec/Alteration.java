package dev.crm1c.simulators.onec;

import dev.crm1c.simulators.onec.structure.PropertyType;
import java.util.Set;

/**
 * One way in which the structure of a base departs from the file: an older release, a customised configuration. What is
 * altered is so in {@code $metadata}, in answers and in what is silently ignored on write.
 */
public sealed interface Alteration {

    /** The set and its rows do not exist. */
    record WithoutSet(String set) implements Alteration {}

    /** @param set a set, or the set of rows of a part; the property is one as OData names it, or a part */
    record WithoutProperty(String set, String property) implements Alteration {}

    /** Instead of {@code X} and {@code X_Type} there is {@code X_Key}, a reference to one set. */
    record SingleReference(String set, String composite, String target) implements Alteration {}

    record WithoutEnumValue(String enumeration, String value) implements Alteration {}

    /** A constant {@code Constant_X}; its type is any but a composite one. */
    record WithConstant(String name, PropertyType type) implements Alteration {}

    /** An exchange plan {@code ExchangePlan_X} of an extension, and the sets that take part in it. */
    record WithExchangePlan(String name, Set<String> sets) implements Alteration {}
}
