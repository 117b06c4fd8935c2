package dev.crm1c.model.portal;

import dev.crm1c.model.deal.StageRef;
import java.util.List;

/** A way that objects of one kind go, with its stages in their order. */
public record Pipeline(String code, String name, List<Stage> stages) {
    public Pipeline {
        stages = List.copyOf(stages);
    }

    public record Stage(StageRef ref, String name, Meaning meaning) {}

    public enum Meaning {
        IN_PROGRESS,
        SUCCESS,
        FAILURE
    }

    /** Whose pipelines. */
    public sealed interface Of {
        record Deals() implements Of {}

        record Invoices() implements Of {}

        /**
         * A kind of objects that the portal's people made up.
         *
         * @param type the portal's number of the kind
         */
        record SmartProcess(int type) implements Of {}
    }
}
