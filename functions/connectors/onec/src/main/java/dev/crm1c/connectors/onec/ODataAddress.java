package dev.crm1c.connectors.onec;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * An address inside a base's standard OData interface. Everything is percent-encoded in UTF-8; a space is {@code %20} and never {@code +},
 * which 1C takes literally inside {@code $filter}. Source: reference "onec", 1.1 and 1.4.
 */
record ODataAddress(String text) {
    /** Characters of one path segment, before encoding, that http.sys in front of 1C lets through. */
    static final int LONGEST_SEGMENT = 260;
    /** Characters of a query, after encoding, that IIS lets through unless it is told otherwise. */
    static final int LONGEST_QUERY = 2_048;

    private static final String INTERFACE = "/odata/standard.odata";

    /** The list of what is published. */
    static ODataAddress ofRoot(URI publication) {
        String base = publication.toString();
        return new ODataAddress((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + INTERFACE);
    }

    static ODataAddress ofSet(URI publication, String set) {
        return ofRoot(publication).below(set);
    }

    static ODataAddress ofObject(URI publication, String set, UUID key) {
        return ofRoot(publication).below(set + "(" + Literal.of(key).text() + ")");
    }

    static ODataAddress ofRecord(URI publication, String register, RecordKey key) {
        return ofRoot(publication).below(register + "(" + key.text() + ")");
    }

    ODataMethod method(String name) {
        return new ODataMethod(this, name);
    }

    /** One path segment more. Quotes, parentheses and commas stay readable, as in 1C's own examples. */
    ODataAddress below(String segment) {
        String readable = encoded(segment)
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")")
                .replace("%2C", ",")
                .replace("%3D", "=")
                .replace("%3A", ":");
        return new ODataAddress(text + "/" + readable);
    }

    /** Both this option and the header: one of them alone is not enough behind some web servers. */
    ODataAddress asJson() {
        return option("$format", "json");
    }

    ODataAddress filter(ODataFilter filter) {
        return option("$filter", filter.text());
    }

    /** Fields, {@code *} for all, {@code **} for all but tabular parts, {@code Ссылка/Поле} through a reference. */
    ODataAddress select(List<String> fields) {
        return option("$select", String.join(",", fields));
    }

    /** References to bring along. Of no effect on single objects, nor for a reference that a {@code $select} leaves out. */
    ODataAddress expand(List<String> references) {
        return option("$expand", String.join(",", references));
    }

    /** By a reference means by its presentation: stable, and no order of keys. */
    ODataAddress orderBy(String fields) {
        return option("$orderby", fields);
    }

    ODataAddress top(int rows) {
        return option("$top", Integer.toString(rows));
    }

    ODataAddress skip(int rows) {
        return option("$skip", Integer.toString(rows));
    }

    /** Leaves out the rows that the user may not see; without it one of them is an error 20 for the whole set. For sets only. */
    ODataAddress allowedOnly() {
        return option("allowedOnly", "true");
    }

    ODataAddress option(String name, String value) {
        return new ODataAddress(text + (text.contains("?") ? "&" : "?") + name + "=" + encoded(value));
    }

    /** Characters of the longest path segment, as http.sys counts them. */
    int longestSegment() {
        return Arrays.stream(path().split("/"))
                .mapToInt(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8)
                        .length())
                .max()
                .orElse(0);
    }

    int queryLength() {
        int mark = text.indexOf('?');
        return mark < 0 ? 0 : text.length() - mark - 1;
    }

    /** The set that is asked: for words to people, where 1C's own do not name it. */
    String set() {
        int from = text.indexOf(INTERFACE) + INTERFACE.length();
        String resource = URLDecoder.decode(path().substring(from), StandardCharsets.UTF_8);
        return resource.substring(resource.startsWith("/") ? 1 : 0).split("[(/]", 2)[0];
    }

    static int encodedLength(String plain) {
        return encoded(plain).length();
    }

    private String path() {
        return text.split("\\?", 2)[0];
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
