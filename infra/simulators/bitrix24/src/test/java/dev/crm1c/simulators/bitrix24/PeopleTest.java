package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.crm.Activities.Stand;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bitrix24.md §5.11: telling people")
class PeopleTest extends WithPortal {

    @Override
    PortalSettings settings() {
        return super.settings().withScopes("crm", "im", "user_brief");
    }

    @Test
    @DisplayName("§5.11 a thing to do needs an owner and a deadline, answers {id} and is read back")
    void a_thing_to_do_is_added_and_read_back() throws Exception {
        long deal = person.deal("Сделка", 0);
        String owner = "'ownerTypeId':2,'ownerId':" + deal;
        long id = todo(owner + ",'deadline':'2026-11-24T18:00:00+02:00','title':'Уточнить ИНН','responsibleId':7")
                .result()
                .path("id")
                .asLong();
        JsonNode row = rest.call("crm.activity.list", "{'filter':{'OWNER_TYPE_ID':2,'OWNER_ID':" + deal + "}}")
                .result()
                .path(0);
        assertThat(row.path("ID").asLong()).isEqualTo(id);
        assertThat(row.path("SUBJECT").asText()).isEqualTo("Уточнить ИНН");
        assertThat(row.path("DEADLINE").asText()).isEqualTo("2026-11-24T18:00:00+02:00");
        assertThat(row.path("RESPONSIBLE_ID").asText()).isEqualTo("7");
        assertThat(todo(owner).status()).isEqualTo(400);
        assertThat(todo(owner + ",'deadline':'завтра'").status()).isEqualTo(400);
        assertThat(todo("'ownerTypeId':2,'ownerId':404,'deadline':'2026-11-24'").error())
                .isEqualTo("OWNER_NOT_FOUND");
    }

    @Test
    @DisplayName(
            "§5.11 only the old crm.activity.update ticks a thing off; what is done is closed to crm.activity.todo.update")
    void a_thing_to_do_is_reworded_and_ticked_off() throws Exception {
        long deal = person.deal("Сделка", 0);
        long id = person.todo(deal, "Уточнить ИНН", "");
        String update = "'id':" + id + ",'ownerTypeId':2,'ownerId':" + deal + ",'deadline':'2026-11-30','title':'%s'";
        assertThat(rest.call("crm.activity.todo.update", "{" + update.formatted("Уточнить КПП") + "}")
                        .result()
                        .path("id")
                        .asLong())
                .isEqualTo(id);
        assertThat(portal.todos(deal)).singleElement().satisfies(todo -> {
            assertThat(todo.title()).isEqualTo("Уточнить КПП");
            assertThat(todo.stand()).isEqualTo(Stand.OPEN);
            assertThat(todo.responsible()).isEqualTo(person.userId());
        });

        Probe.Seen done = rest.call("crm.activity.update", "{'id':" + id + ",'fields':{'COMPLETED':'Y'}}");
        assertThat(done.result().asBoolean()).isTrue();
        assertThat(rest.call("crm.activity.get", "{'id':" + id + "}")
                        .result()
                        .path("COMPLETED")
                        .asText())
                .isEqualTo("Y");
        assertThat(rest.call("crm.activity.update", "{'id':" + id + ",'fields':{'COMPLETED':'Y'}}")
                        .status())
                .as("what is done may be done again")
                .isEqualTo(200);
        assertThat(rest.call("crm.activity.todo.update", "{" + update.formatted("Ещё раз") + "}")
                        .error())
                .isEqualTo("CAN_NOT_UPDATE_COMPLETED_TODO");
        assertThat(rest.call("crm.activity.delete", "{'id':" + id + "}").status())
                .isEqualTo(200);
        Probe.Seen gone = rest.call("crm.activity.update", "{'id':" + id + ",'fields':{'COMPLETED':'Y'}}");
        assertThat(gone.status()).isEqualTo(400);
        assertThat(gone.text()).contains("\"error\":\"\"", "Activity is not found");
    }

    @Test
    @DisplayName("§5.11 what a person ticked off is done for REST as well; an empty subject is refused")
    void a_person_ticks_off() throws Exception {
        long deal = person.deal("Сделка", 0);
        long id = person.todo(deal, "Уточнить ИНН", "");
        assertThat(rest.call("crm.activity.update", "{'id':" + id + ",'fields':{'SUBJECT':''}}")
                        .status())
                .isEqualTo(400);
        person.completeTodo(id);
        assertThat(rest.call("crm.activity.list", "{'filter':{'COMPLETED':'N','OWNER_ID':" + deal + "}}")
                        .result())
                .isEmpty();
    }

    @Test
    @DisplayName("§5.11 a notice takes the place of the one with its TAG, and by a webhook a TAG wants a CLIENT_ID")
    void a_notice_replaces_the_one_with_its_tag() throws Exception {
        assertThat(notice("'USER_ID':7,'MESSAGE':'Первая','TAG':'deal-1'").status())
                .isEqualTo(400);
        notice("'USER_ID':7,'MESSAGE':'Первая','TAG':'deal-1','CLIENT_ID':'crm1c'");
        notice("'USER_ID':7,'MESSAGE':'Без метки'");
        notice("'USER_ID':7,'MESSAGE':'Вторая','TAG':'deal-1','CLIENT_ID':'crm1c'");
        assertThat(portal.notices(7)).extracting(notice -> notice.message()).containsExactly("Без метки", "Вторая");
        assertThat(notice("'MESSAGE':'x'").error()).isEqualTo("USER_ID_EMPTY");
        assertThat(notice("'USER_ID':7,'MESSAGE':' '").error()).isEqualTo("MESSAGE_EMPTY");
    }

    @Test
    void whoever_was_dismissed_stays_in_the_list_as_inactive() throws Exception {
        portal.users().dismiss(8);
        JsonNode user = rest.call("user.get", "{'ID':8}").result().path(0);
        assertThat(user.path("LAST_NAME").asText()).isEqualTo("Кузнецов");
        assertThat(user.path("ACTIVE")).isEqualTo(Probe.json("false"));
        assertThat(rest.call("user.get", "{'FILTER':{'ACTIVE':1}}").result().findValuesAsText("ID"))
                .containsExactly("1", "7");
        assertThat(rest.call("user.get", "{'ID':404}").result()).isEmpty();
    }

    private Probe.Seen todo(String params) throws Exception {
        return rest.call("crm.activity.todo.add", "{" + params + "}");
    }

    private Probe.Seen notice(String params) throws Exception {
        return rest.call("im.notify.system.add", "{" + params + "}");
    }
}
