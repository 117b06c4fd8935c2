package dev.crm1c.model.deal;

import dev.crm1c.model.onec.DocumentFacts;
import dev.crm1c.model.sync.Fingerprint;

/** What the deal is to show: our one timeline entry and, once there is an invoice, its facts in the deal's fields. */
public sealed interface Telling {
    String note();

    State state();

    /** How things stand, in a word that managers can filter and count deals by. */
    enum State {
        ISSUED("Выставлен"),
        NEEDS_PEOPLE("Нужно исправить сделку"),
        WAITS_FOR_1C("Ждёт 1С");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Same text and facts, same fingerprint: what was told once is not told again. */
    Fingerprint fingerprint();

    record Words(String note, State state) implements Telling {
        @Override
        public Fingerprint fingerprint() {
            return Fingerprint.of("words", note);
        }
    }

    /**
     * @param link where the invoice opens in 1C
     */
    record Invoice(String note, DocumentFacts facts, String link) implements Telling {
        @Override
        public State state() {
            return State.ISSUED;
        }

        @Override
        public Fingerprint fingerprint() {
            return Fingerprint.of(
                    "invoice",
                    note,
                    facts.number(),
                    facts.date().toString(),
                    facts.total().toString(),
                    link);
        }
    }
}
