package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crm1c.connectors.bitrix24.BatchAnswer.Part;
import dev.crm1c.connectors.bitrix24.PortalStub.Said;
import dev.crm1c.model.sync.Delay;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** bitrix24.md §4.5. */
@QuarkusTest
class Reference45BatchTest extends CallingAPortal {

    private BatchAnswer answered(String result, Batch batch) {
        portal.says(Said.json(200, "{\"result\":" + result + ",\"time\":{}}"));
        return got(client.call(tenant(), batch));
    }

    private static Batch threeUpdates() {
        var batch = new Batch(Batch.AfterError.GO_ON);
        batch.command("a", "crm.item.update").with("id", "1");
        batch.command("b", "crm.item.update").with("id", "2");
        batch.command("c", "crm.item.update").with("id", "3");
        return batch;
    }

    @Test
    void a_chain_stops_at_the_first_error_and_others_go_on() {
        var chain = new Batch(Batch.AfterError.STOP);
        chain.command("a", "crm.item.get").with("id", "5");
        chain.command("b", "crm.item.get").with("entityTypeId", "4").withResult("id", "[a][item][companyId]");

        assertThat(chain.json()).hasToString("""
                {"halt":1,"cmd":{"a":"crm.item.get?id=5","b":"crm.item.get?entityTypeId=4&id=$result[a][item][companyId]"}}""");
        assertThat(threeUpdates().json().path("halt").asInt()).isZero();
    }

    @Test
    void a_value_of_ours_is_encoded_once_and_cannot_end_a_name_or_begin_another() {
        var batch = new Batch(Batch.AfterError.GO_ON);
        batch.command("a", "crm.item.list").with("filter[=title]", "A & B = 100 % + #1 ёж");

        assertThat(batch.json().at("/cmd/a").asText())
                .isEqualTo("crm.item.list?filter%5B%3Dtitle%5D=A%20%26%20B%20%3D%20100%20%25%20%2B%20%231%20"
                        + "%D1%91%D0%B6");
    }

    @Test
    @DisplayName("an unresolved $result would go through as literal text, so it cannot be written down")
    void only_a_chain_uses_results_and_only_of_commands_before() {
        var loose = new Batch(Batch.AfterError.GO_ON);
        loose.command("a", "crm.item.get");
        Batch.Command after = loose.command("b", "crm.item.get");
        assertThatThrownBy(() -> after.withResult("id", "[a][item][id]")).isInstanceOf(IllegalStateException.class);

        var chain = new Batch(Batch.AfterError.STOP);
        Batch.Command first = chain.command("a", "crm.item.get");
        assertThatThrownBy(() -> first.withResult("id", "[a][item][id]")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> first.withResult("id", "[b][item][id]")).isInstanceOf(IllegalStateException.class);
        chain.command("b", "crm.item.get").withResult("id", "[a][item][id]");
    }

    @Test
    void fifty_commands_fit_and_no_more_nor_two_of_one_name_nor_a_batch() {
        var batch = new Batch(Batch.AfterError.GO_ON);
        for (int command = 0; command < 50; command++) {
            batch.command("c" + command, "crm.item.get");
        }
        assertThatThrownBy(() -> batch.command("c50", "crm.item.get")).isInstanceOf(IllegalArgumentException.class);

        var small = new Batch(Batch.AfterError.GO_ON);
        small.command("a", "crm.item.get");
        assertThatThrownBy(() -> small.command("a", "crm.item.list")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> small.command("b", "batch")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void each_command_has_an_end_of_its_own() {
        BatchAnswer answer = answered("""
                {"result":{"a":{"item":{"id":1}}},"result_error":{"b":{"error":"NOT_FOUND","error_description":"x"}},
                 "result_total":[],"result_next":{"a":50},"result_time":[]}""", threeUpdates());

        assertThat(answer.part("a")).isInstanceOf(Part.Result.class);
        assertThat(answer.valueOrMissing("a").at("/item/id").asInt()).isEqualTo(1);
        assertThat(answer.part("b"))
                .isInstanceOfSatisfying(
                        Part.Failed.class,
                        failed -> assertThat(failed.code().isNotFound()).isTrue());
        assertThat(answer.part("c")).isEqualTo(new Part.NotRun());
        assertThat(answer.hasMore("a")).isTrue();
        assertThat(answer.hasMore("b")).isFalse();
    }

    @Test
    @DisplayName("a map with nothing in it comes as []")
    void empty_maps_are_arrays() {
        BatchAnswer answer = answered(
                "{\"result\":[],\"result_error\":[],\"result_total\":[],\"result_next\":[],\"result_time\":[]}",
                threeUpdates());

        assertThat(answer.part("a")).isEqualTo(new Part.NotRun());
        assertThat(answer.hasMore("a")).isFalse();
        assertThat(answer.unfinished(threeUpdates())).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void a_result_that_is_no_map_at_all_is_no_success() {
        BatchAnswer answer = answered("true", threeUpdates());

        assertThat(answer.part("a")).isEqualTo(new Part.NotRun());
    }

    @Test
    void commands_named_by_numbers_may_come_as_arrays() {
        var batch = new Batch(Batch.AfterError.GO_ON);
        batch.command("0", "crm.item.get");
        batch.command("1", "crm.item.get");
        BatchAnswer arrays =
                answered("{\"result\":[{\"id\":7},{\"id\":8}],\"result_error\":[],\"result_next\":[50]}", batch);
        assertThat(arrays.valueOrMissing("1").path("id").asInt()).isEqualTo(8);
        assertThat(arrays.hasMore("0")).isTrue();

        BatchAnswer errorAlone =
                answered("{\"result\":{\"1\":{\"id\":8}},\"result_error\":[{\"error\":\"NOT_FOUND\"}]}", batch);
        assertThat(errorAlone.part("0")).isInstanceOf(Part.Failed.class);
        assertThat(errorAlone.part("1")).isInstanceOf(Part.Result.class);
    }

    @Test
    @DisplayName("never the whole batch again: only what has no result")
    void only_what_failed_is_repeated() {
        Batch batch = threeUpdates();
        BatchAnswer answer =
                answered("{\"result\":{\"a\":true},\"result_error\":{\"b\":{\"error\":\"ERROR_CORE\"}}}", batch);

        assertThat(answer.unfinished(batch)).containsExactlyInAnyOrder("b", "c");
        assertThat(batch.only(answer.unfinished(batch)).json()).hasToString("""
                {"halt":0,"cmd":{"b":"crm.item.update?id=2","c":"crm.item.update?id=3"}}""");
        assertThatThrownBy(() -> new Batch(Batch.AfterError.STOP).only(Set.of("a")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_batch_without_an_answer_is_sent_once_and_what_it_wrote_must_be_looked_for() {
        portal.says(Said.hangUp());

        assertThat(stopped(client.call(tenant(), threeUpdates())))
                .isEqualTo(later(Duration.ofMinutes(2), Delay.CRM_UNREACHABLE));
        assertThat(portal.asked()).hasSize(1);
    }

    @Test
    void a_batch_that_only_reads_is_a_read() {
        var reads = new Batch(Batch.AfterError.STOP);
        reads.command("a", "crm.item.get");
        reads.command("b", "crm.requisite.list");

        assertThat(reads.effect()).isEqualTo(Effect.READS);
        assertThat(threeUpdates().effect()).isEqualTo(Effect.WRITES);
    }
}
