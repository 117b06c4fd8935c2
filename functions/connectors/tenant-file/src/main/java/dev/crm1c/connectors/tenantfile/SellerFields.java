package dev.crm1c.connectors.tenantfile;

import dev.crm1c.model.legal.Inn;
import dev.crm1c.model.legal.Kpp;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.tenant.DealCondition;
import dev.crm1c.model.tenant.OwnCompany;
import dev.crm1c.model.tenant.OwnCompany.Naming;
import java.util.List;
import java.util.Optional;

/** The tenant's own companies: one that sells in every deal, or several with a rule for each. */
final class SellerFields {
    private final Said only;
    private final Said several;
    private final Faults faults;

    SellerFields(Said onec, Faults faults) {
        this.only = onec.at("organization");
        this.several = onec.at("organizations");
        this.faults = faults;
    }

    List<OwnCompany> companies() {
        if (only.isMissing() && several.isMissing()) {
            faults.add(only, "нет обязательного поля: укажите organization или organizations");
            return List.of();
        }
        if (!only.isMissing() && !several.isMissing()) {
            faults.add(several, "укажите что-то одно: organization или organizations");
            return List.of();
        }
        if (several.isMissing()) {
            return identity(only).map(OwnCompany::only).stream().toList();
        }
        findThoseNeverReached();
        return several.parts().stream().flatMap(said -> company(said).stream()).toList();
    }

    private Optional<OwnCompany> company(Said said) {
        return identity(said)
                .map(organization -> new OwnCompany(
                        organization, naming(said), when(said), said.at("use").textByField()));
    }

    private static Naming naming(Said said) {
        return said.at("named").value().asBoolean() ? Naming.BY_DEAL : Naming.BY_CONDITION;
    }

    /** A company that deals name sells in no others, unless it has a condition as well. */
    private static DealCondition when(Said said) {
        return said.at("when").isMissing() && naming(said) == Naming.BY_DEAL
                ? DealCondition.NEVER
                : Conditions.read(said.at("when"));
    }

    private void findThoseNeverReached() {
        List<Said> unnamed = several.parts().stream()
                .filter(said -> naming(said) == Naming.BY_CONDITION)
                .toList();
        Conditions.shadowed(several.parts(), SellerFields::when).stream()
                .filter(unnamed::contains)
                .forEach(said -> faults.add(
                        said, "до этой организации очередь не дойдёт: организация выше продаёт во всех сделках"));
    }

    private Optional<LegalIdentity> identity(Said said) {
        Optional<Inn> inn = Inn.parse(said.at("inn").text());
        if (inn.isEmpty()) {
            return faults.instead(said.at("inn"), "контрольные цифры ИНН не сходятся");
        }
        if (inn.get().ofPerson()) {
            return Optional.of(new LegalIdentity.SoleTrader(inn.get()));
        }
        Optional<Kpp> kpp = Kpp.parse(said.at("kpp").text());
        return kpp.isEmpty()
                ? faults.instead(said.at("kpp"), "у организации нужен КПП из 9 знаков")
                : Optional.of(new LegalIdentity.Organization(inn.get(), kpp.get()));
    }
}
