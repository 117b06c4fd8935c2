package dev.crm1c.simulators.onec.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.crm1c.simulators.onec.faults.Fault;
import dev.crm1c.simulators.onec.faults.FaultPlan;
import dev.crm1c.simulators.onec.wire.Answer;
import java.io.IOException;
import java.util.Optional;

/** Takes a request off the wire, lets the faults have their way with it and sends what came of it. */
public final class ODataHandler implements HttpHandler {
    private static final Answer ENDLESS =
            Answer.of(200, "application/json;charset=utf-8", "{\"value\":[{\"Description\":\"без конца\"},\n");
    private static final Runnable NOTHING = () -> {};
    private final WebServer server;
    private final FaultPlan faults;
    private final RequestJournal journal;
    private final Pause pause;

    public ODataHandler(WebServer server, FaultPlan faults, RequestJournal journal, Pause pause) {
        this.server = server;
        this.faults = faults;
        this.journal = journal;
        this.pause = pause;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Target target = Target.of(exchange.getRequestURI());
        String method = exchange.getRequestMethod();
        RequestJournal.Entry entry = journal.arrived(method, target);
        try {
            Request request = Request.read(exchange, target);
            Optional<Fault> fault = faults.strike(method, target.text());
            if (fault.isPresent()) {
                suffer(fault.get(), new Line(exchange), request, entry);
            } else {
                deliver(new Line(exchange), entry, server.answer(request, NOTHING));
            }
        } finally {
            journal.finished(entry, 0);
        }
    }

    private void suffer(Fault fault, Line line, Request request, RequestJournal.Entry entry) throws IOException {
        switch (fault) {
            case Fault.Answered(var answer) -> deliver(line, entry, answer.apply(request.method()));
            case Fault.Refused(var failure) -> deliver(line, entry, server.refusal(request, failure));
            case Fault.Delay(var by) -> deliver(line, entry, server.answer(request, () -> pause.hold(by)));
            case Fault.ResetBeforeEffect _ -> {
                journal.finished(entry, 0);
                line.drop();
            }
            case Fault.CommitThenSilence(var held) -> {
                server.answer(request, NOTHING);
                pause.hold(held);
                journal.finished(entry, 0);
                line.drop();
            }
            case Fault.SilenceBeforeEffect(var held) -> {
                pause.hold(held);
                journal.finished(entry, 0);
                line.drop();
            }
            case Fault.CommitThenAnswer(var answer) -> {
                server.answer(request, NOTHING);
                deliver(line, entry, answer);
            }
            case Fault.Mislabelled(var contentType) ->
                deliver(line, entry, server.answer(request, NOTHING).labelled(contentType));
            case Fault.Stuttering(var pieces, var between) -> {
                Answer answer = server.answer(request, NOTHING);
                journal.finished(entry, answer.status());
                line.stutter(answer, pieces, () -> pause.hold(between));
            }
            case Fault.TruncatedBody _ -> {
                Answer answer = server.answer(request, NOTHING);
                journal.finished(entry, answer.status());
                line.sendHalf(answer);
            }
            case Fault.TornConnection _ -> {
                Answer answer = server.answer(request, NOTHING);
                journal.finished(entry, answer.status());
                line.tear(answer);
            }
            case Fault.EndlessBody _ -> {
                journal.finished(entry, ENDLESS.status());
                line.endless(ENDLESS, () -> !pause.over());
            }
        }
    }

    private void deliver(Line line, RequestJournal.Entry entry, Answer answer) throws IOException {
        journal.finished(entry, answer.status());
        line.send(answer);
    }
}
