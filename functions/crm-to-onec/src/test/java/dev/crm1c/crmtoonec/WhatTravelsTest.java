package dev.crm1c.crmtoonec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealHead;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Outcome.Because;
import dev.crm1c.model.tenant.Admission;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.Terms;
import dev.crm1c.model.tenant.Terms.Mode;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Deals that stay where they are, and deals that only rehearse. */
class WhatTravelsTest {
    private static final CrmRef DEAL = World.deal(1);
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private static Tenant with(Admission admission, Mode mode) {
        return Delivering.with(
                DemoTenant.of("fake", Unknown.DESCRIBE, World.TRADE),
                terms -> new Terms(
                        terms.sellers(),
                        terms.contracts(),
                        terms.items(),
                        admission,
                        terms.currencies(),
                        terms.outdatedVat(),
                        terms.lost(),
                        terms.won(),
                        mode));
    }

    private static Deal deal(String title, Instant created, Map<String, String> fields) {
        Deal agreed = World.agreed(1);
        DealHead head = agreed.head();
        return new Deal(
                DEAL,
                new DealHead(
                        title,
                        head.stage(),
                        head.phase(),
                        created,
                        head.responsible(),
                        head.seller(),
                        head.sum(),
                        fields),
                agreed.buyer(),
                "RUB",
                agreed.lines());
    }

    @Test
    void old_deals_and_test_deals_stay_where_they_are() {
        World world =
                World.of(with(new Admission(BEGINNING, Set.of("тест"), Map.of("UF_TRIAL", Set.of("Y"))), Mode.LIVE));

        world.crm.put(deal("Насосы", BEGINNING.minusSeconds(1), Map.of()));
        assertThat(world.notice(DEAL)).isEqualTo(new Outcome.Unchanged(Because.TOO_OLD));
        world.crm.put(deal("ТЕСТ, не трогать", BEGINNING, Map.of()));
        assertThat(world.notice(DEAL)).isEqualTo(new Outcome.Unchanged(Because.TEST_DEAL));
        world.crm.put(deal("Насосы", BEGINNING, Map.of("UF_TRIAL", "Y")));
        assertThat(world.asked(DEAL)).isEqualTo(new Outcome.Unchanged(Because.TEST_DEAL));

        assertThat(world.oneC.calls).isZero();
        assertThat(world.crm.notes).isEmpty();

        world.crm.put(deal("Протестированные насосы 10 × 10, насосы", BEGINNING, Map.of("UF_TRIAL", "N")));
        assertThat(world.notice(DEAL)).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void a_rehearsal_tells_the_plan_in_the_deal_and_the_journal_and_writes_nothing() {
        World world = World.of(with(Admission.EVERYBODY, Mode.REHEARSAL));
        world.crm.put(World.agreed(1));

        assertThat(world.notice(DEAL)).isEqualTo(new Outcome.Unchanged(Because.REHEARSED));

        assertThat(world.oneC.documents).isEmpty();
        assertThat(world.oneC.counterparties).isEmpty();
        assertThat(world.oneC.partners).isEmpty();
        assertThat(world.crm.notes.values()).singleElement().asString().contains("6\u00A0775,72");
        assertThat(world.crm.shown.get(DEAL)).containsEntry(DealField.STATE, "Пробный режим");
        assertThat(world.journal.lines)
                .anyMatch(line -> line.contains("rehearsed deal#1") && line.contains("order 6775.72"));

        world.becomes(with(Admission.EVERYBODY, Mode.LIVE));
        assertThat(world.notice(DEAL)).isInstanceOf(Outcome.Applied.class);
        assertThat(world.oneC.documents(OneCKind.ORDER)).hasSize(1);
        assertThat(world.crm.notes)
                .as("the plan's entry tells of the order now")
                .hasSize(2);
    }
}
