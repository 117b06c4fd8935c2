package dev.crm1c.model.deal;

/**
 * What a robot takes along into the rest of its business process.
 *
 * @param words one line for the process's log, Russian
 */
public record RobotAnswer(State state, String documentNumber, String words) {

    /** The wire name is what integrators compare with in their business processes: never rename one. */
    public enum State {
        DONE("done"),
        NEEDS_PEOPLE("needs-people"),
        NOT_FOR_1C("not-for-1c");

        private final String wireName;

        State(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
