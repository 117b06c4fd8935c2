package dev.crm1c.simulators.onec.base;

import java.nio.ByteBuffer;
import java.util.Base64;

/** The write counter of an object: eight bytes in base64, from {@code AAAAAAAAAAA=} (onec.md §1.6). */
record DataVersion(long writes) {
    static final DataVersion FIRST = new DataVersion(0);

    static DataVersion parse(Value value) {
        return switch (value) {
            case Value.Text(var text) ->
                new DataVersion(
                        ByteBuffer.wrap(Base64.getDecoder().decode(text)).getLong());
            default -> throw new IllegalArgumentException("no data version: " + value);
        };
    }

    DataVersion next() {
        return new DataVersion(writes + 1);
    }

    Value value() {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(writes).array();
        return new Value.Text(Base64.getEncoder().encodeToString(bytes));
    }
}
