package dev.crm1c.model.portal;

/** How a portal tells us of changes (reference "bitrix24", 2.6). */
public enum ChangeChannel {
    /** Events only, each sent once; what is lost on the way is found by a sweep. */
    EVENTS,
    /** It keeps a list for us besides, from which nothing is lost. Our own changes are in it, too. */
    CHANGE_LIST,
    /** The same without our own changes: our calls name themselves. */
    CHANGE_LIST_WITHOUT_OUR_OWN
}
