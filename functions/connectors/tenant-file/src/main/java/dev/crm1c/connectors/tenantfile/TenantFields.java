package dev.crm1c.connectors.tenantfile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.port.TenantFile.Reading;
import dev.crm1c.model.tenant.CrmConnection;
import dev.crm1c.model.tenant.OneCConnection;
import dev.crm1c.model.tenant.OwnCompany;
import dev.crm1c.model.tenant.Scenario;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.TenantId;
import dev.crm1c.model.tenant.Terms;
import java.util.List;
import java.util.Optional;

/** From a file that the schema has passed to a tenant; finds what only arithmetic, DNS names, the calendar and the time zone table can tell. */
final class TenantFields {
    private final Said file;
    private final YamlTree lines;

    TenantFields(JsonNode file, YamlTree lines) {
        this.file = new Said(file, "");
        this.lines = lines;
    }

    Reading reading() {
        var faults = new Faults(lines);
        List<OwnCompany> sellers = new SellerFields(file.at("onec"), faults).companies();
        Optional<CrmConnection> crm = new CrmFields(file.at("crm"), faults).connection();
        Optional<OneCConnection> onec = new OneCFields(file.at("onec"), faults).connection(sellers);
        List<Scenario> scenarios = new ScenarioFields(file, faults).scenarios();
        Optional<Terms> terms = new TermsFields(file, faults).terms(sellers, onec.map(OneCConnection::zone));
        if (!faults.found().isEmpty()) {
            return new Reading.Faulty(faults.found());
        }
        var tenant = new Tenant(
                new TenantId(file.at("tenant").text()),
                crm.orElseThrow(),
                onec.orElseThrow(),
                scenarios,
                terms.orElseThrow(),
                file.at("lanes").value().asInt());
        return new Reading.Good(tenant, lines::lineOf);
    }
}
