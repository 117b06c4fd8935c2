package dev.crm1c.model.portal;

/** One of the things that a portal needs, and whether the set-up had to make it. */
public record Piece(Sort sort, String name, Standing standing) {

    public enum Sort {
        DEAL_FIELD,
        EVENT,
        ROBOT,
        TAB,
        CHANGE_LIST
    }

    public enum Standing {
        MADE,
        WAS_THERE,
        /** The portal refused; what it said is in the examination that follows. */
        REFUSED
    }
}
