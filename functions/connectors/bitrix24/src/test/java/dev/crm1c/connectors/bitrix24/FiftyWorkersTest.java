package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.connectors.bitrix24.PortalStub.Asked;
import dev.crm1c.connectors.bitrix24.PortalStub.Said;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.tenant.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** bitrix24.md §1.2: parallel renewals with one refresh token kill each other. */
@QuarkusTest
class FiftyWorkersTest extends CallingAPortal {
    private static final int WORKERS = 50;

    /** Gives each refresh token's successor once; tokens are {@code access-1-demo}, {@code refresh-1-demo} and so on. */
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    private final Set<String> living = ConcurrentHashMap.newKeySet();

    private Said renew(Asked asked) {
        String token = asked.query().replaceAll(".*refresh_token=([^&]*).*", "$1");
        if (!used.add(token)) {
            return Said.error(400, "invalid_grant");
        }
        String[] parts = token.split("-");
        String next = (Integer.parseInt(parts[1]) + 1) + "-" + parts[2];
        living.add("access-" + next);
        return pair("access-" + next, "refresh-" + next, parts[2]);
    }

    private Said portalSays(Asked asked) {
        return living.contains(asked.json().path("auth").asText()) ? Said.json(200, "{\"result\":true}") : EXPIRED;
    }

    private List<Answer> together(List<Tenant> tenants) throws Exception {
        var start = new CyclicBarrier(tenants.size());
        try (var threads = Executors.newFixedThreadPool(tenants.size())) {
            List<Future<Answer>> running = new ArrayList<>();
            for (Tenant tenant : tenants) {
                Callable<Answer> call = () -> {
                    start.await();
                    return client.answer(tenant, "crm.item.update", none());
                };
                running.add(threads.submit(call));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private static List<Tenant> workersOf(Tenant... tenants) {
        List<Tenant> all = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            all.add(tenants[worker % tenants.length]);
        }
        return all;
    }

    private void thoseParkedSucceedOnTheirNextTry(List<Answer> answers, Tenant... tenants) throws Exception {
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer)
                        .satisfiesAnyOf(
                                done -> assertThat(done).isInstanceOf(Answer.Result.class),
                                parked -> assertThat(parked)
                                        .isEqualTo(new Answer.NotAsked(
                                                later(Duration.ofSeconds(30), Delay.CRM_TOKENS_BEING_RENEWED)))));
        assertThat(answers).hasAtLeastOneElementOfType(Answer.Result.class);
        assertThat(together(workersOf(tenants)))
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(Answer.Result.class));
    }

    @Test
    @DisplayName(
            "fifty workers meet an expired token: one renewal, nobody fails for good, the last pair is the stored one")
    void fifty_workers_renew_once() throws Exception {
        install("demo", "demo", new Tokens("access-1-demo", "refresh-1-demo"), oauth.address());
        portal.says(this::portalSays);
        oauth.says(this::renew);

        List<Answer> answers = together(workersOf(tenant()));

        assertThat(oauth.asked()).hasSize(1);
        thoseParkedSucceedOnTheirNextTry(answers, tenant());
        assertThat(oauth.asked()).hasSize(1);
        assertThat(stored("demo")).isEqualTo(new Tokens("access-2-demo", "refresh-2-demo"));
    }

    @Test
    void two_installations_renew_once_each_and_keep_their_tokens_apart() throws Exception {
        Tenant one = tenant("one", portal.address());
        Tenant other = tenant("other", portal.address());
        install("one", "one", new Tokens("access-1-one", "refresh-1-one"), oauth.address());
        install("other", "other", new Tokens("access-7-other", "refresh-7-other"), oauth.address());
        portal.says(this::portalSays);
        oauth.says(this::renew);

        List<Answer> answers = together(workersOf(one, other));

        thoseParkedSucceedOnTheirNextTry(answers, one, other);
        assertThat(oauth.asked()).hasSize(2);
        assertThat(stored("one")).isEqualTo(new Tokens("access-2-one", "refresh-2-one"));
        assertThat(stored("other")).isEqualTo(new Tokens("access-8-other", "refresh-8-other"));
    }

    @Test
    void tokens_that_expire_again_and_again_are_renewed_once_each_time() throws Exception {
        install("demo", "demo", new Tokens("access-1-demo", "refresh-1-demo"), oauth.address());
        portal.says(this::portalSays);
        oauth.says(this::renew);

        for (int round = 1; round <= 5; round++) {
            living.clear();
            thoseParkedSucceedOnTheirNextTry(together(workersOf(tenant())), tenant());
            assertThat(oauth.asked()).hasSize(round);
        }
        assertThat(stored("demo").refresh()).isEqualTo("refresh-6-demo");
    }
}
