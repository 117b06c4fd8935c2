package dev.crm1c.simulators.bitrix24.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.PortalTime;
import dev.crm1c.simulators.bitrix24.limit.BatchBilling;
import dev.crm1c.simulators.bitrix24.limit.OperatingMeter;
import dev.crm1c.simulators.bitrix24.limit.OperatingMeter.Usage;
import dev.crm1c.simulators.bitrix24.rest.Doorkeeper.Admission;
import dev.crm1c.simulators.bitrix24.rest.MethodRunner.Outcome;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import dev.crm1c.simulators.bitrix24.wire.SystemErrors;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Lets a caller in, has the work done and puts the answer into its envelope (bitrix24.md §4.1). */
public final class RestDesk {
    /** An answer of the REST API before it becomes HTTP. */
    public record Reply(int status, JsonNode body) {
        public static Reply of(RestError error) {
            return new Reply(error.status(), error.body());
        }
    }

    private static final String BATCH = "batch";

    private final Doorkeeper door;
    private final MethodRunner runner;
    private final OperatingMeter meter;
    private final PortalTime time;

    public RestDesk(Doorkeeper door, MethodRunner runner, OperatingMeter meter, PortalTime time) {
        this.door = door;
        this.runner = runner;
        this.meter = meter;
        this.time = time;
    }

    public Reply answer(Credential credential, String method, Params params) {
        return switch (door.admit(credential)) {
            case Admission.Refused refused -> Reply.of(refused.error());
            case Admission.Admitted(Caller caller) -> Hit.serve(caller, params, () -> answer(caller, method, params));
        };
    }

    private Reply answer(Caller caller, String method, Params params) {
        if (method.equalsIgnoreCase(BATCH)) {
            return batch(caller, params);
        }
        return switch (runner.run(caller, method, params)) {
            case Outcome.Done done -> new Reply(200, envelope(done.answer(), done.time()));
            case Outcome.Failed failed -> Reply.of(failed.error());
        };
    }

    private Reply batch(Caller caller, Params params) {
        Instant start = time.clock().instant();
        if (meter.batchBilling() == BatchBilling.BY_COMMAND) {
            ObjectNode result = new Batch((name, given) -> runner.run(caller, name, given)).run(params);
            return batchReply(result, start, Optional.empty());
        }
        if (meter.exhausted(caller.credential(), BATCH, start)) {
            return Reply.of(SystemErrors.OPERATION_TIME_LIMIT);
        }
        AtomicReference<Duration> cost = new AtomicReference<>(Duration.ZERO);
        ObjectNode result = new Batch((name, given) -> {
                    cost.accumulateAndGet(meter.costOf(name), Duration::plus);
                    return runner.runUncharged(caller, name, given);
                })
                .run(params);
        Usage usage = meter.spend(caller.credential(), BATCH, cost.get(), start);
        return batchReply(result, start, Optional.of(usage).filter(known -> meter.isShown()));
    }

    private Reply batchReply(ObjectNode result, Instant start, Optional<Usage> usage) {
        ObjectNode block = TimeBlock.of(time, start, time.clock().instant(), usage);
        return new Reply(200, envelope(Answer.of(result), block));
    }

    private static ObjectNode envelope(Answer answer, ObjectNode time) {
        ObjectNode envelope = Json.object();
        envelope.set("result", answer.result());
        answer.next().ifPresent(next -> envelope.put("next", next));
        answer.total().ifPresent(total -> envelope.put("total", total));
        envelope.set("time", time);
        return envelope;
    }
}
