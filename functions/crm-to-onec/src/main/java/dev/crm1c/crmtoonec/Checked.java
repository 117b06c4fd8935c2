package dev.crm1c.crmtoonec;

import dev.crm1c.model.sync.Problem;
import java.util.List;

/** What the check of a deal came to; 1C was not asked yet. */
sealed interface Checked {
    record Sound(SaleRequest request) implements Checked {}

    /** @param soundLines those that 1C may be asked about all the same, so that people hear of everything at once */
    record Faulty(List<Problem> problems, List<SaleRequest.Line> soundLines) implements Checked {
        public Faulty {
            problems = List.copyOf(problems);
            soundLines = List.copyOf(soundLines);
        }
    }
}
