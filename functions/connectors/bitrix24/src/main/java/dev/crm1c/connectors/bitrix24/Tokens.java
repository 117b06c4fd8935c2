package dev.crm1c.connectors.bitrix24;

/** What an application calls the portal with, and what it gets the next pair for. Prints as {@code ***}. */
record Tokens(String access, String refresh) {
    @Override
    public String toString() {
        return "***";
    }
}
