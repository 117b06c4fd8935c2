package dev.crm1c.model.portal;

import dev.crm1c.model.deal.StageRef;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.portal.RequisitePreset.Kind;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Something that the examination of a tenant's portal has brought to light. Names fields, stages and rights, never anybody's data. */
public sealed interface PortalFinding {

    enum Weight {
        /** Nothing can be exchanged. */
        STOPS_EVERYTHING,
        /** Some of it will not work. */
        BREAKS_PART,
        /** Works, and somebody should look. */
        REMARK
    }

    default Weight weight() {
        return switch (this) {
            case NotCallable _, EmployeeDismissed _ -> Weight.STOPS_EVERYTHING;
            case ScopesMissing _,
                    FieldsMissing _,
                    FieldOfOtherType _,
                    PipelineUnknown _,
                    StageUnknown _,
                    EventsNotBound _ -> Weight.BREAKS_PART;
            case NotAnAdministrator _,
                    SellerMissing _,
                    SellerDoubled _,
                    PresetsMissing _,
                    VatRateStrange _,
                    MeasureStrange _,
                    RobotMissing _,
                    TabMissing _,
                    ChangeListUnused _,
                    Moved _,
                    PartUnreadable _ -> Weight.REMARK;
        };
    }

    /** Technical name for logs and programs. */
    default String code() {
        return getClass().getSimpleName();
    }

    record NotCallable(Reason reason) implements PortalFinding {}

    enum Reason {
        NO_SECRET,
        ADDRESS_FORBIDDEN_OR_WRONG,
        UNREACHABLE,
        SILENT,
        NOT_UNDERSTOOD,
        PORTAL_CLOSED,
        /** REST is not in what the customer pays for. */
        NOT_IN_PLAN,
        /** Deleted, run out, changed by another administrator, or its employee was dismissed: the portal does not say which. */
        WEBHOOK_DEAD,
        APPLICATION_NOT_INSTALLED,
        NO_ACCESS_TO_APPLICATION,
        NO_RIGHT,
        /** By hand, by the vendor. */
        BLOCKED,
        /** Too much is asked of it at the moment. */
        BUSY
    }

    /** The webhook still answers, its employee is no longer one. */
    record EmployeeDismissed() implements PortalFinding {}

    record ScopesMissing(Set<String> scopes) implements PortalFinding {
        public ScopesMissing {
            scopes = Set.copyOf(scopes);
        }
    }

    /** Who sets the portal up has to be one. */
    record NotAnAdministrator() implements PortalFinding {}

    /** @param fields of the deal, by their names */
    record FieldsMissing(List<String> fields) implements PortalFinding {
        public FieldsMissing {
            fields = List.copyOf(fields);
        }
    }

    record FieldOfOtherType(String field, String wanted, String found) implements PortalFinding {}

    record PipelineUnknown(String pipeline) implements PortalFinding {}

    record StageUnknown(StageRef stage) implements PortalFinding {}

    /** None of the portal's own companies is the organization that sells in 1C. */
    record SellerMissing(LegalIdentity organization) implements PortalFinding {}

    record SellerDoubled(LegalIdentity organization, int companies) implements PortalFinding {}

    record PresetsMissing(List<Kind> kinds) implements PortalFinding {
        public PresetsMissing {
            kinds = List.copyOf(kinds);
        }
    }

    /** The catalogue offers a rate that the law does not know. */
    record VatRateStrange(String name) implements PortalFinding {}

    /** @param code not in ОКЕИ */
    record MeasureStrange(String symbol, String code) implements PortalFinding {}

    record EventsNotBound(List<String> events) implements PortalFinding {
        public EventsNotBound {
            events = List.copyOf(events);
        }
    }

    record RobotMissing() implements PortalFinding {}

    record TabMissing() implements PortalFinding {}

    /** The plan allows a list of changes, and none is kept. */
    record ChangeListUnused() implements PortalFinding {}

    /** The tenant file names an address that the portal has left. */
    record Moved(URI now) implements PortalFinding {}

    /** Could not be looked at, so nothing is said about it. */
    record PartUnreadable(Part part) implements PortalFinding {}

    enum Part {
        PIPELINES,
        SELLERS,
        REQUISITE_PRESETS,
        CATALOGUE,
        BINDINGS
    }
}
