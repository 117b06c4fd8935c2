package dev.crm1c.model.deal;

import dev.crm1c.model.onec.OneCKind;

/**
 * One of our entries in a deal's timeline, by what it is about. Part of the table: never rename one.
 *
 * @param key {@code status}, {@code invoice}, {@code realization/2}
 */
public record NoteSlot(String key) implements Comparable<NoteSlot> {
    /** What people have to do, or what is waited for. */
    public static final NoteSlot STATUS = new NoteSlot("status");

    /** That the deal's own fields do not show what they should. */
    public static final NoteSlot FIELDS = new NoteSlot("fields");

    public static NoteSlot of(OneCKind kind) {
        return new NoteSlot(kind.wireName());
    }

    /** @param portion which of several, from 1 */
    public static NoteSlot of(OneCKind kind, int portion) {
        return new NoteSlot(kind.wireName() + "/" + portion);
    }

    /** Of whichever portion. */
    public boolean isOf(OneCKind kind) {
        return key.equals(kind.wireName()) || key.startsWith(kind.wireName() + "/");
    }

    @Override
    public int compareTo(NoteSlot other) {
        return key.compareTo(other.key);
    }
}
