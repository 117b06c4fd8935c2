package dev.crm1c.crmtoonec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Outcome.Because;
import dev.crm1c.model.sync.Work.Parking.Parked;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A deal for which the portal has no request left just now. */
class StandingInLineTest {
    private static final CrmRef DEAL = World.deal(1);

    private final World world = new World();
    private Instant turn;

    @BeforeEach
    void aDealLinesUp() {
        world.crm.put(World.agreed(1));
        turn = noRequestLeft(Duration.ofHours(2));
        world.notice(DEAL);
        assertThat(until()).isEqualTo(turn);
    }

    private Instant noRequestLeft(Duration line) {
        Instant place = world.clock.instant().plus(line);
        world.crm.nextReadStops(new Outcome.Later(place, Delay.CRM_BUDGET_SPENT));
        return place;
    }

    private Instant until() {
        return ((Parked) world.work(DEAL).parking()).until();
    }

    @Test
    void it_does_not_stand_there_twice_when_its_event_comes_again() {
        Outcome again = world.notice(DEAL);

        assertThat(again).isEqualTo(new Outcome.Unchanged(Because.ALREADY_SEEN));
        assertThat(world.crm.reads).isEqualTo(1);
        assertThat(until()).isEqualTo(turn);
    }

    @Test
    void it_goes_at_once_when_somebody_edits_it_later_and_there_is_room() {
        world.clock.advance(Duration.ofMinutes(2));

        assertThat(world.notice(DEAL)).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void it_keeps_its_place_when_there_is_still_none_then() {
        world.clock.advance(Duration.ofMinutes(2));
        noRequestLeft(Duration.ofHours(3));

        world.notice(DEAL);

        assertThat(until()).isEqualTo(turn);
    }

    @Test
    void it_goes_at_once_when_people_ask_for_it() {
        assertThat(world.asked(DEAL)).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void it_gets_another_place_when_its_turn_came_and_there_was_no_room() {
        world.clock.advance(Duration.ofHours(2).plusSeconds(1));
        Instant next = noRequestLeft(Duration.ofHours(1));

        world.wake(DEAL);

        assertThat(until()).isEqualTo(next);
    }
}
