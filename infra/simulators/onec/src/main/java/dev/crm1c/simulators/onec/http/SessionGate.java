package dev.crm1c.simulators.onec.http;

import dev.crm1c.simulators.onec.wire.Answer;
import dev.crm1c.simulators.onec.wire.PlatformPages;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Every call works in a session; which one, the publication decides (onec.md §1.8 [doc]). */
public final class SessionGate {
    private static final String START = "start";
    private static final String FINISH = "finish";
    private final SessionMode mode;
    private final Sessions sessions;
    private final ColdStart coldStart;
    private final Pause pause;

    public SessionGate(SessionMode mode, Sessions sessions, ColdStart coldStart, Pause pause) {
        this.mode = mode;
        this.sessions = sessions;
        this.coldStart = coldStart;
        this.pause = pause;
    }

    Answer within(Request request, String user, Supplier<Answer> work) {
        Optional<String> cookie = request.sessionCookie();
        return switch (mode) {
            // A cookie can only be left over from the time when the client had its own sessions.
            case AUTOUSE ->
                cookie.isPresent()
                        ? PlatformPages.badRequest()
                        : answered(sessions.borrow(user), sessions::release, _ -> work.get());
            case USE -> cookie.isPresent() ? resumed(request, cookie.get(), user, work) : fresh(request, user, work);
        };
    }

    /** A dead cookie spoils every call, one that orders a new session among them. */
    private Answer resumed(Request request, String cookie, String user, Supplier<Answer> work) {
        return switch (request.sessionOrder()) {
            case START -> sessions.lives(cookie, user) ? fresh(request, user, work) : PlatformPages.badRequest();
            case FINISH -> answered(sessions.resume(cookie, user), sessions::end, _ -> work.get());
            case "" -> answered(sessions.resume(cookie, user), sessions::release, _ -> work.get());
            default -> PlatformPages.badRequest();
        };
    }

    private Answer fresh(Request request, String user, Supplier<Answer> work) {
        return switch (request.sessionOrder()) {
            case START ->
                answered(
                        sessions.start(user),
                        sessions::release,
                        session -> work.get().with("Set-Cookie", "ibsession=" + session.id()));
            case "" -> answered(sessions.start(user), sessions::end, _ -> work.get());
            default -> PlatformPages.badRequest();
        };
    }

    private Answer answered(Sessions.Admission admission, Consumer<Session> after, SessionWork work) {
        return switch (admission) {
            case Sessions.Admission.NoRoom _ -> PlatformPages.noSession();
            case Sessions.Admission.Dead _ -> PlatformPages.badRequest();
            case Sessions.Admission.Admitted(var session) -> {
                try {
                    pause.hold(coldStart.owed());
                    yield work.in(session);
                } finally {
                    after.accept(session);
                }
            }
        };
    }

    @FunctionalInterface
    private interface SessionWork {
        Answer in(Session session);
    }
}
