package dev.crm1c.model.onec;

/** What 1C answers when asked for one document. */
public sealed interface DocumentOnFile {
    record Found(DocumentSheet sheet) implements DocumentOnFile {}

    /** Deleted for good, or never made. */
    record Missing() implements DocumentOnFile {}
}
