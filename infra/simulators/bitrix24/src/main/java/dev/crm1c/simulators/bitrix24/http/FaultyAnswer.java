package dev.crm1c.simulators.bitrix24.http;

import com.sun.net.httpserver.HttpExchange;
import dev.crm1c.simulators.bitrix24.fault.Fault;
import dev.crm1c.simulators.bitrix24.rest.RestDesk.Reply;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** Has the work done and answers it, or does with it what a fault says. */
final class FaultyAnswer {
    /** Notes what has been answered, before it is on the wire. */
    @FunctionalInterface
    interface Note {
        void answered(int status, String error);
    }

    private static final int NO_ANSWER = 0;

    private final HttpExchange exchange;
    private final Responder responder;
    private final Supplier<Reply> work;
    private final Note note;

    FaultyAnswer(HttpExchange exchange, Responder responder, Supplier<Reply> work, Note note) {
        this.exchange = exchange;
        this.responder = responder;
        this.work = work;
        this.note = note;
    }

    void give(Optional<Fault> fault) throws IOException, InterruptedException {
        if (fault.isEmpty()) {
            responder.json(exchange, noted(work.get()));
            return;
        }
        switch (fault.get()) {
            case Fault.Page page -> {
                note.answered(page.status(), "");
                responder.html(exchange, page.status(), page.html());
            }
            case Fault.Refused refused -> responder.json(exchange, noted(Reply.of(refused.error())));
            case Fault.Moved moved -> {
                note.answered(302, "");
                responder.moved(exchange, moved.portal());
            }
            case Fault.Lost() -> {
                note.answered(NO_ANSWER, "");
                responder.lose(exchange);
            }
            case Fault.CommittedThenLost silent -> {
                work.get();
                note.answered(NO_ANSWER, "");
                responder.hold(silent.hold());
                responder.lose(exchange);
            }
            case Fault.Late late -> {
                Reply reply = noted(work.get());
                responder.hold(late.delay());
                responder.json(exchange, reply);
            }
            case Fault.Truncated() -> responder.truncated(exchange, noted(work.get()));
            case Fault.Endless() -> {
                noted(work.get());
                responder.endless(exchange);
            }
            case Fault.MethodFails fails ->
                throw new IllegalStateException("the fault of a method is not one of a request: " + fails);
        }
    }

    private Reply noted(Reply reply) {
        note.answered(reply.status(), reply.body().path("error").asText(""));
        return reply;
    }
}
