package dev.crm1c.crmtoonec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Texts as somebody has read and approved them: {@code key → text}, one on each line. */
final class GoldenTexts {
    private static final String ARROW = " → ";

    private GoldenTexts() {}

    static Map<String, String> read(String resource) {
        try (InputStream file = GoldenTexts.class.getResourceAsStream(resource)) {
            var texts = new LinkedHashMap<String, String>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(ARROW, 2))
                    .forEach(line -> texts.put(line[0], line[1]));
            return texts;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
