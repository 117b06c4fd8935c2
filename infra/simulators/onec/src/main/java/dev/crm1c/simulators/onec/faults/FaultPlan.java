package dev.crm1c.simulators.onec.faults;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The faults a test has asked for. Of several rules that fit a call, the one added first strikes. */
public final class FaultPlan {
    public static final String ANY = "*";
    private final List<FaultRule> rules = new CopyOnWriteArrayList<>();

    /** Calls with this method ({@code *} for any) whose decoded path and query contain this part. */
    public Occasion on(String method, String pathPart) {
        return new Occasion(this, method, pathPart);
    }

    public Occasion onEveryCall() {
        return on(ANY, "");
    }

    public void clear() {
        rules.clear();
    }

    public Optional<Fault> strike(String method, String target) {
        for (FaultRule rule : rules) {
            if (rule.strikes(method, target)) {
                return Optional.of(rule.fault());
            }
        }
        return Optional.empty();
    }

    public record Occasion(FaultPlan plan, String method, String pathPart) {
        public FaultRule next(int calls, Fault fault) {
            return add(new FaultRule(method, pathPart, call -> call <= calls, fault));
        }

        /** The n-th, the 2n-th, … */
        public FaultRule every(int nth, Fault fault) {
            return add(new FaultRule(method, pathPart, call -> call % nth == 0, fault));
        }

        public FaultRule always(Fault fault) {
            return add(new FaultRule(method, pathPart, _ -> true, fault));
        }

        private FaultRule add(FaultRule rule) {
            plan.rules.add(rule);
            return rule;
        }
    }
}
