package dev.crm1c.simulators.onec;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.ObjectWriting;
import dev.crm1c.simulators.onec.exchange.ChangeRegistrations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The nodes of the base's exchange plans as the administrator sees them (onec.md §1.10). */
public final class ExchangeNodes {
    private static final String PLAN = "ExchangePlan_";
    private final Infobase base;
    private final ObjectWriting objects;
    private final ChangeRegistrations registrations;

    private ExchangeNodes(Infobase base, ObjectWriting objects, ChangeRegistrations registrations) {
        this.base = base;
        this.objects = objects;
        this.registrations = registrations;
    }

    /** Every plan has the base itself as a node from the beginning. */
    static ExchangeNodes open(Infobase base, ObjectWriting objects, List<Alteration> alterations) {
        Map<String, Set<String>> plans = new HashMap<>();
        alterations.forEach(alteration -> {
            if (alteration instanceof Alteration.WithExchangePlan(var name, var sets)) {
                plans.put(PLAN + name, sets);
            }
        });
        ExchangeNodes nodes = new ExchangeNodes(base, objects, new ChangeRegistrations(base, Map.copyOf(plans)));
        alterations.forEach(alteration -> {
            if (alteration instanceof Alteration.WithExchangePlan(var name, var _)) {
                nodes.create(name, "001", "Эта база", true);
            }
        });
        base.tell(nodes.registrations);
        return nodes;
    }

    /** From now on the changes of the plan's objects are kept for this node. */
    public UUID add(String plan, String code, String description) {
        return create(plan, code, description, false);
    }

    /** Objects whose change the node has not yet confirmed. */
    public int waiting(UUID node) {
        return registrations.waiting(node);
    }

    ChangeRegistrations registrations() {
        return registrations;
    }

    private UUID create(String plan, String code, String description, boolean own) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("Code", code).put("Description", description).put(ChangeRegistrations.THIS_NODE, own);
        return objects.create(base.structure().known(PLAN + plan), body).reference();
    }
}
