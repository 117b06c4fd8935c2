package dev.crm1c.simulators.onec.http;

import dev.crm1c.simulators.onec.access.User;
import dev.crm1c.simulators.onec.access.Users;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import dev.crm1c.simulators.onec.wire.Answer;
import dev.crm1c.simulators.onec.wire.Answers;
import dev.crm1c.simulators.onec.wire.PlatformPages;
import dev.crm1c.simulators.onec.wire.Representation;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** IIS and the 1C web extension: all that stands between the wire and the OData service (onec.md §1.1, §1.7, §1.8). */
public final class WebServer {
    private final Publication publication;
    private final Users users;
    private final Maintenance maintenance;
    private final SessionGate sessions;
    private final ODataService service;
    private final Answers answers;

    public WebServer(
            Publication publication,
            Users users,
            Maintenance maintenance,
            SessionGate sessions,
            ODataService service,
            Answers answers) {
        this.publication = publication;
        this.users = users;
        this.maintenance = maintenance;
        this.sessions = sessions;
        this.service = service;
        this.answers = answers;
    }

    /** @param before done with the session in hand, before the call itself */
    Answer answer(Request request, Runnable before) {
        if (publication.segmentTooLong(request.target())) {
            return PlatformPages.invalidUrl();
        }
        if (publication.queryTooLong(request.target())) {
            return PlatformPages.queryTooLong();
        }
        Optional<List<String>> resource = publication.resource(request.target());
        if (resource.isEmpty()) {
            return PlatformPages.notFound();
        }
        Optional<User> user = users.admitted(request.authorization());
        if (user.isEmpty()) {
            return PlatformPages.unauthorized();
        }
        Optional<String> closed = maintenance.message();
        if (closed.isPresent()) {
            return PlatformPages.maintenance(request.method(), closed.get());
        }
        return sessions.within(request, user.get().name(), () -> {
            before.run();
            return attempt(request, () -> service.answer(call(request, resource.get(), user.get())));
        });
    }

    Answer refusal(Request request, ODataFailure failure) {
        return attempt(request, () -> {
            throw failure;
        });
    }

    private Answer attempt(Request request, Supplier<Answer> work) {
        try {
            return work.get();
        } catch (ODataFailure failure) {
            return answers.error(formOfErrors(request), failure);
        }
    }

    private static Representation formOfErrors(Request request) {
        try {
            return Representation.asked(request.target().options(), request.accept());
        } catch (ODataFailure _) {
            return Representation.accepted(request.accept());
        }
    }

    private Call call(Request request, List<String> resource, User user) {
        return new Call(
                request.method(),
                resource,
                request.target().options(),
                Representation.asked(request.target().options(), request.accept()),
                request.ifMatch(),
                request.body(),
                publication.rootFor(request.host()),
                user);
    }
}
