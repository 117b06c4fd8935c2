package dev.crm1c.simulators.onec;

import dev.crm1c.simulators.onec.failure.Language;
import dev.crm1c.simulators.onec.http.PostedByPatch;
import dev.crm1c.simulators.onec.http.SessionMode;
import dev.crm1c.simulators.onec.structure.PropertyType;
import dev.crm1c.simulators.onec.structure.Release;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * How the base is published and how it behaves where bases differ. Start from {@link #defaults()}: all quirks are
 * on.
 */
public record OneCSettings(
        Place place,
        Login login,
        Configuration configuration,
        Keys keys,
        Sessions sessions,
        Quirks quirks,
        Clock clock,
        List<Alteration> alterations) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /**
     * @param publication path of the publication, {@code /accounting}; port 0 is any free one
     * @param tls with it the base is served by https alone
     */
    public record Place(String host, int port, String publication, Optional<SSLContext> tls) {
        public Place(String host, int port, String publication) {
            this(host, port, publication, Optional.empty());
        }

        public String scheme() {
            return tls.isPresent() ? "https" : "http";
        }
    }

    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[user=" + user + ", password=***]";
        }
    }

    /**
     * @param published set names of the objects that are seen; empty means all that the structure has
     * @param recalculation how long after a document the background jobs of УТ and ERP have done their part (onec.md §2.2)
     * @param pricing25 УТ and ERP keep prices in ЦеныНоменклатуры25, or in the older ЦеныНоменклатуры
     */
    public record Configuration(
            String name, Release release, Set<String> published, Duration recalculation, boolean pricing25) {
        public Configuration(String name, Release release, Set<String> published) {
            this(name, release, published, Duration.ofSeconds(2), true);
        }
    }

    public record Keys(RefKeyPolicy policy, Supplier<UUID> ids, String numberPrefix, String codePrefix) {}

    /**
     * @param patience how long a call waits for a session of the pool, in real time
     * @param maxAge after so long an idleness, by the clock, a session dies
     */
    public record Sessions(int pool, Duration patience, SessionMode mode, Duration maxAge, FirstCall firstCall) {
        public Sessions(int pool, Duration patience) {
            this(pool, patience, SessionMode.AUTOUSE, Duration.ofSeconds(20), new FirstCall(MINUTE, Duration.ZERO));
        }
    }

    /** @param delay what the first call after the idle time costs; the idleness goes by the clock */
    public record FirstCall(Duration idle, Duration delay) {}

    /**
     * @param bom JSON and counts begin with a byte order mark
     * @param ifMatchChecked 412 on another DataVersion, as documented; live bases ignore the header
     * @param longestQuery IIS refuses a longer raw query string
     * @param countServed whether {@code Set/$count} is known; a live base did not know it
     * @param language of error texts
     */
    public record Quirks(
            boolean bom,
            boolean ifMatchChecked,
            int longestQuery,
            boolean countServed,
            Language language,
            PostedByPatch postedByPatch) {
        public Quirks(boolean bom, boolean ifMatchChecked, int longestQuery) {
            this(bom, ifMatchChecked, longestQuery, false, Language.RUSSIAN, PostedByPatch.POSTS);
        }
    }

    public static OneCSettings defaults() {
        return new OneCSettings(
                new Place("127.0.0.1", 0, "/accounting"),
                new Login("Обмен", "секрет"),
                new Configuration("accounting-3", Release.OF_2026, Set.of()),
                new Keys(RefKeyPolicy.HONOURED, UUID::randomUUID, "00БП-", "00-"),
                new Sessions(10, Duration.ofSeconds(5)),
                new Quirks(true, false, 2048),
                Clock.system(ZoneId.of("Europe/Moscow")),
                List.of());
    }

    /** @param configuration {@code accounting-3}, {@code trade-11} or {@code erp-2} */
    public static OneCSettings of(String configuration) {
        OneCSettings defaults = defaults();
        Place place = defaults.place();
        return switch (configuration) {
            case "accounting-3" -> defaults;
            case "trade-11" -> defaults.named(configuration, "00УТ-").withPlace(place.host(), place.port(), "/trade");
            case "erp-2" -> defaults.named(configuration, "00ЕР-").withPlace(place.host(), place.port(), "/erp");
            default -> throw new IllegalArgumentException("no such configuration: " + configuration);
        };
    }

    private OneCSettings named(String name, String numberPrefix) {
        return withConfiguration(new Configuration(name, configuration.release(), configuration.published()))
                .withPrefixes(numberPrefix, keys.codePrefix());
    }

    public OneCSettings withPlace(String host, int port, String publication) {
        return withPlace(new Place(host, port, publication, place.tls()));
    }

    /** {@code SelfSignedCertificate.valid().server()}, for one. */
    public OneCSettings withTls(SSLContext tls) {
        return withPlace(new Place(place.host(), place.port(), place.publication(), Optional.of(tls)));
    }

    private OneCSettings withPlace(Place changed) {
        return new OneCSettings(changed, login, configuration, keys, sessions, quirks, clock, alterations);
    }

    public OneCSettings withPort(int port) {
        return withPlace(place.host(), port, place.publication());
    }

    public OneCSettings withLogin(String user, String password) {
        Login changed = new Login(user, password);
        return new OneCSettings(place, changed, configuration, keys, sessions, quirks, clock, alterations);
    }

    public OneCSettings withRelease(Release release) {
        Configuration c = configuration;
        return withConfiguration(new Configuration(c.name(), release, c.published(), c.recalculation(), c.pricing25()));
    }

    public OneCSettings withPublished(Set<String> sets) {
        Configuration c = configuration;
        return withConfiguration(
                new Configuration(c.name(), c.release(), Set.copyOf(sets), c.recalculation(), c.pricing25()));
    }

    public OneCSettings withRecalculation(Duration delay) {
        Configuration c = configuration;
        return withConfiguration(new Configuration(c.name(), c.release(), c.published(), delay, c.pricing25()));
    }

    public OneCSettings withPricing25(boolean pricing25) {
        Configuration c = configuration;
        return withConfiguration(new Configuration(c.name(), c.release(), c.published(), c.recalculation(), pricing25));
    }

    public OneCSettings withConfiguration(Configuration changed) {
        return new OneCSettings(place, login, changed, keys, sessions, quirks, clock, alterations);
    }

    public OneCSettings withRefKeyPolicy(RefKeyPolicy policy) {
        return withKeys(new Keys(policy, keys.ids(), keys.numberPrefix(), keys.codePrefix()));
    }

    public OneCSettings withIds(Supplier<UUID> ids) {
        return withKeys(new Keys(keys.policy(), ids, keys.numberPrefix(), keys.codePrefix()));
    }

    public OneCSettings withPrefixes(String numberPrefix, String codePrefix) {
        return withKeys(new Keys(keys.policy(), keys.ids(), numberPrefix, codePrefix));
    }

    private OneCSettings withKeys(Keys changed) {
        return new OneCSettings(place, login, configuration, changed, sessions, quirks, clock, alterations);
    }

    public OneCSettings withSessions(int pool, Duration patience) {
        return withSessions(new Sessions(pool, patience, sessions.mode(), sessions.maxAge(), sessions.firstCall()));
    }

    public OneCSettings withSessionMode(SessionMode mode) {
        return withSessions(
                new Sessions(sessions.pool(), sessions.patience(), mode, sessions.maxAge(), sessions.firstCall()));
    }

    public OneCSettings withSessionMaxAge(Duration maxAge) {
        return withSessions(
                new Sessions(sessions.pool(), sessions.patience(), sessions.mode(), maxAge, sessions.firstCall()));
    }

    /** The first call, and the first one after so long an idleness, costs this delay. */
    public OneCSettings withSlowFirstCall(Duration idle, Duration delay) {
        FirstCall changed = new FirstCall(idle, delay);
        return withSessions(
                new Sessions(sessions.pool(), sessions.patience(), sessions.mode(), sessions.maxAge(), changed));
    }

    private OneCSettings withSessions(Sessions changed) {
        return new OneCSettings(place, login, configuration, keys, changed, quirks, clock, alterations);
    }

    public OneCSettings withBom(boolean bom) {
        Quirks q = quirks;
        return withQuirks(new Quirks(
                bom, q.ifMatchChecked(), q.longestQuery(), q.countServed(), q.language(), q.postedByPatch()));
    }

    public OneCSettings withIfMatchChecked(boolean checked) {
        Quirks q = quirks;
        return withQuirks(
                new Quirks(q.bom(), checked, q.longestQuery(), q.countServed(), q.language(), q.postedByPatch()));
    }

    public OneCSettings withLongestQuery(int characters) {
        Quirks q = quirks;
        return withQuirks(
                new Quirks(q.bom(), q.ifMatchChecked(), characters, q.countServed(), q.language(), q.postedByPatch()));
    }

    public OneCSettings withCountServed(boolean served) {
        Quirks q = quirks;
        return withQuirks(
                new Quirks(q.bom(), q.ifMatchChecked(), q.longestQuery(), served, q.language(), q.postedByPatch()));
    }

    /** Of error texts: statuses and codes are the same in every language. */
    public OneCSettings withLanguage(Language language) {
        Quirks q = quirks;
        return withQuirks(new Quirks(
                q.bom(), q.ifMatchChecked(), q.longestQuery(), q.countServed(), language, q.postedByPatch()));
    }

    public OneCSettings withPostedByPatch(PostedByPatch posted) {
        Quirks q = quirks;
        return withQuirks(
                new Quirks(q.bom(), q.ifMatchChecked(), q.longestQuery(), q.countServed(), q.language(), posted));
    }

    private OneCSettings withQuirks(Quirks changed) {
        return new OneCSettings(place, login, configuration, keys, sessions, changed, clock, alterations);
    }

    /** As in an older release: neither in {@code $metadata} nor in the data. */
    public OneCSettings withoutProperty(String set, String property) {
        return altered(new Alteration.WithoutProperty(set, property));
    }

    public OneCSettings withoutSet(String set) {
        return altered(new Alteration.WithoutSet(set));
    }

    public OneCSettings withoutEnumValue(String enumeration, String value) {
        return altered(new Alteration.WithoutEnumValue(enumeration, value));
    }

    /** {@code X_Key} to this set instead of {@code X} and {@code X_Type}, as in older releases. */
    public OneCSettings withSingleReference(String set, String composite, String target) {
        return altered(new Alteration.SingleReference(set, composite, target));
    }

    /** A constant {@code Constant_X}, empty at first. */
    public OneCSettings withConstant(String name, PropertyType type) {
        return altered(new Alteration.WithConstant(name, type));
    }

    /** An exchange plan {@code ExchangePlan_X}, as an extension brings it, with its own node; others are added later. */
    public OneCSettings withExchangePlan(String name, Set<String> sets) {
        return altered(new Alteration.WithExchangePlan(name, Set.copyOf(sets)));
    }

    private OneCSettings altered(Alteration alteration) {
        List<Alteration> more =
                Stream.concat(alterations.stream(), Stream.of(alteration)).toList();
        return new OneCSettings(place, login, configuration, keys, sessions, quirks, clock, more);
    }

    /** Its zone is the zone of the base, and no answer ever tells it (onec.md §1.3). */
    public OneCSettings withClock(Clock changed) {
        return new OneCSettings(place, login, configuration, keys, sessions, quirks, changed, alterations);
    }
}
