package dev.crm1c.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.fake.InMemoryTenants;
import dev.crm1c.model.outbound.AddressRule;
import dev.crm1c.model.port.CrmWebhook;
import dev.crm1c.model.port.CrmWebhooks;
import dev.crm1c.model.port.TenantFile;
import dev.crm1c.model.tenant.CrmSystem;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.Secret;
import dev.crm1c.model.tenant.WebhookDoor.Admission;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class LoadTenantTest {
    private final Map<String, String> addressOf =
            new HashMap<>(Map.of("portal.example", "93.184.215.14", "1c.example", "93.184.215.15"));
    private final Map<String, String> secrets = new HashMap<>(Map.of("demo/crm", "token", "demo/onec", "login"));
    private final InMemoryTenants tenants = new InMemoryTenants();
    private final AdminHandler admin = new AdminHandler(
            new LoadTenant(
                    new OneFile(),
                    new AddressRule(List.of(), host -> new InetAddress[] {InetAddress.ofLiteral(addressOf.get(host))}),
                    name -> Optional.ofNullable(secrets.get(name.path())).map(Secret::new),
                    new CrmWebhooks(List.of(new Bitrix24())),
                    tenants),
            CheckConnectionTest.neverAsked(),
            null,
            null);

    /** {@code good} is the demo tenant; its fields stand on lines 3 and 5. The whole secret is the application token. */
    private static final class OneFile implements TenantFile {
        @Override
        public Reading read(String text) {
            return text.equals("good")
                    ? new Reading.Good(
                            DemoTenant.of("bitrix24", Unknown.DESCRIBE), field -> field.startsWith("/crm") ? 3 : 5)
                    : new Reading.Faulty(List.of(new Fault(1, "", "не разобрать")));
        }

        @Override
        public WayIn wayIn(Secret crmSecret) {
            return crmSecret.text().isEmpty() ? new WayIn.None() : new WayIn.Tokens(List.of(crmSecret));
        }
    }

    private record Bitrix24() implements CrmWebhook {
        @Override
        public CrmSystem system() {
            return new CrmSystem("bitrix24");
        }

        @Override
        public Reading read(String contentType, byte[] body) {
            throw new UnsupportedOperationException();
        }
    }

    private Map<String, Object> load(String file) {
        return admin.handleRequest(Map.of("task", "load-tenant", "file", file), null);
    }

    private static Map<String, Object> fault(int line, String field, String message) {
        return Map.of("line", line, "field", field, "message", message);
    }

    @Test
    void a_good_file_opens_the_tenants_door() {
        assertThat(load("good")).containsEntry("loaded", "demo");
        assertThat(tenants.find(DemoTenant.ID)).isPresent();
        assertThat(tenants.doorOf(DemoTenant.ID).orElseThrow().admit(new Secret("token"), ""))
                .isEqualTo(Admission.GENUINE);
    }

    @Test
    void a_faulty_file_changes_nothing() {
        assertThat(load("bad")).containsEntry("faults", List.of(fault(1, "", "не разобрать")));
        assertThat(tenants.find(DemoTenant.ID)).isEmpty();
    }

    @Test
    void addresses_that_lead_inside_are_refused_by_line_and_field() {
        addressOf.put("1c.example", "169.254.169.254");
        addressOf.put("portal.example", "10.0.0.1");

        assertThat(load("good").get("faults"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.toString()).contains("внутреннюю сеть"));
        assertThat(tenants.find(DemoTenant.ID)).isEmpty();
    }

    @Test
    void absent_secrets_are_named() {
        secrets.clear();

        assertThat(load("good"))
                .containsEntry(
                        "faults",
                        List.of(
                                fault(3, "/crm/secret", "в хранилище нет секрета «demo/crm»"),
                                fault(5, "/onec/secret", "в хранилище нет секрета «demo/onec»")));
    }

    @Test
    void a_secret_without_a_token_opens_no_door() {
        secrets.put("demo/crm", "");

        assertThat(load("good"))
                .containsEntry(
                        "faults",
                        List.of(fault(
                                3,
                                "/crm/secret",
                                "в секрете «demo/crm» нет ни applicationToken, ни clientId с clientSecret")));
        assertThat(tenants.doorOf(DemoTenant.ID)).isEmpty();
    }

    @Test
    void an_unknown_task_fails_loudly() {
        assertThatThrownBy(() -> admin.handleRequest(Map.of("task", "lode-tenant"), null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
