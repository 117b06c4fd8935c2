package dev.crm1c.connectors.onec;

import dev.crm1c.connectors.onec.ODataTransport.Streamed;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.onec.Diagnosis;
import dev.crm1c.model.onec.Diagnosis.SelfDescription;
import dev.crm1c.model.onec.Diagnosis.Vitals;
import dev.crm1c.model.onec.Finding;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.outbound.AddressRule;
import dev.crm1c.model.outbound.AddressRule.Verdict;
import dev.crm1c.model.port.OneCDoctor;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.tenant.SessionMode;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Examines a base by reading only: can it be reached and entered, does it show what the profile needs, does it hold the entries that every
 * document needs, does it describe itself as the profile says, and is its clock where we think. Whatever keeps the next question from making
 * sense ends the examination.
 */
@ApplicationScoped
class ConnectionDoctor implements OneCDoctor {
    /** A base's clock may be a little ahead of ours, and people date documents to the end of the minute. */
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(10);

    private static final Duration SLOW = Duration.ofSeconds(5);

    private final AddressRule addresses;
    private final ODataTransport transport;
    private final ODataClient client;
    private final ProfileShelf profiles;
    private final CompanyDoctor companies;
    private final Clock clock;

    ConnectionDoctor(
            AddressRule addresses,
            ODataTransport transport,
            ODataClient client,
            ProfileShelf profiles,
            CompanyDoctor companies,
            Clock clock) {
        this.addresses = addresses;
        this.transport = transport;
        this.client = client;
        this.profiles = profiles;
        this.companies = companies;
        this.clock = clock;
    }

    @Override
    public Diagnosis examine(Tenant tenant) {
        Verdict verdict = addresses.judge(tenant.onec().address());
        if (verdict != Verdict.ALLOWED) {
            return hopeless(new Finding.AddressRefused(verdict));
        }
        return switch (transport.read(tenant, ODataAddress.ofRoot(tenant.onec().address()))) {
            case ODataAnswer.Refused(Refusal refusal) -> hopeless(Symptoms.of(refusal));
            case ODataAnswer.Nothing() -> hopeless(Symptoms.of(new Refusal.Unclear()));
            case ODataAnswer.Body(var body)
            when body.path("value").isArray() -> {
                var published = new TreeSet<String>();
                body.get("value")
                        .forEach(set -> published.add(Field.of(set, "name").text()));
                yield new Examination(tenant, published).diagnosis();
            }
            case ODataAnswer.Body _ -> hopeless(Symptoms.of(new Refusal.WrongAddress()));
        };
    }

    private static Diagnosis hopeless(Finding finding) {
        return new Diagnosis(List.of(finding), new Vitals.NotMeasured(), new SelfDescription.NotRead());
    }

    private final class Examination {
        private final Tenant tenant;
        private final Profile profile;
        private final ProfileNames needed;
        private final Set<String> published;
        private final List<Finding> findings = new ArrayList<>();

        Examination(Tenant tenant, Set<String> published) {
            this.tenant = tenant;
            this.profile = profiles.of(tenant);
            this.needed = ProfileNames.of(profile, Needs.of(tenant));
            this.published = published;
        }

        Diagnosis diagnosis() {
            lookAtPublication();
            List<Duration> times = lookIntoSets();
            findings.addAll(companies.findings(tenant));
            lookAtClock();
            SelfDescription description = lookAtMetadata();
            return new Diagnosis(findings, vitals(times), description);
        }

        private void lookAtPublication() {
            List<String> missing = needed.sets().stream()
                    .filter(set -> !published.contains(set))
                    .toList();
            if (missing.isEmpty()) {
                return;
            }
            Optional<String> other = otherConfiguration();
            findings.add(other.<Finding>map(
                            seen -> new Finding.OtherConfiguration(tenant.onec().configuration(), seen))
                    .orElseGet(() -> new Finding.SetsNotPublished(missing)));
        }

        /** Told by a document that only the other one has, where ours is missing. */
        private Optional<String> otherConfiguration() {
            return published.contains(profile.root().path("knownBy").asText())
                    ? Optional.empty()
                    : profiles.shipped().entrySet().stream()
                            .filter(entry -> published.contains(
                                    entry.getValue().root().path("knownBy").asText()))
                            .map(Map.Entry::getKey)
                            .findFirst();
        }

