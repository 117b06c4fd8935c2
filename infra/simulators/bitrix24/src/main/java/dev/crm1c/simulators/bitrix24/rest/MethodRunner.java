package dev.crm1c.simulators.bitrix24.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.fault.FaultRules;
import dev.crm1c.simulators.bitrix24.limit.OperatingMeter;
import dev.crm1c.simulators.bitrix24.limit.OperatingMeter.Usage;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import dev.crm1c.simulators.bitrix24.wire.RestRefusal;
import dev.crm1c.simulators.bitrix24.wire.SystemErrors;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs one method, whether it was called by itself or as a command of a batch. */
public final class MethodRunner {
    /** What came of it. */
    sealed interface Outcome {
        record Done(Answer answer, ObjectNode time) implements Outcome {}

        record Failed(RestError error) implements Outcome {}
    }

    private final Portal portal;
    private final MethodCatalogue catalogue;
    private final OperatingMeter meter;
    private final FaultRules faults;

    public MethodRunner(Portal portal, MethodCatalogue catalogue, OperatingMeter meter, FaultRules faults) {
        this.portal = portal;
        this.catalogue = catalogue;
        this.meter = meter;
        this.faults = faults;
    }

    /** A method that counts its own time. */
    Outcome run(Caller caller, String name, Params params) {
        Instant now = portal.time().clock().instant();
        if (meter.exhausted(caller.credential(), name, now)) {
            return new Outcome.Failed(SystemErrors.OPERATION_TIME_LIMIT);
        }
        return run(
                caller,
                name,
                params,
                Optional.of(() -> meter.spend(caller.credential(), name, meter.costOf(name), now)));
    }

    /** A command whose time is charged to the batch around it. */
    Outcome runUncharged(Caller caller, String name, Params params) {
        return run(caller, name, params, Optional.empty());
    }

    private Outcome run(Caller caller, String name, Params params, Optional<Supplier<Usage>> charge) {
        Instant start = portal.time().clock().instant();
        try {
            RestMethod method = catalogue.find(name, caller);
            faults.ofMethod(name).ifPresent(error -> {
                throw error.refusal();
            });
            Answer answer = portal.alone(() -> method.call(caller, params));
            Optional<Usage> usage = charge.map(Supplier::get).filter(known -> meter.isShown());
            Instant finish = portal.time().clock().instant();
            return new Outcome.Done(answer, TimeBlock.of(portal.time(), start, finish, usage));
        } catch (RestRefusal refusal) {
            return new Outcome.Failed(refusal.error());
        }
    }
}
