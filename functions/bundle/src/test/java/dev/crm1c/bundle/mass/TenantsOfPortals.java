package dev.crm1c.bundle.mass;

import dev.crm1c.admin.AdminHandler;
import dev.crm1c.local.ProjectFiles;
import dev.crm1c.simulators.bitrix24.Bitrix24Simulator;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/** Takes the demo's tenant file into service under a name of the test's own: tests share a table. */
@Singleton
class TenantsOfPortals {
    private final AdminHandler admin;

    TenantsOfPortals(AdminHandler admin) {
        this.admin = admin;
    }

    void load(String name, Bitrix24Simulator portal) throws IOException {
        String file = Files.readString(ProjectFiles.root().resolve("infra/tenants/demo/tenant.yaml"))
                .replace("tenant: demo", "tenant: " + name + "\nlanes: 4")
                .replace("http://127.0.0.1:8624", portal.address().toString().replaceAll("/$", ""));
        Map<String, Object> answer =
                admin.handleRequest(Map.of("task", "load-tenant", "file", file), new EndlessInvocation());
        if (!name.equals(answer.get("loaded"))) {
            throw new IllegalStateException("the tenant file was not taken: " + answer);
        }
    }
}
