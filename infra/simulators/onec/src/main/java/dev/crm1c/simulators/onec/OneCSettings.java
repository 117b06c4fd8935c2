package dev.crm1c.simulators.onec;

import dev.crm1c.simulators.onec.structure.Release;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

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
        Clock clock) {

    /** @param publication path of the publication, {@code /accounting}; port 0 is any free one */
    public record Place(String host, int port, String publication) {}

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

    public record Sessions(int pool, Duration patience) {}

    /**
     * @param bom JSON and counts begin with a byte order mark
     * @param ifMatchChecked 412 on another DataVersion, as documented; live bases ignore the header
     * @param longestQuery IIS refuses a longer raw query string
     */
    public record Quirks(boolean bom, boolean ifMatchChecked, int longestQuery) {}

    public static OneCSettings defaults() {
        return new OneCSettings(
                new Place("127.0.0.1", 0, "/accounting"),
                new Login("Обмен", "секрет"),
                new Configuration("accounting-3", Release.OF_2026, Set.of()),
                new Keys(RefKeyPolicy.HONOURED, UUID::randomUUID, "00БП-", "00-"),
                new Sessions(10, Duration.ofSeconds(5)),
                new Quirks(true, false, 2048),
                Clock.system(ZoneId.of("Europe/Moscow")));
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
        Place changed = new Place(host, port, publication);
        return new OneCSettings(changed, login, configuration, keys, sessions, quirks, clock);
    }

    public OneCSettings withPort(int port) {
        return withPlace(place.host(), port, place.publication());
    }

    public OneCSettings withLogin(String user, String password) {
        Login changed = new Login(user, password);
        return new OneCSettings(place, changed, configuration, keys, sessions, quirks, clock);
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
        return new OneCSettings(place, login, changed, keys, sessions, quirks, clock);
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
        return new OneCSettings(place, login, configuration, changed, sessions, quirks, clock);
    }

    public OneCSettings withSessions(int pool, Duration patience) {
        Sessions changed = new Sessions(pool, patience);
        return new OneCSettings(place, login, configuration, keys, changed, quirks, clock);
    }

    public OneCSettings withBom(boolean bom) {
        return withQuirks(new Quirks(bom, quirks.ifMatchChecked(), quirks.longestQuery()));
    }

    public OneCSettings withIfMatchChecked(boolean checked) {
        return withQuirks(new Quirks(quirks.bom(), checked, quirks.longestQuery()));
    }

    public OneCSettings withLongestQuery(int characters) {
        return withQuirks(new Quirks(quirks.bom(), quirks.ifMatchChecked(), characters));
    }

    private OneCSettings withQuirks(Quirks changed) {
        return new OneCSettings(place, login, configuration, keys, sessions, changed, clock);
    }

    /** Its zone is the zone of the base, and no answer ever tells it (onec.md §1.3). */
    public OneCSettings withClock(Clock changed) {
        return new OneCSettings(place, login, configuration, keys, sessions, quirks, changed);
    }
}
