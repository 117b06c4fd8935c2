package dev.crm1c.model.outbound;

import java.io.IOException;
import java.io.InputStream;

/** How much of a remote answer is read at all: a tenant's server may answer without end, and our memory has one. */
public record BodyLimit(int bytes) {

    public Read read(InputStream body) throws IOException {
        try (body) {
            byte[] first = body.readNBytes(bytes + 1);
            return first.length > bytes ? new Read.TooLarge() : new Read.Whole(first);
        }
    }

    public sealed interface Read {
        record Whole(byte[] body) implements Read {}

        record TooLarge() implements Read {}
    }
}
