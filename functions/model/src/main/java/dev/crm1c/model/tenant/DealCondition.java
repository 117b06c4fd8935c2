package dev.crm1c.model.tenant;

import dev.crm1c.model.deal.DealHead;
import dev.crm1c.model.legal.BuyerKind;
import java.util.Map;
import java.util.Set;

/**
 * Which deals a rule is for. What is empty says nothing; what is said must all hold.
 *
 * @param fields by the name of the deal's field: one of these values; a region, for one
 */
public record DealCondition(Set<String> pipelines, Set<BuyerKind> buyers, Map<String, Set<String>> fields) {
    public static final DealCondition ANY = new DealCondition(Set.of(), Set.of(), Map.of());

    /** For a rule that no deal keeps by itself: no pipeline has this code. */
    public static final DealCondition NEVER = new DealCondition(Set.of("-"), Set.of(), Map.of());

    public DealCondition {
        pipelines = Set.copyOf(pipelines);
        buyers = Set.copyOf(buyers);
        fields = Map.copyOf(fields);
    }

    public boolean holdsFor(DealHead deal, BuyerKind buyer) {
        return (pipelines.isEmpty() || pipelines.contains(deal.stage().pipeline()))
                && (buyers.isEmpty() || buyers.contains(buyer))
                && fields.entrySet().stream().allMatch(field -> field.getValue().contains(deal.field(field.getKey())));
    }
}
