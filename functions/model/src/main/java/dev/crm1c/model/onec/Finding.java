package dev.crm1c.model.onec;

import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.outbound.AddressRule;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.tenant.SessionMode;
import java.time.Duration;
import java.util.List;

/** Something that the examination of a tenant's base has brought to light. Names objects of the configuration, never anybody's data. */
public sealed interface Finding {

    enum Weight {
        /** Nothing can be exchanged. */
        STOPS_EVERYTHING,
        /** Some documents will not pass. */
        BREAKS_DOCUMENTS,
        /** Works, and somebody should look. */
        REMARK
    }

    default Weight weight() {
        return switch (this) {
            case AddressRefused _, NoCredential _, NotReached _, Refused _, OtherConfiguration _ ->
                Weight.STOPS_EVERYTHING;
            case SetsNotPublished _,
                    SetForbidden _,
                    FieldsMissing _,
                    ValuesMissing _,
                    Unready _,
                    AgreementDisagrees _ -> Weight.BREAKS_DOCUMENTS;
            case OfCompany(var _, Finding finding) -> finding.weight();
            case RowsHidden _, MetadataUnreadable _, ZoneDoubtful _, SessionsDiffer _, Slow _, BaseUpdated _ ->
                Weight.REMARK;
        };
    }

    /** Technical name for logs and programs. */
    default String code() {
        return getClass().getSimpleName();
    }

    /** Of another than the first of the tenant's own companies, where the finding itself does not say whose it is. */
    record OfCompany(LegalIdentity organization, Finding finding) implements Finding {
        @Override
        public String code() {
            return finding.code();
        }
    }

    /** Our own rule keeps us from calling there. */
    record AddressRefused(AddressRule.Verdict verdict) implements Finding {}

    /** Our secret store has no login for this base. */
    record NoCredential() implements Finding {}

    record NotReached(Barrier barrier) implements Finding {}

    /** What stood between us and the base. */
    enum Barrier {
        NAME_UNKNOWN,
        CONNECTION_REFUSED,
        CERTIFICATE,
        NO_ANSWER
    }

    /** The base, its platform or the web server in front has answered, and said no. */
    record Refused(Reason reason) implements Finding {}

    enum Reason {
        NOTHING_PUBLISHED_THERE,
        WRONG_PASSWORD,
        NO_ODATA_ROLE,
        MAINTENANCE,
        NO_LICENCE,
        NO_FREE_SESSION,
        PLATFORM_BEING_UPDATED,
        LOCKED,
        NOT_UNDERSTOOD
    }

    /** The tenant's file says one configuration, the base looks like another. */
    record OtherConfiguration(String expected, String seen) implements Finding {}

    /** @param sets by their OData names: {@code Catalog_Контрагенты} */
    record SetsNotPublished(List<String> sets) implements Finding {
        public SetsNotPublished {
            sets = List.copyOf(sets);
        }
    }

    /** The user may not read it. */
    record SetForbidden(String set) implements Finding {}

    /** The user sees a part of it only: what is hidden would be made a second time. */
    record RowsHidden(String set) implements Finding {}

    /** @param fields as {@code Document_X/Товары/Номенклатура} */
    record FieldsMissing(List<String> fields) implements Finding {
        public FieldsMissing {
            fields = List.copyOf(fields);
        }
    }

    /** @param values as {@code СтавкиНДС/НДС22} */
    record ValuesMissing(List<String> values) implements Finding {
        public ValuesMissing {
            values = List.copyOf(values);
        }
    }

    record MetadataUnreadable() implements Finding {}

    /** A dictionary entry that documents need is missing, or it is not clear which one is meant. */
    record Unready(Problem problem) implements Finding {}

    /** The agreement wants contracts and the scenario makes none, or the other way round. */
    record AgreementDisagrees(Contracts agreement) implements Finding {}

    enum Contracts {
        USED,
        NOT_USED
    }

    /** The newest document lies in the future: the base's clock, or the time zone in the tenant's file, is not what we think. */
    record ZoneDoubtful(Duration ahead) implements Finding {}

    /** The publication handles sessions otherwise than the tenant's file says. */
    record SessionsDiffer(SessionMode publication) implements Finding {}

    record Slow(Duration median) implements Finding {}

    /** What the base says of itself has changed since it was last examined. */
    record BaseUpdated() implements Finding {}
}
