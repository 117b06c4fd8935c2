package dev.crm1c.simulators.bitrix24.fault;

import dev.crm1c.simulators.bitrix24.fault.Fault.MethodFails;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which calls go wrong. The rule that was set first and fires decides; rules after it do not see that call. A request
 * that is a batch is matched by "batch" and by every command in it.
 */
public final class FaultRules {
    private static final String ANY = "*";

    private final List<Rule> rules = new ArrayList<>();
    private int fired;

    /** Begins a rule: faults.on("crm.item.update").next(1, Fault.committedThenLost()). */
    public Timing on(String method) {
        return new Timing(method);
    }

    /** Begins a rule for every method. */
    public Timing onAny() {
        return new Timing(ANY);
    }

    public synchronized void clear() {
        rules.clear();
    }

    /** How many calls went wrong by a rule. */
    public synchronized int fired() {
        return fired;
    }

    /** The fault of a whole HTTP request. */
    public synchronized Optional<Fault> ofRequest(List<String> methods) {
        return first(methods, false);
    }

    /** The fault of one method, alone or inside a batch. */
    public synchronized Optional<RestError> ofMethod(String method) {
        return first(List.of(method), true).map(MethodFails.class::cast).map(MethodFails::error);
    }

    private Optional<Fault> first(List<String> methods, boolean ofMethod) {
        for (Rule rule : rules) {
            boolean concerned = rule.fault instanceof MethodFails == ofMethod && rule.matches(methods);
            if (concerned && rule.fires()) {
                fired++;
                return Optional.of(rule.fault);
            }
        }
        return Optional.empty();
    }

    private synchronized void add(Rule rule) {
        rules.add(rule);
    }

    /** When the fault strikes. */
    public final class Timing {
        private final String method;

        private Timing(String method) {
            this.method = method;
        }

        public void next(int calls, Fault fault) {
            add(new Rule(method, fault, 1, calls));
        }

        public void everyNth(int n, Fault fault) {
            add(new Rule(method, fault, n, Integer.MAX_VALUE));
        }

        public void always(Fault fault) {
            add(new Rule(method, fault, 1, Integer.MAX_VALUE));
        }
    }

    private static final class Rule {
        private final String method;
        private final Fault fault;
        private final int every;
        private int left;
        private int seen;

        Rule(String method, Fault fault, int every, int left) {
            this.method = method;
            this.fault = fault;
            this.every = every;
            this.left = left;
        }

        boolean matches(List<String> methods) {
            return method.equals(ANY) || methods.stream().anyMatch(method::equalsIgnoreCase);
        }

        boolean fires() {
            seen++;
            if (left == 0 || seen % every != 0) {
                return false;
            }
            left--;
            return true;
        }
    }
}
