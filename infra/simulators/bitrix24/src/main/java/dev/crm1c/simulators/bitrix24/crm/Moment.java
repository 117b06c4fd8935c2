package dev.crm1c.simulators.bitrix24.crm;

import java.time.Instant;
import java.time.LocalDate;

/** Who saves, and when. */
record Moment(long actor, Instant now, LocalDate today) {}
