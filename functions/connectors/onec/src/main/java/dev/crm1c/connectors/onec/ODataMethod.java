package dev.crm1c.connectors.onec;

/**
 * A method of one document, {@code Post} or {@code Unpost}. A type of its own because 1C runs methods on GET as well
 * (reference "onec", 1.6, live): what can be read is an {@link ODataAddress}, and this is none.
 */
record ODataMethod(ODataAddress document, String name) {

    String text() {
        return document.below(name).option("PostingModeOperational", "false").text();
    }
}
