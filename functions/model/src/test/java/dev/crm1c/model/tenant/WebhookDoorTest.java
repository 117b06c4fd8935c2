package dev.crm1c.model.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.tenant.WebhookDoor.Admission;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WebhookDoorTest {
    private static final Secret OLD = new Secret("old-token");
    private static final Secret NEW = new Secret("new-token");

    private static WebhookDoor door(Set<String> members) {
        return new WebhookDoor(
                new TenantId("demo"),
                new CrmSystem("bitrix24"),
                List.of(WebhookDoor.digestOf(OLD), WebhookDoor.digestOf(NEW)),
                members,
                2);
    }

    @Test
    void while_tokens_change_both_are_good() {
        assertThat(door(Set.of()).admit(OLD, "")).isEqualTo(Admission.GENUINE);
        assertThat(door(Set.of()).admit(NEW, "")).isEqualTo(Admission.GENUINE);
    }

    @Test
    void no_token_and_a_wrong_token_are_forged() {
        assertThat(door(Set.of()).admit(new Secret(""), "")).isEqualTo(Admission.FORGED);
        assertThat(door(Set.of()).admit(new Secret("old-tokem"), "")).isEqualTo(Admission.FORGED);
    }

    @Test
    void a_good_token_from_another_portal_is_forged() {
        assertThat(door(Set.of("a223c6b3")).admit(OLD, "d897063e")).isEqualTo(Admission.FORGED);
        assertThat(door(Set.of("a223c6b3")).admit(OLD, "a223c6b3")).isEqualTo(Admission.GENUINE);
    }

    @Test
    void secrets_and_digests_do_not_show_what_they_hold() {
        assertThat(OLD).hasToString("***");
        assertThat(door(Set.of()).toString()).doesNotContain("old-token");
    }
}
