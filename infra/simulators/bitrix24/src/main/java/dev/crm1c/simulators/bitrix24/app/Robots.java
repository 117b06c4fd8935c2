package dev.crm1c.simulators.bitrix24.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.app.AuthFields.Refresh;
import dev.crm1c.simulators.bitrix24.app.RobotRun.Progress;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.event.Letter;
import dev.crm1c.simulators.bitrix24.event.QueueServer;
import dev.crm1c.simulators.bitrix24.oauth.Secrets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The automation of deals, as far as it calls robots of applications (bitrix24.md §3.1; composed-robot-call.form). */
public final class Robots {
    private record Placed(Application application, Robot robot) {}

    private final Portal portal;
    private final ApplicationBook book;
    private final AuthFields auth;
    private final QueueServer queue;
    private final Secrets tokens;
    private final Map<String, RobotRun> runs = new LinkedHashMap<>();
    private volatile Refresh refresh = Refresh.GIVEN;

    Robots(Portal portal, ApplicationBook book, AuthFields auth, QueueServer queue, Secrets tokens) {
        this.portal = portal;
        this.book = book;
        this.auth = auth;
        this.queue = queue;
        this.tokens = tokens;
    }

    /** Whether a robot's call carries a refresh token is not verified (bitrix24.md §8). */
    public void withholdRefreshTokens() {
        refresh = Refresh.WITHHELD;
    }

    /** A deal has reached the robot; its properties have their defaults. */
    public RobotRun run(String code, long deal) {
        return run(code, deal, Map.of());
    }

    public RobotRun run(String code, long deal, Map<String, String> properties) {
        return portal.alone(() -> {
            Placed placed = find(code);
            RobotRun run = keep(new RobotRun(
                    placed.application().clientId(),
                    placed.robot(),
                    tokens.next(),
                    tokens.next(),
                    placed.robot().subscription() == Robot.Subscription.WAITS
                            ? new Progress.Waiting()
                            : new Progress.WentOn(),
                    List.of()));
            ApplicationCard card = placed.application().card();
            queue.send(new Letter(code, placed.robot().handler(), sentAt -> form(card, run, deal, properties, sentAt)));
            return run;
        });
    }

    /** How all runs stand by now. */
    public List<RobotRun> runs() {
        return portal.alone(() -> List.copyOf(runs.values()));
    }

    /** Takes the answer of a run that waits; a token is good once and for its own application. */
    Optional<RobotRun> answer(String clientId, String eventToken, JsonNode returnValues, String log) {
        return waiting(clientId, eventToken).map(run -> keep(logged(run, log, new Progress.Answered(returnValues))));
    }

    Optional<RobotRun> log(String clientId, String eventToken, String log) {
        return waiting(clientId, eventToken).map(run -> keep(logged(run, log, run.progress())));
    }

    private Optional<RobotRun> waiting(String clientId, String eventToken) {
        return Optional.ofNullable(runs.get(eventToken))
                .filter(run -> run.clientId().equals(clientId) && run.progress() instanceof Progress.Waiting);
    }

    private Placed find(String code) {
        return book.ready().stream()
                .flatMap(
                        application -> Optional.ofNullable(application.robots().get(code))
                                .map(robot -> new Placed(application, robot))
                                .stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no installed application has the robot " + code));
    }

    private RobotRun keep(RobotRun run) {
        runs.put(run.eventToken(), run);
        return run;
    }

    private static RobotRun logged(RobotRun run, String text, Progress progress) {
        List<String> log = new ArrayList<>(run.log());
        if (!text.isEmpty()) {
            log.add(text);
        }
        return new RobotRun(run.clientId(), run.robot(), run.workflowId(), run.eventToken(), progress, log);
    }

    private SequencedMap<String, String> form(
            ApplicationCard card, RobotRun run, long deal, Map<String, String> properties, Instant sentAt) {
        SequencedMap<String, String> form = new LinkedHashMap<>();
        form.put("workflow_id", run.workflowId());
        form.put("code", run.robot().code());
        form.put("document_id[0]", "crm");
        form.put("document_id[1]", "CCrmDocumentDeal");
        form.put("document_id[2]", "DEAL_" + deal);
        form.put("document_type[0]", "crm");
        form.put("document_type[1]", "CCrmDocumentDeal");
        form.put("document_type[2]", "DEAL");
        form.put("event_token", run.eventToken());
        Map<String, String> values = new LinkedHashMap<>(run.robot().defaults());
        values.putAll(properties);
        values.forEach((name, value) -> form.put("properties[" + name + "]", value));
        form.put("use_subscription", run.robot().subscription().flag());
        form.put("timeout_duration", "0");
        form.put("ts", Long.toString(sentAt.getEpochSecond()));
        long user = run.robot().authUserId();
        form.putAll(user == 0 ? auth.withoutTokens(card) : auth.ofUser(card, user, refresh));
        return form;
    }
}
