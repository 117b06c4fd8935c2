package dev.crm1c.simulators.onec.faults;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/** When a fault strikes: the matching calls are counted from 1, and the rule says which of them it wants. */
public final class FaultRule {
    private final String method;
    private final String pathPart;
    private final IntPredicate wanted;
    private final Fault fault;
    private final AtomicInteger seen = new AtomicInteger();
    private final AtomicInteger struck = new AtomicInteger();

    FaultRule(String method, String pathPart, IntPredicate wanted, Fault fault) {
        this.method = method;
        this.pathPart = pathPart;
        this.wanted = wanted;
        this.fault = fault;
    }

    /** How many calls it has spoiled. */
    public int struck() {
        return struck.get();
    }

    Fault fault() {
        return fault;
    }

    boolean strikes(String calledMethod, String target) {
        boolean matches = (method.equals(FaultPlan.ANY) || method.equals(calledMethod)) && target.contains(pathPart);
        boolean strikes = matches && wanted.test(seen.incrementAndGet());
        if (strikes) {
            struck.incrementAndGet();
        }
        return strikes;
    }
}
