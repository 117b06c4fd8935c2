package dev.crm1c.simulators.bitrix24.crm;

/** Whether saving product rows saves the deal too, and so fires ONCRMDEALUPDATE: undocumented (bitrix24.md §2.3, §8). */
public enum RowSaveEvents {
    /** What the server's code does in most versions. */
    ALWAYS,
    /** Newer builds: rows that leave the totals as they were pass in silence. */
    WHEN_TOTALS_CHANGE,
    /** The deal gets its new sum, but neither a stamp nor an event: only its rows tell. */
    NEVER
}
