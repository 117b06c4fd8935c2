package dev.crm1c.model.tenant;

import dev.crm1c.model.deal.StageRef;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.tenant.Scenario.Aim;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that makes one customer's connection different from another's; no secret among it. */
public record Tenant(
        TenantId id, CrmConnection crm, OneCConnection onec, List<Scenario> scenarios, Terms terms, int lanes) {
    public Tenant {
        scenarios = List.copyOf(scenarios);
        if (lanes < 1) {
            throw new IllegalArgumentException("a tenant has at least one lane");
        }
    }

    /** What some scenario makes. */
    public Set<OneCKind> makes() {
        return scenarios.stream()
                .flatMap(scenario -> scenario.makes().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    public Optional<Scenario> scenarioAt(StageRef stage) {
        return scenarios.stream()
                .filter(scenario -> scenario.pipeline().equals(stage.pipeline())
                        && scenario.stages().contains(stage.stage()))
                .findFirst();
    }

    /** For a deal that people asked for: what its pipeline agrees at whatever stage; nothing is delivered because somebody asked. */
    public Optional<Scenario> scenarioOf(String pipeline) {
        return scenarios.stream()
                .filter(scenario -> scenario.pipeline().equals(pipeline) && scenario.aim() instanceof Aim.Agree)
                .findFirst();
    }

    /** What is agreed in a pipeline, whatever the stage: what is delivered stands upon it. */
    public Optional<Aim.Agree> agreedIn(String pipeline) {
        return scenarios.stream()
                .filter(scenario -> scenario.pipeline().equals(pipeline))
                .flatMap(scenario -> scenario.aim() instanceof Aim.Agree agree
                        ? Optional.of(agree).stream()
                        : Optional.<Aim.Agree>empty().stream())
                .findFirst();
    }

    /** The same tenant while this company of his sells: everything that is asked of 1C is asked for it. */
    public Tenant sellingAs(OwnCompany seller) {
        return new Tenant(id, crm, onec.sellingAs(seller), scenarios, terms, lanes);
    }
}
