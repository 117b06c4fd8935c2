package dev.crm1c.crmtoonec;

import dev.crm1c.crmtoonec.LookUpItems.Seen;
import dev.crm1c.model.onec.ItemChoice;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.port.Crm;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives each line its item of 1C; what 1C does not have goes by the tenant's choice: as text, to people, or is made. */
@ApplicationScoped
class MatchItems {
    private final LookUpItems lookUp;
    private final MakeItems makeItems;

    MatchItems(LookUpItems lookUp, MakeItems makeItems) {
        this.lookUp = lookUp;
        this.makeItems = makeItems;
    }

    /** The choice for each line, by the line's number. */
    record Matched(Map<Integer, ItemChoice> choices, List<Remark> remarks) {
        Matched {
            choices = Map.copyOf(choices);
            remarks = List.copyOf(remarks);
        }
    }

    Reply<Matched> match(Tenant tenant, Crm crm, OneCBase base, SaleRequest request) {
        return lookUp.see(tenant, crm, request.lines()).then(seen -> {
            if (!seen.problems().isEmpty()) {
                return Reply.stop(new Outcome.NeedsPeople(seen.problems()));
            }
            return switch (tenant.terms().items().unknown()) {
                case DESCRIBE -> Reply.of(described(seen));
                case ASK_PEOPLE -> Reply.of(new Matched(seen.choices(), List.of()));
                case CREATE -> makeItems.make(tenant, base, request, seen);
            };
        });
    }

    /** What people have to mend before these lines can be matched; nothing is written, and a 1C that does not answer has no problems. */
    List<Problem> problems(Tenant tenant, Crm crm, List<SaleRequest.Line> lines) {
        return switch (lookUp.see(tenant, crm, lines)) {
            case Reply.Got<Seen>(Seen seen) -> seen.problems();
            case Reply.Stopped<Seen> _ -> List.of();
        };
    }

    private static Matched described(Seen seen) {
        var choices = new HashMap<>(seen.choices());
        var numbers = new ArrayList<Integer>();
        for (LookUpItems.Wanted wanted : seen.unknown()) {
            choices.put(wanted.line().number(), new ItemChoice.Described());
            numbers.add(wanted.line().number());
        }
        return new Matched(
                choices, numbers.isEmpty() ? List.of() : List.of(new Remark(Remark.Kind.LINES_DESCRIBED, numbers)));
    }
}
