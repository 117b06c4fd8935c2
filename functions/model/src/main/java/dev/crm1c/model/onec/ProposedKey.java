package dev.crm1c.model.onec;

import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.tenant.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The Ref_Key that we propose when creating: the same for every try, so that a base which honours it cannot double the object.
 * A UUID version 5 (RFC 9562, 5.5) of tenant and link. The base may ignore it: only its answer tells.
 */
public record ProposedKey(UUID uuid) {
    /** Made once with {@code uuidgen}; changing it would make every deployed key new. */
    private static final UUID NAMESPACE = UUID.fromString("6d0f7f4e-2b58-4d0f-9f0e-7c1c5a3b9d21");

    public static ProposedKey of(TenantId tenant, LinkKey link) {
        return new ProposedKey(version5(tenant.value() + "/" + link.key()));
    }

    private static UUID version5(String name) {
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .flip());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = hash.getLong() & ~0xF000L | 0x5000L;
        long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-1", impossible);
        }
    }
}
