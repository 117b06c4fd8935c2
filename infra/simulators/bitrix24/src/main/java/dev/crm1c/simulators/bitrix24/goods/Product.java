package dev.crm1c.simulators.bitrix24.goods;

import dev.crm1c.simulators.bitrix24.crm.Field;
import dev.crm1c.simulators.bitrix24.crm.FieldType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A product as it was saved, of whatever kind; an empty field is absent from the values. */
public record Product(Map<String, Object> values) {

    /** In the order of the samples catalog.product.get and catalog.product.add. */
    public static final List<Field> FIELDS = List.of(
            of("active", FieldType.FLAG),
            of("available", FieldType.FLAG).byPortal(),
            of("bundle", FieldType.FLAG).byPortal(),
            of("canBuyZero", FieldType.STRING),
            of("code", FieldType.STRING),
            of("createdBy", FieldType.REFERENCE).byPortal(),
            of("dateActiveFrom", FieldType.DATETIME),
            of("dateActiveTo", FieldType.DATETIME),
            of("dateCreate", FieldType.DATETIME).byPortal(),
            Field.disabled("detailPicture"),
            of("detailText", FieldType.STRING),
            of("detailTextType", FieldType.STRING),
            of("height", FieldType.DOUBLE),
            of("iblockId", FieldType.INTEGER),
            of("iblockSectionId", FieldType.NULLABLE_REFERENCE),
            of("id", FieldType.INTEGER).byPortal(),
            of("length", FieldType.DOUBLE),
            of("measure", FieldType.NULLABLE_REFERENCE),
            of("modifiedBy", FieldType.REFERENCE).byPortal(),
            of("name", FieldType.STRING),
            Field.disabled("previewPicture"),
            of("previewText", FieldType.STRING),
            of("previewTextType", FieldType.STRING),
            of("purchasingCurrency", FieldType.STRING),
            of("purchasingPrice", FieldType.DOUBLE),
            of("quantity", FieldType.DOUBLE),
            of("quantityReserved", FieldType.DOUBLE),
            of("quantityTrace", FieldType.STRING),
            of("sort", FieldType.INTEGER),
            of("subscribe", FieldType.STRING),
            of("timestampX", FieldType.DATETIME).byPortal(),
            of("type", FieldType.INTEGER).byPortal(),
            of("vatId", FieldType.NULLABLE_REFERENCE),
            of("vatIncluded", FieldType.FLAG),
            of("weight", FieldType.DOUBLE),
            of("width", FieldType.DOUBLE),
            of("xmlId", FieldType.STRING),
            of("parentId", FieldType.NULLABLE_REFERENCE));

    public Product {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public long id() {
        return (long) values.get("id");
    }

    public int type() {
        return (int) (long) values.get("type");
    }

    public Object value(String field) {
        return values.get(field);
    }

    private static Field of(String name, FieldType type) {
        return Field.of(name, "", type);
    }
}
