package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Reply;

/** What a call came to, for whoever needs more than the outcome: a doctor, or who has written and must know whether. */
sealed interface Answer {

    /** The answer's {@code result}. */
    record Result(JsonNode value) implements Answer {}

    /** For certain, nothing was done. */
    record Refused(Refusal refusal, Outcome.Later meaning) implements Answer {}

    /** A write without a clear end: it is not repeated before somebody has looked (reference "bitrix24", 0.8). */
    record MayBeDone(Refusal refusal, Outcome.Later meaning) implements Answer {}

    /** The portal was not asked: its budget is spent, or the tokens are being renewed. */
    record NotAsked(Outcome.Later meaning) implements Answer {}

    default Reply<JsonNode> reply() {
        return switch (this) {
            case Result(JsonNode value) -> Reply.of(value);
            case Refused(var _, var meaning) -> Reply.stop(meaning);
            case MayBeDone(var _, var meaning) -> Reply.stop(meaning);
            case NotAsked(var meaning) -> Reply.stop(meaning);
        };
    }
}
