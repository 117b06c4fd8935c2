package dev.crm1c.connectors.tenantfile;

import dev.crm1c.model.tenant.OneCConnection;
import dev.crm1c.model.tenant.OwnCompany;
import dev.crm1c.model.tenant.SecretName;
import dev.crm1c.model.tenant.SessionMode;
import dev.crm1c.model.tenant.Tailoring;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The base; while nobody has said who sells, the first company does. */
final class OneCFields {
    private final Said onec;
    private final Faults faults;

    OneCFields(Said onec, Faults faults) {
        this.onec = onec;
        this.faults = faults;
    }

    Optional<OneCConnection> connection(List<OwnCompany> sellers) {
        Optional<URI> address = Addresses.read(onec.at("address"), faults);
        Optional<ZoneId> zone = zone();
        if (address.isEmpty() || zone.isEmpty() || sellers.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OneCConnection(
                onec.at("configuration").text(),
                address.get(),
                new SecretName(onec.at("secret").text()),
                sellers.getFirst().organization(),
                zone.get(),
                tailoring(),
                sessions()));
    }

    private Optional<ZoneId> zone() {
        Said zone = onec.at("zone");
        try {
            return Optional.of(ZoneId.of(zone.text()));
        } catch (DateTimeException _) {
            return faults.instead(zone, "такого часового пояса нет; пример: Europe/Moscow");
        }
    }

    private Tailoring tailoring() {
        Said profile = onec.at("profile");
        return new Tailoring(
                onec.at("use").textByField(),
                profile.isMissing() ? "{}" : profile.value().toString());
    }

    /** What a fresh publication does, unless the file says otherwise. */
    private SessionMode sessions() {
        return onec.at("sessions").text().equals("client") ? SessionMode.CLIENT_DRIVEN : SessionMode.AUTO_USE;
    }
}
