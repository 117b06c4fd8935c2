package dev.crm1c.simulators.bitrix24.crm;

/** What a field holds, and with it how either family of methods writes and reads it (bitrix24.md §4.7). */
public enum FieldType {
    INTEGER,
    /** An id: unset it is 0. */
    REFERENCE,
    /** An id: unset it is null. */
    NULLABLE_REFERENCE,
    REFERENCES,
    DOUBLE,
    /** A double that the old methods write with two digits after the point. */
    MONEY,
    STRING,
    /** A code from a dictionary: text, but LIKE does not work on it (§4.6). */
    STATUS,
    /** "Y" or "N". */
    FLAG,
    /** A user field of yes and no: "Y" or "N" in answers, 1 or 0 in filters and in the old methods (§4.6). */
    USER_FLAG,
    DATE,
    DATETIME,
    /** Phones and mail addresses (§5.5). */
    MULTI_FIELDS,
    /** A file, or several (§5.10). */
    FILE,
    /** A field that the portal has switched off: always null. */
    DISABLED
}
