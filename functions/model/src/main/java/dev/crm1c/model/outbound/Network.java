package dev.crm1c.model.outbound;

import java.net.InetAddress;

/** A block of addresses, as in {@code 10.0.0.0/8} or {@code fc00::/7}. */
public record Network(InetAddress base, int prefix) {
    public Network {
        if (prefix < 0 || prefix > base.getAddress().length * 8) {
            throw new IllegalArgumentException("prefix out of range");
        }
    }

    /** Reads {@code address/prefix}; the address must be a literal, nothing is looked up. */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("a network is written as address/prefix: " + text);
        }
        InetAddress base = InetAddress.ofLiteral(text.substring(0, slash).strip());
        return new Network(base, Integer.parseInt(text.substring(slash + 1).strip()));
    }

    public boolean contains(InetAddress address) {
        byte[] ours = base.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> bit % 8;
            if (((ours[bit / 8] ^ theirs[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
