package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.NotePlace;
import dev.crm1c.model.deal.NoteSlot;
import dev.crm1c.model.deal.Telling;
import dev.crm1c.model.port.CrmChangeList;
import dev.crm1c.model.port.CrmChangeList.Entry;
import dev.crm1c.model.port.CrmChangeList.Taken;
import dev.crm1c.model.port.CrmChangeList.Which;
import dev.crm1c.model.port.CrmSetUp;
import dev.crm1c.model.port.CrmWebhook.Happening;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import dev.crm1c.model.tenant.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** bitrix24.md §2.6: the list from which nothing is lost. */
@QuarkusTest
class Bitrix24ChangeListTest extends HostingAnApplication {
    @Inject
    CrmSetUp setUp;

    private Tenant tenant;
    private CrmChangeList list;
    private long deal;

    @BeforeEach
    void aListIsKept() {
        tenant = application("crm", "bizproc", "placement");
        got(setUp.fields(tenant));
        got(setUp.application(tenant, OURS));
        list = crm.changeList().orElseThrow();
        deal = salesperson.deal("Сделка", 0);
    }

    private Taken take(Which which) {
        return got(list.take(tenant, which));
    }

    private static List<Happening> happenings(Taken taken) {
        return taken.entries().stream().map(Entry::happening).toList();
    }

    private Happening changed(long id) {
        return new Happening.Changed(new CrmRef(CrmKind.DEAL, Long.toString(id)));
    }

    @Test
    void what_was_taken_is_nobody_elses_and_gone_when_it_is_confirmed() {
        Taken taken = take(Which.FRESH);
        assertThat(happenings(taken)).containsExactly(changed(deal));
        assertThat(take(Which.FRESH).entries()).as("hidden from another worker").isEmpty();

        got(list.confirm(tenant, taken, taken.entries()));

        assertThat(take(Which.FRESH).entries()).isEmpty();
        assertThat(take(Which.GIVEN_BACK).entries()).isEmpty();
    }

    @Test
    void what_was_given_back_is_taken_again() {
        Taken taken = take(Which.FRESH);

        got(list.giveBack(tenant, taken, taken.entries()));

        assertThat(take(Which.FRESH).entries()).isEmpty();
        assertThat(happenings(take(Which.GIVEN_BACK))).containsExactly(changed(deal));
    }

    @Test
    void a_hundred_changes_of_one_deal_are_one_entry_of_each_event() {
        for (int i = 0; i < 100; i++) {
            salesperson.fillDeal(deal, "title", "Сделка " + i);
        }

        assertThat(happenings(take(Which.FRESH))).containsOnly(changed(deal)).hasSize(2);
    }

    @Test
    @DisplayName("changes made by calls with the same auth_connector are not in it")
    void what_we_write_ourselves_is_not_in_it() {
        Taken before = take(Which.FRESH);
        got(list.confirm(tenant, before, before.entries()));

        got(crm.tell(
                tenant,
                ref(deal),
                new Telling(
                        List.of(new Telling.Entry(NoteSlot.STATUS, "Укажите ИНН", new NotePlace.New())),
                        List.of(),
                        Map.of(DealField.STATE, Telling.State.NEEDS_PEOPLE.words()),
                        new Telling.StageMove.Stay())));

        assertThat(portal.deal(deal).path("UF_CRM_OURS_STATE").asText()).isEqualTo("Нужно исправить сделку");
        assertThat(take(Which.FRESH).entries()).isEmpty();
    }
}