        /** One row of each set: whether it may be read, and how long that takes. */
        private List<Duration> lookIntoSets() {
            var times = new ArrayList<Duration>();
            for (String set : needed.sets()) {
                if (!published.contains(set)) {
                    continue;
                }
                ODataAddress oneRow =
                        ODataAddress.ofSet(tenant.onec().address(), set).top(1);
                var began = clock.instant();
                ODataAnswer answer = transport.read(tenant, oneRow);
                times.add(Duration.between(began, clock.instant()));
                if (answer instanceof ODataAnswer.Refused(Refusal.NoRight())) {
                    findings.add(
                            transport.read(tenant, oneRow.allowedOnly()) instanceof ODataAnswer.Body
                                    ? new Finding.RowsHidden(set)
                                    : new Finding.SetForbidden(set));
                } else if (answer instanceof ODataAnswer.Refused(Refusal refusal)) {
                    findings.add(Symptoms.of(refusal));
                }
            }
            return times;
        }

        private void lookAtClock() {
            Section invoices = profile.section(OneCKind.INVOICE);
            if (!published.contains(invoices.set())) {
                return;
            }
            ODataAddress newest = ODataAddress.ofSet(tenant.onec().address(), invoices.set())
                    .select(List.of("Ref_Key", "Date"))
                    .orderBy("Date desc")
                    .top(1);
            if (transport.read(tenant, newest.allowedOnly()) instanceof ODataAnswer.Body(var body)) {
                LocalDateTime now =
                        LocalDateTime.ofInstant(clock.instant(), tenant.onec().zone());
                Field.of(body.path("value").path(0), "Date")
                        .moment()
                        .map(date -> Duration.between(now, date))
                        .filter(ahead -> ahead.compareTo(CLOCKS_MAY_DIFFER) > 0)
                        .ifPresent(ahead -> findings.add(new Finding.ZoneDoubtful(ahead)));
            }
        }

        private SelfDescription lookAtMetadata() {
            ODataAddress metadata = ODataAddress.ofRoot(tenant.onec().address()).below("$metadata");
            return switch (transport.stream(
                    tenant, metadata, document -> SelfDescriptionReader.read(document, needed))) {
                case Streamed.Failed<Set<String>> _ -> {
                    findings.add(new Finding.MetadataUnreadable());
                    yield new SelfDescription.NotRead();
                }
                case Streamed.Read<Set<String>>(Set<String> has) -> compared(has);
            };
        }

        private SelfDescription compared(Set<String> has) {
            Set<String> lacks = needed.fieldsAndValues()
                    .filter(name -> !has.contains(name))
                    .filter(name -> published.contains(name.substring(0, name.indexOf('/')))
                            || needed.values().contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
            // A field of one type only is written by its other name, so it is not missed.
            List<String> fields = lacks.stream()
                    .filter(needed.fields()::contains)
                    .filter(name -> !has.contains(name + "_Key"))
                    .toList();
            if (!fields.isEmpty()) {
                findings.add(new Finding.FieldsMissing(fields));
            }
            List<String> values =
                    lacks.stream().filter(needed.values()::contains).toList();
            if (!values.isEmpty()) {
                findings.add(new Finding.ValuesMissing(values));
            }
            profile.setsOfBooks().stream()
                    .filter(set -> !published.contains(set))
                    .forEach(lacks::add);
            return new SelfDescription.Read(Fingerprint.of(has.toArray(String[]::new)), lacks);
        }

        private Vitals vitals(List<Duration> times) {
            Optional<SessionMode> publication = transport.sessionsOfPublication(tenant);
            if (times.isEmpty() || publication.isEmpty()) {
                return new Vitals.NotMeasured();
            }
            if (publication.get() != tenant.onec().sessions()) {
                findings.add(new Finding.SessionsDiffer(publication.get()));
            }
            List<Duration> sorted = times.stream().sorted().toList();
            Duration median = sorted.get(sorted.size() / 2);
            if (median.compareTo(SLOW) > 0) {
                findings.add(new Finding.Slow(median));
            }
            return new Vitals.Measured(sorted.size(), sorted.getFirst(), median, sorted.getLast(), publication.get());
        }
    }
}
