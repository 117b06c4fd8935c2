package dev.crm1c.crmapp;

import dev.crm1c.model.port.CrmApplication;
import dev.crm1c.model.portal.InstalledApplication;
import dev.crm1c.model.portal.Pace;
import dev.crm1c.model.portal.Sealed;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.CrmSystem;
import dev.crm1c.model.tenant.Secret;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.WebhookDoor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** A CRM whose installations are {@code word member token} and whose visits are {@code word deal-number}. */
record SpokenApplication(String name, Clock clock) implements CrmApplication {
    @Override
    public CrmSystem system() {
        return new CrmSystem(name);
    }

    @Override
    public Installation installation(Tenant tenant, String contentType, byte[] body) {
        String[] words = new String(body, StandardCharsets.UTF_8).split(" ");
        return switch (words[0]) {
            case "genuine" -> proved(words, new Face.None());
            case "page" -> proved(words, new Face.Page("<p>installed</p>", "default-src 'none'"));
            case "forged" -> new Installation.Disproved(Doubt.MEMBER_UNKNOWN);
            case "silence" -> new Installation.Unproved();
            default -> new Installation.NotUnderstood("нужны три слова");
        };
    }

    private Installation proved(String[] words, Face face) {
        return new Installation.Proved(
                new InstalledApplication(
                        words[1],
                        WebhookDoor.digestOf(new Secret(words[2])),
                        URI.create("https://oauth.example"),
                        new Sealed("sealed"),
                        0,
                        clock.instant()),
                Pace.ENTERPRISE,
                face);
    }

    @Override
    public Visit visit(Tenant tenant, InstalledApplication installed, String contentType, byte[] body) {
        String[] words = new String(body, StandardCharsets.UTF_8).split(" ");
        return switch (words[0]) {
            case "genuine" -> new Visit.Proved(new CrmRef(CrmKind.DEAL, words[1]));
            case "forged" -> new Visit.Disproved(Doubt.WRONG_TOKEN);
            case "rightless" -> new Visit.NoRights();
            case "silence" -> new Visit.Unproved();
            default -> new Visit.NotUnderstood("нужны два слова");
        };
    }
}
