package dev.crm1c.model.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.onec.Marker;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncWordsTest {
    private static final TenantId DEMO = new TenantId("demo");

    @Property
    void one_object_always_falls_into_one_lane_of_its_tenant(
            @ForAll @LongRange(min = 1) long id, @ForAll @IntRange(min = 1, max = 8) int lanes) {
        var deal = new CrmRef(CrmKind.DEAL, Long.toString(id));
        var early = new ChangeNotice(DEMO, deal, Instant.EPOCH, ChangeNotice.Cause.WEBHOOK);
        var late = new ChangeNotice(DEMO, deal, Instant.EPOCH.plusSeconds(9), ChangeNotice.Cause.WOKEN);

        assertThat(Lane.of(early, lanes)).isEqualTo(Lane.of(late, lanes));
        assertThat(Lane.of(early, lanes).number()).isBetween(0, lanes - 1);
        assertThat(Lane.of(early, lanes).group()).startsWith("demo/");
    }

    @Test
    void parts_of_a_fingerprint_cannot_run_into_each_other() {
        assertThat(Fingerprint.of("ab", "c")).isNotEqualTo(Fingerprint.of("a", "bc"));
        assertThat(Fingerprint.of("a", "")).isNotEqualTo(Fingerprint.of("a"));
    }

    @Test
    void the_proposed_key_is_the_same_for_every_try_and_another_for_every_thing() {
        var link = LinkKey.ofDocument(OneCKind.INVOICE, new CrmRef(CrmKind.DEAL, "123"));

        assertThat(ProposedKey.of(DEMO, link)).isEqualTo(ProposedKey.of(DEMO, link));
        assertThat(ProposedKey.of(DEMO, link).uuid().version()).isEqualTo(5);
        assertThat(ProposedKey.of(DEMO, link).uuid().variant()).isEqualTo(2);
        assertThat(ProposedKey.of(DEMO, link)).isNotEqualTo(ProposedKey.of(new TenantId("other"), link));
    }

    @Test
    void the_marker_of_deal_12_is_no_part_of_the_marker_of_deal_123() {
        var twelve = Marker.of(DEMO, new CrmRef(CrmKind.DEAL, "12"));
        var more = Marker.of(DEMO, new CrmRef(CrmKind.DEAL, "123"));

        assertThat(more.text()).isEqualTo("[crm1c:demo:deal:123]").doesNotContain(twelve.text());
    }

    @Test
    void keys_are_read_back_as_they_were_written() {
        var deal = new CrmRef(CrmKind.DEAL, "123");

        assertThat(CrmRef.fromKey(deal.key())).contains(deal);
        assertThat(CrmRef.fromKey("planet#123")).isEmpty();
        assertThat(CrmRef.fromKey("deal")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1#2", "a b", "../1", "12345678901234567890123456789012345678901234567890123456789012345"})
    void an_id_that_could_break_a_key_is_no_id(String id) {
        assertThat(CrmRef.parse(CrmKind.DEAL, id)).isEmpty();
    }

    @Test
    void remarks_survive_being_stored() {
        for (Remark remark : List.of(
                new Remark(Remark.Kind.LINES_DESCRIBED, List.of(2, 3)), new Remark(Remark.Kind.CONTRACT_OF_MANY))) {
            assertThat(Remark.fromStored(remark.stored())).isEqualTo(remark);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "-a", "a-", "a/b", "a#b", "а", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void a_tenant_id_fits_every_place_that_it_goes_to(String text) {
        assertThat(TenantId.parse(text)).isEmpty();
    }
}
