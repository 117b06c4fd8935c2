package dev.crm1c.crmtoonec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.RobotAnswer;
import dev.crm1c.model.sync.Outcome.Because;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a robot writes into the log of its process when nothing was written to 1C. */
class RobotTextsTest {
    private static final Map<String, String> APPROVED = GoldenTexts.read("/robot-texts.txt");

    @ParameterizedTest
    @EnumSource
    void a_robot_hears_why_nothing_was_written(Because because) {
        RobotAnswer answer = AnswerRobots.unchanged(because);

        assertThat(answer.state().wireName() + ": " + answer.words()).isEqualTo(APPROVED.get(because.name()));
        assertThat(answer.documentNumber()).isEmpty();
    }
}
