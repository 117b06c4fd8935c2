package dev.crm1c.model.onec;

/** What 1C answers when asked for one invoice. */
public sealed interface InvoiceOnFile {
    record Found(InvoiceSheet sheet) implements InvoiceOnFile {}

    /** Deleted for good, or never made. */
    record Missing() implements InvoiceOnFile {}
}
