package dev.crm1c.crmtoonec;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealHead;
import dev.crm1c.model.deal.StageRef;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.port.NoticeFormat;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Work;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CrmToOneCHandlerTest {
    private static final int PLENTY = 180_000;
    private static final Duration LATE = Duration.ofMinutes(1);

    private final World world = new World();
    private final CrmToOneCHandler handler =
            new CrmToOneCHandler(world.handleNotice, new DealNumberFormat(), world.queue, world.journal);

    /** A body is a deal's number, with ! when people asked, with ~ when it has been on its way for long; anything else is no notice. */
    private final class DealNumberFormat implements NoticeFormat {
        @Override
        public String write(ChangeNotice notice) {
            return notice.subject().id();
        }

        @Override
        public Optional<ChangeNotice> read(String text) {
            return text.matches("\\d+[!~]?")
                    ? Optional.of(new ChangeNotice(
                            DemoTenant.ID,
                            new CrmRef(CrmKind.DEAL, text.replaceAll("[!~]", "")),
                            text.endsWith("~") ? world.clock.instant().minus(LATE) : world.clock.instant(),
                            text.endsWith("!") ? ChangeNotice.Cause.ASKED : ChangeNotice.Cause.WEBHOOK))
                    : Optional.empty();
        }
    }

    private static SQSMessage message(String group, String id, String body) {
        var message = new SQSMessage();
        message.setMessageId(id);
        message.setBody(body);
        message.setAttributes(Map.of("MessageGroupId", group));
        return message;
    }

    private List<String> returned(int remainingMillis, SQSMessage... messages) {
        var event = new SQSEvent();
        event.setRecords(List.of(messages));
        return handler.handleRequest(event, new RemainingTime(remainingMillis)).getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .toList();
    }

    @Test
    void a_failed_record_returns_itself_and_the_later_ones_of_its_group_only() {
        world.crm.put(World.agreed(1));
        world.crm.put(World.agreed(3));
        world.works.breakAt(World.deal(2));

        List<String> returned = returned(
                PLENTY,
                message("demo/0", "a1", "1"),
                message("demo/0", "a2", "2"),
                message("demo/1", "b1", "3"),
                message("demo/0", "a3", "1"));

        assertThat(returned).containsExactly("a2", "a3");
        assertThat(world.journal.lines).contains("settled deal#1 Applied", "settled deal#3 Applied");
        assertThat(world.journal.lines).anyMatch(line -> line.startsWith("broke a2"));
    }

    @Test
    void what_breaks_our_own_code_is_set_aside_and_holds_up_nobody_behind_it() {
        breakDeal(2);
        world.crm.put(World.agreed(3));

        assertThat(returned(PLENTY, message("demo/0", "a1", "2"), message("demo/0", "a2", "3")))
                .isEmpty();

        assertThat(world.journal.lines)
                .contains("settled deal#3 Applied")
                .anyMatch(line -> line.startsWith("broke a1"));
        assertThat(world.work(World.deal(2)).parking())
                .isInstanceOfSatisfying(
                        Work.Parking.Parked.class,
                        parked -> assertThat(parked.reason()).isEqualTo(Delay.OUR_MISTAKE.name()));
        world.crm.put(World.agreed(2));
        assertThat(world.wakeUntilSettled(World.deal(2))).last().isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void somebody_is_called_the_fifth_time_and_once() {
        breakDeal(2);
        for (int time = 1; time <= 7; time++) {
            returned(PLENTY, message("demo/0", "a" + time, "2"));
        }
        assertThat(world.queue.buried).containsExactly("a5");
    }

    /** A null where the CRM port promises a deal. */
    private void breakDeal(int number) {
        world.crm.deals.put(World.deal(number), null);
    }

    @Test
    void ten_notices_of_one_deal_in_a_batch_cost_one_look() {
        world.crm.put(World.agreed(1));
        world.crm.put(World.agreed(3));

        assertThat(returned(
                        PLENTY,
                        message("demo/0", "a1", "1"),
                        message("demo/0", "a2", "1"),
                        message("demo/1", "b1", "3"),
                        message("demo/0", "a3", "1")))
                .isEmpty();
        assertThat(world.crm.reads).isEqualTo(2);
    }

    @Test
    void a_notice_that_an_earlier_look_has_answered_does_not_answer_for_the_change_after_it() {
        world.crm.put(World.agreed(1));
        returned(PLENTY, message("demo/0", "a1", "1"));

        assertThat(returned(PLENTY, message("demo/0", "a2", "1~"), message("demo/0", "a3", "1")))
                .isEmpty();

        assertThat(world.crm.reads).as("the first, and the one for a3").isEqualTo(2);
    }

    @Test
    void that_people_asked_is_not_swallowed_by_a_notice_of_a_change_before_it() {
        Deal agreed = World.agreed(1);
        world.crm.put(new Deal(
                agreed.ref(),
                DealHead.at(new StageRef("0", "NEW")),
                agreed.buyer(),
                agreed.currency(),
                agreed.lines()));

        returned(PLENTY, message("demo/0", "a1", "1"), message("demo/0", "a2", "1!"), message("demo/0", "a3", "1!"));

        assertThat(world.journal.lines).contains("settled deal#1 Applied");
        assertThat(world.crm.reads).isEqualTo(2);
    }

    @Test
    void remote_failures_return_nothing_to_the_queue() {
        world.crm.put(World.agreed(1));
        world.crm.nextReadStops(new Outcome.Later(world.clock.instant(), Delay.CRM_UNREACHABLE));

        assertThat(returned(PLENTY, message("demo/0", "a1", "1"))).isEmpty();
        assertThat(world.work(World.deal(1)).parking()).isInstanceOf(Work.Parking.Parked.class);
    }

    @Test
    void what_is_no_notice_is_buried_at_once_and_holds_nobody_up() {
        world.crm.put(World.agreed(1));

        assertThat(returned(PLENTY, message("demo/0", "x", "<garbage>"), message("demo/0", "a1", "1")))
                .isEmpty();
        assertThat(world.queue.buried).containsExactly("x");
        assertThat(world.journal.lines).contains("settled deal#1 Applied");
    }

    @Test
    void the_first_work_is_begun_and_what_there_is_no_time_for_is_parked() {
        world.crm.put(World.agreed(1));
        world.crm.put(World.agreed(3));

        assertThat(returned(5_000, message("demo/0", "a1", "1"), message("demo/1", "b1", "3")))
                .isEmpty();
        assertThat(world.journal.lines).containsExactly("settled deal#1 Applied", "settled deal#3 Later");
        assertThat(world.wakeUntilSettled(World.deal(3))).last().isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void a_message_without_attributes_is_handled_like_any_other() {
        world.crm.put(World.agreed(1));
        SQSMessage bare = message("", "a1", "1");
        bare.setAttributes(null);

        assertThat(returned(PLENTY, bare)).isEmpty();
        assertThat(world.journal.lines).containsExactly("settled deal#1 Applied");
    }

    private record RemainingTime(int millis) implements Context {
        @Override
        public int getRemainingTimeInMillis() {
            return millis;
        }

        @Override
        public String getAwsRequestId() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getLogGroupName() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getLogStreamName() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getFunctionName() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getFunctionVersion() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getInvokedFunctionArn() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CognitoIdentity getIdentity() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ClientContext getClientContext() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getMemoryLimitInMB() {
            throw new UnsupportedOperationException();
        }

        @Override
        public LambdaLogger getLogger() {
            throw new UnsupportedOperationException();
        }
    }
}
