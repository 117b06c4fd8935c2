package dev.crm1c.connectors.onec;

import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Problem.OneCAccessRefused.Access;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** What 1C's refusals mean for the work at hand: now, later, look first, or people. Source: reference "onec", 1.7. */
@ApplicationScoped
class OneCErrors {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration MAINTENANCE = Duration.ofMinutes(5);
    /** A write whose answer was lost may still be on its way: looking earlier could miss it and double the document. */
    private static final Duration UNTIL_A_LATE_WRITE_SHOWS = Duration.ofMinutes(2);

    private static final Duration UNTIL_SOMEBODY_ACTS = Duration.ofHours(1);

    /** «{ОбщийМодуль.X.Модуль(180)}: » and what stands before it is for programmers. */
    private static final Pattern FOR_PROGRAMMERS = Pattern.compile("(?s)^.*\\{[^}]*\\([0-9, ]+\\)}:\\s*");

    private static final int MOST_WORDS = 500;

    private final Clock clock;

    OneCErrors(Clock clock) {
        this.clock = clock;
    }

    /** Whether the call could have changed anything. */
    enum Intent {
        READ,
        WRITE
    }

    /** 1C's own JSON error: its number and its text. */
    record ODataError(String code, String words) {}

    Outcome meaning(int status, ODataError error, Intent intent) {
        return switch (error.code()) {
            case "8" -> people(new Problem.NotPublished(quotedPart(error.words())));
            case "20" -> people(new Problem.OneCAccessRefused(Access.NO_RIGHT));
            case "-1" -> business(status, error, intent);
            default -> people(new Problem.OneCSaysNo(forPeople(error.words())));
        };
    }

    /** Locks and licences have no code of their own; the words are looked at only inside the class of errors that may hold them. */
    private Outcome business(int status, ODataError error, Intent intent) {
        String words = error.words().toLowerCase(Locale.ROOT);
        if (words.contains("блокировк") || words.contains("lock")) {
            return later(SOON, Delay.ONEC_LOCKED);
        }
        if (words.contains("лиценз") || words.contains("licen")) {
            return later(SOON, Delay.ONEC_BUSY);
        }
        return status == 500 ? people(new Problem.OneCSaysNo(forPeople(error.words()))) : withoutCode(status, intent);
    }

    /** No OData error inside: the platform itself, its web extension, or a web server in front of it. */
    Outcome withoutCode(int status, Intent intent) {
        return switch (status) {
            case 401 -> people(new Problem.OneCAccessRefused(Access.WRONG_PASSWORD));
            case 403 -> later(MAINTENANCE, Delay.ONEC_MAINTENANCE);
            case 404, 301, 302, 307, 308 -> people(new Problem.OneCAccessRefused(Access.WRONG_ADDRESS));
            case 406, 429 -> later(SOON, Delay.ONEC_BUSY);
            case 409 -> later(MAINTENANCE, Delay.ONEC_UPDATING);
            default -> unclear(intent);
        };
    }

    /** The call went out and no answer came that can be understood. */
    Outcome unclear(Intent intent) {
        return intent == Intent.WRITE
                ? later(UNTIL_A_LATE_WRITE_SHOWS, Delay.WRITE_OUTCOME_UNKNOWN)
                : later(SOON, Delay.ONEC_ANSWER_UNCLEAR);
    }

    /** The call surely did not go out. */
    Outcome unreachable() {
        return later(SOON, Delay.ONEC_UNREACHABLE);
    }

    Outcome forbiddenAddress() {
        return people(new Problem.OneCAccessRefused(Access.ADDRESS_FORBIDDEN));
    }

    Outcome noCredential() {
        return later(UNTIL_SOMEBODY_ACTS, Delay.ONEC_UNREACHABLE);
    }

    private Outcome later(Duration pause, Delay why) {
        return new Outcome.Later(clock.instant().plus(pause), why);
    }

    private static Outcome people(Problem problem) {
        return new Outcome.NeedsPeople(problem);
    }

    static String forPeople(String words) {
        String plain = FOR_PROGRAMMERS.matcher(words).replaceFirst("").strip();
        return plain.length() > MOST_WORDS ? plain.substring(0, MOST_WORDS) + "…" : plain;
    }

    private static String quotedPart(String words) {
        int from = words.indexOf('"');
        int to = words.indexOf('"', from + 1);
        return from >= 0 && to > from ? words.substring(from + 1, to) : "";
    }
}
