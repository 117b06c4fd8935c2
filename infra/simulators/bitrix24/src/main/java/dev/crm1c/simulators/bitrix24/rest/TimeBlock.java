package dev.crm1c.simulators.bitrix24.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.PortalTime;
import dev.crm1c.simulators.bitrix24.limit.OperatingMeter.Usage;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** The {@code time} of an answer, with the keys of the samples (bitrix24.md §4.1). */
final class TimeBlock {
    private static final int MICROS = 1000;

    private TimeBlock() {}

    static ObjectNode of(PortalTime time, Instant start, Instant finish, Optional<Usage> usage) {
        BigDecimal duration = seconds(finish).subtract(seconds(start));
        ObjectNode block = Json.object();
        block.set("start", PhpNumber.json(seconds(start)));
        block.set("finish", PhpNumber.json(seconds(finish)));
        block.set("duration", PhpNumber.json(duration));
        block.set("processing", PhpNumber.json(duration));
        block.put("date_start", time.render(start));
        block.put("date_finish", time.render(finish));
        usage.ifPresent(known -> {
            block.put("operating_reset_at", known.resetAt().getEpochSecond());
            block.set("operating", PhpNumber.json(known.seconds()));
        });
        return block;
    }

    private static BigDecimal seconds(Instant instant) {
        return BigDecimal.valueOf(instant.getEpochSecond()).add(BigDecimal.valueOf(instant.getNano() / MICROS, 6));
    }
}
