package dev.crm1c.crmtoonec;

/** Texts that people typed or pasted elsewhere, as one line. */
final class OneLine {
    private OneLine() {}

    /** Line breaks, tabs and zero bytes have no place in a name, neither in 1C nor in a message. */
    static String of(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
    }
}
