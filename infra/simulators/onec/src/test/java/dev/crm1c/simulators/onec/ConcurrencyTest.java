package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConcurrencyTest extends BaseTest {

    @Test
    @DisplayName("§1.6 of many creates with one Ref_Key at once exactly one is made, the others meet code 15")
    void oneKey() {
        String body = "{\"Ref_Key\":\"" + UUID.randomUUID() + "\"}";
        List<Reply> replies = together(30, body);
        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 400)
                .extracting(Reply::refusal)
                .hasSize(29)
                .containsOnly("400/15");
        assertThat(simulator.all(INVOICES)).hasSize(1);
    }

    @Test
    @DisplayName("§1.6 numbers given at once are all different, and none is left out")
    void numbers() {
        List<String> numbers = together(30, "{}").stream()
                .map(reply -> reply.json().path("Number").asText())
                .sorted()
                .toList();
        assertThat(numbers).hasSize(30).doesNotHaveDuplicates().endsWith("00БП-000030");
    }

    private List<Reply> together(int calls, String body) {
        List<Future<Reply>> replies;
        try (ExecutorService workers = Executors.newFixedThreadPool(8)) {
            replies = IntStream.range(0, calls)
                    .mapToObj(_ -> workers.submit(() -> caller.post(INVOICES, body)))
                    .toList();
        }
        return replies.stream().map(Future::resultNow).toList();
    }
}
