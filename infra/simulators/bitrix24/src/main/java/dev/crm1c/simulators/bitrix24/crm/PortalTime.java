package dev.crm1c.simulators.bitrix24.crm;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Time as the portal tells it: whole seconds, in the zone of the server and of no user, with an offset
 * (bitrix24.md §4.7 [doc]).
 */
public record PortalTime(Clock clock, ZoneId zone) {
    private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
    private static final DateTimeFormatter SITE_DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    public String render(Instant instant) {
        return WIRE.format(instant.atZone(zone));
    }

    /** A "date" is midnight of Greenwich seen from the portal's zone, so it shows 02:00 or 03:00 and not 00:00. */
    public String render(LocalDate date) {
        return render(date.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Text without an offset is in the portal's zone; text that is no time gives nothing. */
    public Optional<Instant> instant(String text) {
        return offsetTime(text)
                .or(() -> localTime(text))
                .or(() -> plainDate(text).map(date -> date.atStartOfDay(zone).toInstant()));
    }

    public Optional<LocalDate> date(String text) {
        return plainDate(text)
                .or(() ->
                        offsetTime(text).or(() -> localTime(text)).map(instant -> LocalDate.ofInstant(instant, zone)));
    }

    private static Optional<Instant> offsetTime(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private Optional<Instant> localTime(String text) {
        try {
            return Optional.of(
                    LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant());
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> plainDate(String text) {
        try {
            return Optional.of(
                    text.length() == 10 && text.charAt(2) == '.'
                            ? LocalDate.parse(text, SITE_DATE)
                            : LocalDate.parse(text));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }
}
