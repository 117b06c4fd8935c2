package dev.crm1c.simulators.onec.wire;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes well-formed XML. What XML 1.0 cannot hold goes through unchanged: that is for the caller to find. */
final class Xml {
    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes names and values in turn */
    Xml start(String name, String... attributes) {
        tag(name, attributes).append('>');
        open.push(name);
        return this;
    }

    Xml empty(String name, String... attributes) {
        tag(name, attributes).append("/>");
        return this;
    }

    Xml leaf(String name, String content, String... attributes) {
        tag(name, attributes).append('>').append(escaped(content));
        text.append("</").append(name).append('>');
        return this;
    }

    Xml end() {
        text.append("</").append(open.pop()).append('>');
        return this;
    }

    private StringBuilder tag(String name, String... attributes) {
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            text.append(escaped(attributes[i + 1])).append('"');
        }
        return text;
    }

    private static String escaped(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static boolean holds(String content) {
        return content.chars().allMatch(c -> c == 9 || c == 10 || c == 13 || (c >= 32 && c < 0xFFFE));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
