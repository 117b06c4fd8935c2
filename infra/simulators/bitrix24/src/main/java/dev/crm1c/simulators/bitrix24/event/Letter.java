package dev.crm1c.simulators.bitrix24.event;

import java.net.URI;
import java.time.Instant;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * A form that the queue server posts to a handler.
 *
 * @param name the event, or the robot's code
 * @param writing writes the fields in the order of the wire at the moment of sending, which is also their ts and the
 *     birth of their tokens (bitrix24.md §2.2)
 */
public record Letter(String name, URI handler, Function<Instant, SequencedMap<String, String>> writing) {}
