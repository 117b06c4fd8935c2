package dev.crm1c.model.tenant;

import dev.crm1c.model.deal.DealHead;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which deals may travel at all.
 *
 * @param from deals made before it stay where they are; {@link Instant#MIN} when nothing was said
 * @param testTitles a deal whose title has one of these words in it, in whatever case, is somebody's trial
 * @param testFields so is one that has one of these values in a field
 */
public record Admission(Instant from, Set<String> testTitles, Map<String, Set<String>> testFields) {
    public static final Admission EVERYBODY = new Admission(Instant.MIN, Set.of(), Map.of());

    public Admission {
        testTitles = Set.copyOf(testTitles);
        testFields = Map.copyOf(testFields);
    }

    public Verdict on(DealHead deal) {
        if (deal.createdAt().isBefore(from)) {
            return Verdict.TOO_OLD;
        }
        return isTest(deal) ? Verdict.TEST : Verdict.ADMITTED;
    }

    private boolean isTest(DealHead deal) {
        List<String> words = List.of(deal.title().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
        return testTitles.stream().anyMatch(word -> words.contains(word.toLowerCase(Locale.ROOT)))
                || testFields.entrySet().stream()
                        .anyMatch(field -> field.getValue().contains(deal.field(field.getKey())));
    }

    public enum Verdict {
        ADMITTED,
        TOO_OLD,
        TEST
    }
}
