package dev.crm1c.admin;

import dev.crm1c.model.onec.Diagnosis;
import dev.crm1c.model.onec.Diagnosis.SelfDescription;
import dev.crm1c.model.onec.Finding;
import dev.crm1c.model.onec.Finding.Weight;
import dev.crm1c.model.port.BaseFacts;
import dev.crm1c.model.port.BaseShapes;
import dev.crm1c.model.port.BaseShapes.Shape;
import dev.crm1c.model.port.Journal;
import dev.crm1c.model.port.OneCDoctor;
import dev.crm1c.model.port.Tenants;
import dev.crm1c.model.tenant.OwnCompany;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Proves a tenant's connection to 1C without writing there, for each company that sells: when it is set up, and every day, so that an update of the base is noticed before
 * a wrong document is written.
 */
@ApplicationScoped
class CheckConnection {
    /** Shorter than a day, so that a daily round does not skip a base that was slow yesterday. */
    private static final Duration FRESH = Duration.ofHours(20);

    private final Tenants tenants;
    private final OneCDoctor doctor;
    private final BaseShapes shapes;
    private final BaseFacts facts;
    private final Journal journal;
    private final Clock clock;

    CheckConnection(
            Tenants tenants, OneCDoctor doctor, BaseShapes shapes, BaseFacts facts, Journal journal, Clock clock) {
        this.tenants = tenants;
        this.doctor = doctor;
        this.shapes = shapes;
        this.facts = facts;
        this.journal = journal;
        this.clock = clock;
    }

    /** Empty when there is no such tenant. */
    Optional<Diagnosis> check(TenantId id) {
        return tenants.find(id).map(this::check);
    }

    /** Those that were not examined for longest come first; goes on as long as it may. */
    int checkStale(BooleanSupplier mayGoOn) {
        Instant stale = clock.instant().minus(FRESH);
        List<Turn> waiting = tenants.all().stream()
                .flatMap(id -> tenants.find(id).stream())
                .map(tenant -> new Turn(tenant, lastExamined(tenant)))
                .filter(turn -> turn.lastExamined().isBefore(stale))
                .sorted(Comparator.comparing(Turn::lastExamined))
                .toList();
        int checked = 0;
        for (Turn turn : waiting) {
            if (!mayGoOn.getAsBoolean()) {
                break;
            }
            check(turn.tenant());
            checked++;
        }
        return checked;
    }

    private record Turn(Tenant tenant, Instant lastExamined) {}

    private Instant lastExamined(Tenant tenant) {
        return shapes.find(tenant).map(Shape::readAt).orElse(Instant.EPOCH);
    }

    private Diagnosis check(Tenant tenant) {
        List<OwnCompany> sellers = tenant.terms().sellers();
        Diagnosis diagnosis = remembered(tenant, doctor.examine(tenant.sellingAs(sellers.getFirst())));
        for (OwnCompany seller : sellers.subList(1, sellers.size())) {
            if (isHopeless(diagnosis)) {
                break;
            }
            diagnosis = together(diagnosis, doctor.examine(tenant.sellingAs(seller)));
        }
        journal.examined(tenant.id(), diagnosis);
        return diagnosis;
    }

    /** All companies stand in the same base: what keeps us from it is told once. */
    private static boolean isHopeless(Diagnosis diagnosis) {
        return diagnosis.findings().stream().anyMatch(finding -> finding.weight() == Weight.STOPS_EVERYTHING);
    }

    /** Remarks are about the base and not about a company: the first has them all. */
    private static Diagnosis together(Diagnosis first, Diagnosis further) {
        Stream<Finding> ofCompany = further.findings().stream().filter(finding -> finding.weight() != Weight.REMARK);
        List<Finding> findings =
                Stream.concat(first.findings().stream(), ofCompany).distinct().toList();
        return new Diagnosis(findings, first.vitals(), first.metadata());
    }

    /** Before the further companies are examined: a round that is cut short goes on with another tenant next time. */
    private Diagnosis remembered(Tenant tenant, Diagnosis found) {
        return switch (found.metadata()) {
            case SelfDescription.NotRead() -> found;
            case SelfDescription.Read read -> remembered(tenant, found, read);
        };
    }

    private Diagnosis remembered(Tenant tenant, Diagnosis found, SelfDescription.Read read) {
        Optional<Shape> former = shapes.find(tenant);
        shapes.put(tenant, new Shape(read.hash(), read.lacks(), clock.instant()));
        if (former.isPresent() && former.get().hash().equals(read.hash())) {
            return found;
        }
        facts.forget(tenant);
        return former.isEmpty() ? found : withUpdate(found);
    }

    private static Diagnosis withUpdate(Diagnosis found) {
        var findings = new ArrayList<>(found.findings());
        findings.add(new Finding.BaseUpdated());
        return new Diagnosis(findings, found.vitals(), found.metadata());
    }
}
