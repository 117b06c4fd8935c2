package dev.crm1c.connectors.onec;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * An address inside a base's standard OData interface. Everything is percent-encoded in UTF-8; a space is {@code %20} and never {@code +},
 * which 1C takes literally inside {@code $filter}. Source: reference "onec", 1.1.
 */
record ODataAddress(String text) {

    static ODataAddress ofSet(URI publication, String set) {
        String base = publication.toString();
        return new ODataAddress((base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
                + "/odata/standard.odata/" + encoded(set));
    }

    static ODataAddress ofObject(URI publication, String set, UUID key) {
        return new ODataAddress(ofSet(publication, set).text + "(guid'" + key + "')");
    }

    ODataAddress method(String name) {
        return new ODataAddress(text + "/" + name);
    }

    /** Both this option and the header: one of them alone is not enough behind some web servers. */
    ODataAddress asJson() {
        return option("$format", "json");
    }

    ODataAddress filter(ODataFilter filter) {
        return option("$filter", filter.text());
    }

    ODataAddress select(List<String> fields) {
        return option("$select", String.join(",", fields));
    }

    ODataAddress orderBy(String fields) {
        return option("$orderby", fields);
    }

    ODataAddress option(String name, String value) {
        return new ODataAddress(text + (text.contains("?") ? "&" : "?") + name + "=" + encoded(value));
    }

    static int encodedLength(String plain) {
        return encoded(plain).length();
    }

    private static String encoded(String plain) {
        return URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The path and query may hold somebody's tax number. */
    @Override
    public String toString() {
        return "ODataAddress[***]";
    }
}
