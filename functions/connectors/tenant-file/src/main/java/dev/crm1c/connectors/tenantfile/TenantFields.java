package dev.crm1c.connectors.tenantfile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.legal.Inn;
import dev.crm1c.model.legal.Kpp;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.port.TenantFile.Fault;
import dev.crm1c.model.port.TenantFile.Reading;
import dev.crm1c.model.tenant.CrmConnection;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import dev.crm1c.model.tenant.CrmSystem;
import dev.crm1c.model.tenant.ItemPolicy;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.OneCConnection;
import dev.crm1c.model.tenant.OwnCompany;
import dev.crm1c.model.tenant.Scenario;
import dev.crm1c.model.tenant.SecretName;
import dev.crm1c.model.tenant.SessionMode;
import dev.crm1c.model.tenant.Tailoring;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.TenantId;
import dev.crm1c.model.tenant.Terms;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** From a file that the schema has passed to a tenant; finds what only arithmetic, DNS names and the time zone table can tell. */
final class TenantFields {
    private static final Map<String, DealField> DEAL_FIELDS = Map.of(
            "invoiceNumber", DealField.INVOICE_NUMBER,
            "invoiceDate", DealField.INVOICE_DATE,
            "invoiceSum", DealField.INVOICE_SUM,
            "invoiceLink", DealField.INVOICE_LINK,
            "state", DealField.STATE,
            "files", DealField.FILES);

    private static final Map<String, OneCKind> MADE = Map.of(
            "counterparty", OneCKind.COUNTERPARTY,
            "contract", OneCKind.CONTRACT,
            "order", OneCKind.ORDER,
            "invoice", OneCKind.INVOICE);

    private static final Set<String> CONFIGURATIONS_WITH_ORDERS = Set.of("trade-11", "erp-2");

    private final JsonNode file;
    private final YamlTree lines;
    private final List<Fault> faults = new ArrayList<>();

    TenantFields(JsonNode file, YamlTree lines) {
        this.file = file;
        this.lines = lines;
    }

    Reading reading() {
        Optional<URI> crmAddress = address("/crm/address");
        Optional<URI> onecAddress = address("/onec/address");
        Optional<LegalIdentity> organization = organization();
        Optional<ZoneId> zone = zone();
        List<Scenario> scenarios = scenarios();
        if (!faults.isEmpty()) {
            return new Reading.Faulty(faults);
        }
        var crm = new CrmConnection(
                new CrmSystem(text("/crm/system")),
                crmAddress.orElseThrow(),
                new SecretName(text("/crm/secret")),
                texts(file.at("/crm/memberIds")),
                dealFields(),
                Map.of());
        var onec = new OneCConnection(
                text("/onec/configuration"),
                onecAddress.orElseThrow(),
                new SecretName(text("/onec/secret")),
                organization.orElseThrow(),
                zone.orElseThrow(),
                tailoring(),
                sessions());
        var tenant = new Tenant(
                new TenantId(text("/tenant")),
                crm,
                onec,
                scenarios,
                Terms.usual(OwnCompany.only(organization.orElseThrow()), ItemPolicy.byName(unknownItems())),
                file.at("/lanes").asInt());
        return new Reading.Good(tenant, lines::lineOf);
    }

    private Optional<URI> address(String pointer) {
        String text = text(pointer);
        try {
            URI address = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            return address.getHost() == null ? faulty(pointer, "в адресе нет имени сервера") : Optional.of(address);
        } catch (URISyntaxException _) {
            return faulty(pointer, "это не адрес");
        }
    }

    private Optional<LegalIdentity> organization() {
        Optional<Inn> inn = Inn.parse(text("/onec/organization/inn"));
        if (inn.isEmpty()) {
            return faulty("/onec/organization/inn", "контрольные цифры ИНН не сходятся");
        }
        if (inn.get().ofPerson()) {
            return Optional.of(new LegalIdentity.SoleTrader(inn.get()));
        }
        Optional<Kpp> kpp = Kpp.parse(text("/onec/organization/kpp"));
        return kpp.isEmpty()
                ? faulty("/onec/organization/kpp", "у организации нужен КПП из 9 знаков")
                : Optional.of(new LegalIdentity.Organization(inn.get(), kpp.get()));
    }

    private Optional<ZoneId> zone() {
        try {
            return Optional.of(ZoneId.of(text("/onec/zone")));
        } catch (DateTimeException _) {
            return faulty("/onec/zone", "такого часового пояса нет; пример: Europe/Moscow");
        }
    }

    private Map<DealField, String> dealFields() {
        var fields = new EnumMap<DealField, String>(DealField.class);
        DEAL_FIELDS.forEach((name, field) -> {
            String code = text("/crm/fields/" + name);
            if (!code.isEmpty()) {
                fields.put(field, code);
            }
        });
        return fields;
    }

    private List<Scenario> scenarios() {
        boolean invoiceNeedsOrder = CONFIGURATIONS_WITH_ORDERS.contains(text("/onec/configuration"));
        if (invoiceNeedsOrder && unknownItems() == Unknown.DESCRIBE) {
            faults.add(new Fault(
                    lines.lineOf("/items/unknown"),
                    "/items/unknown",
                    "в заказе клиента строка без номенклатуры невозможна: укажите ask-people"));
        }
        var scenarios = new ArrayList<Scenario>();
        file.at("/scenarios").forEach(scenario -> {
            Set<OneCKind> makes =
                    texts(scenario.at("/make")).stream().map(MADE::get).collect(Collectors.toUnmodifiableSet());
            if (makes.contains(OneCKind.ORDER) != invoiceNeedsOrder) {
                String pointer = "/scenarios/" + scenarios.size() + "/make";
                faults.add(new Fault(
                        lines.lineOf(pointer),
                        pointer,
                        invoiceNeedsOrder
                                ? "здесь счёт выставляется по заказу клиента: добавьте order"
                                : "в этой конфигурации нет заказов клиентов: уберите order"));
            }
            JsonNode stage = scenario.at("/when/stage");
            scenarios.add(new Scenario(
                    scenario.at("/when/pipeline").asText(),
                    stage.isArray() ? texts(stage) : Set.of(stage.asText()),
                    makes));
        });
        return scenarios;
    }

    private Tailoring tailoring() {
        var entries = new HashMap<String, String>();
        file.at("/onec/use")
                .properties()
                .forEach(entry -> entries.put(entry.getKey(), entry.getValue().asText()));
        JsonNode profile = file.at("/onec/profile");
        return new Tailoring(entries, profile.isMissingNode() ? "{}" : profile.toString());
    }

    private Unknown unknownItems() {
        return text("/items/unknown").equals("describe") ? Unknown.DESCRIBE : Unknown.ASK_PEOPLE;
    }

    /** What a fresh publication does, unless the file says otherwise. */
    private SessionMode sessions() {
        return text("/onec/sessions").equals("client") ? SessionMode.CLIENT_DRIVEN : SessionMode.AUTO_USE;
    }

    private String text(String pointer) {
        return file.at(pointer).asText();
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new HashSet<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private <T> Optional<T> faulty(String pointer, String message) {
        faults.add(new Fault(lines.lineOf(pointer), pointer, message));
        return Optional.empty();
    }
}
