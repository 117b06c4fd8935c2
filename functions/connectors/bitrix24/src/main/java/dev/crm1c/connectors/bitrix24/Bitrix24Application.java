package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.crm1c.connectors.bitrix24.ApplicationInfo.Ownership;
import dev.crm1c.connectors.bitrix24.BroughtToken.Word;
import dev.crm1c.model.port.CrmApplication;
import dev.crm1c.model.port.Portals;
import dev.crm1c.model.port.Secrets;
import dev.crm1c.model.portal.InstalledApplication;
import dev.crm1c.model.tenant.CrmSystem;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.WebhookDoor;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/**
 * Believes what comes to our application's own addresses only after the vendor and the tenant's portal have said so: the vendor, that the token is
 * of our application; the portal, that it is its own, and what its owner may. Source: reference "bitrix24", 2.4, 3.2.
 */
@ApplicationScoped
class Bitrix24Application implements CrmApplication {
    private static final String DEAL_TYPE = "2";

    private final Secrets secrets;
    private final ApplicationInfo applicationInfo;
    private final BroughtToken tokens;
    private final TokenSeal seal;
    private final Portals portals;
    private final Clock clock;

    Bitrix24Application(
            Secrets secrets,
            ApplicationInfo applicationInfo,
            BroughtToken tokens,
            TokenSeal seal,
            Portals portals,
            Clock clock) {
        this.secrets = secrets;
        this.applicationInfo = applicationInfo;
        this.tokens = tokens;
        this.seal = seal;
        this.portals = portals;
        this.clock = clock;
    }

    @Override
    public CrmSystem system() {
        return Bitrix24Webhook.BITRIX24;
    }

    @Override
    public Installation installation(Tenant tenant, String contentType, byte[] body) {
        return switch (PhpForm.parse(contentType, body)) {
            case PhpForm.Parsed.Broken(String why) -> new Installation.NotUnderstood(why);
            case PhpForm.Parsed.Fields fields ->
                switch (InstallCall.read(fields)) {
                    case InstallCall.Reading.NotUnderstood(String why) -> new Installation.NotUnderstood(why);
                    case InstallCall.Reading.Understood(InstallCall call) -> installation(tenant, call);
                };
        };
    }

    /** Nobody is asked before what can be known without asking is right: a stranger must not make us call. */
    private Installation installation(Tenant tenant, InstallCall call) {
        Optional<Bitrix24Secret.Application> ours = ours(tenant);
        if (ours.isEmpty()) {
            return new Installation.Disproved(Doubt.NO_APPLICATION_EXPECTED);
        }
        boolean memberNamed = tenant.crm().memberIds().contains(call.memberId());
        if (!tenant.crm().memberIds().isEmpty() && !memberNamed) {
            return new Installation.Disproved(Doubt.MEMBER_UNKNOWN);
        }
        if (!memberNamed && call.contradicts(portal(tenant))) {
            return new Installation.Disproved(Doubt.PORTAL_FOREIGN);
        }
        return switch (applicationInfo.of(
                call.serverEndpoint(), call.tokens().access(), ours.get().clientId())) {
            case Ownership.Unknown() -> new Installation.Unproved();
            case Ownership.NotOurs(Doubt doubt) -> new Installation.Disproved(doubt);
            case Ownership.Ours proof -> byAnAdministrator(tenant, call, ours.get(), proof);
        };
    }

    /** Any employee has a token of our application; were his taken, we would see the portal with his eyes. */
    private Installation byAnAdministrator(
            Tenant tenant, InstallCall call, Bitrix24Secret.Application ours, Ownership.Ours proof) {
        return switch (tokens.ofThePortal(
                tenant, call.tokens().access(), "profile", JsonNodeFactory.instance.objectNode())) {
            case Word.None() -> new Installation.Unproved();
            case Word.NotTaken() -> new Installation.Disproved(Doubt.PORTAL_FOREIGN);
            case Word.Refused() -> new Installation.Disproved(Doubt.TOKEN_REFUSED);
            case Word.Result(JsonNode profile) ->
                profile.path("ADMIN").asBoolean()
                        ? new Installation.Proved(
                                installed(tenant, call, ours, proof), proof.pace(), face(tenant, call))
                        : new Installation.Disproved(Doubt.NOT_AN_ADMINISTRATOR);
        };
    }

    private InstalledApplication installed(
            Tenant tenant, InstallCall call, Bitrix24Secret.Application ours, Ownership.Ours proof) {
        return new InstalledApplication(
                call.memberId(),
                WebhookDoor.digestOf(call.applicationToken()),
                proof.server(),
                seal.seal(call.tokens(), tenant.id(), ours.clientSecret()),
                0,
                clock.instant());
    }

    private Face face(Tenant tenant, InstallCall call) {
        return switch (call.shape()) {
            case EVENT -> new Face.None();
            case PAGE -> InstallPage.on(portal(tenant));
        };
    }

    @Override
    public Visit visit(Tenant tenant, InstalledApplication installed, String contentType, byte[] body) {
        return switch (PhpForm.parse(contentType, body)) {
            case PhpForm.Parsed.Broken(String why) -> new Visit.NotUnderstood(why);
            case PhpForm.Parsed.Fields fields ->
                switch (TabCall.read(fields)) {
                    case TabCall.Reading.NotUnderstood(String why) -> new Visit.NotUnderstood(why);
                    case TabCall.Reading.Understood(TabCall call) -> visit(tenant, installed, call);
                };
        };
    }

    private Visit visit(Tenant tenant, InstalledApplication installed, TabCall call) {
        Optional<Bitrix24Secret.Application> ours = ours(tenant);
        if (ours.isEmpty()) {
            return new Visit.Disproved(Doubt.NO_APPLICATION_EXPECTED);
        }
        if (!installed.applicationToken().sameAs(WebhookDoor.digestOf(call.applicationToken()))) {
            return new Visit.Disproved(Doubt.WRONG_TOKEN);
        }
        if (!installed.memberId().equals(call.memberId())) {
            return new Visit.Disproved(Doubt.MEMBER_UNKNOWN);
        }
        return switch (applicationInfo.of(
                call.serverEndpoint(), call.accessToken(), ours.get().clientId())) {
            case Ownership.Unknown() -> new Visit.Unproved();
            case Ownership.NotOurs(Doubt doubt) -> new Visit.Disproved(doubt);
            case Ownership.Ours _ -> whoMaySeeTheDeal(tenant, call);
        };
    }

    private Visit whoMaySeeTheDeal(Tenant tenant, TabCall call) {
        var parameters = JsonNodeFactory.instance
                .objectNode()
                .put("entityTypeId", DEAL_TYPE)
                .put("id", call.deal().id());
        return switch (tokens.ofThePortal(tenant, call.accessToken(), "crm.item.get", parameters)) {
            case Word.None() -> new Visit.Unproved();
            case Word.NotTaken() -> new Visit.Disproved(Doubt.PORTAL_FOREIGN);
            case Word.Refused() -> new Visit.NoRights();
            case Word.Result(JsonNode deal) ->
                deal.path("item").path("id").asText().equals(call.deal().id())
                        ? new Visit.Proved(call.deal())
                        : new Visit.Unproved();
        };
    }

    private Optional<Bitrix24Secret.Application> ours(Tenant tenant) {
        return secrets.read(tenant.crm().secret())
                .map(Bitrix24Secret::read)
                .filter(Bitrix24Secret.Application.class::isInstance)
                .map(Bitrix24Secret.Application.class::cast);
    }

    private URI portal(Tenant tenant) {
        return portals.find(tenant.id()).whereabouts().from(tenant.crm().address());
    }
}
