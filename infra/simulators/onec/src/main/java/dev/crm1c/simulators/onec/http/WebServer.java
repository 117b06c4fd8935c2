package dev.crm1c.simulators.onec.http;

import dev.crm1c.simulators.onec.failure.ODataFailure;
import dev.crm1c.simulators.onec.wire.Answer;
import dev.crm1c.simulators.onec.wire.Answers;
import dev.crm1c.simulators.onec.wire.PlatformPages;
import dev.crm1c.simulators.onec.wire.Representation;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** IIS and the 1C web extension: all that stands between the wire and the OData service (onec.md §1.1, §1.7, §1.8). */
public final class WebServer {
    private static final int LONGEST_SEGMENT = 260;
    private final List<String> root;
    private final BasicAuthentication authentication;
    private final Maintenance maintenance;
    private final SessionPool sessions;
    private final int longestQuery;
    private final ODataService service;
    private final Answers answers;

    public WebServer(
            String publication,
            BasicAuthentication authentication,
            Maintenance maintenance,
            SessionPool sessions,
            int longestQuery,
            ODataService service,
            Answers answers) {
        this.root = Stream.of((publication + "/odata/standard.odata").split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        this.authentication = authentication;
        this.maintenance = maintenance;
        this.sessions = sessions;
        this.longestQuery = longestQuery;
        this.service = service;
        this.answers = answers;
    }

    /** @param before done with the session in hand, before the call itself */
    Answer answer(Request request, Runnable before) {
        if (request.target().longestSegment() > LONGEST_SEGMENT) {
            return PlatformPages.invalidUrl();
        }
        if (request.target().queryLength() > longestQuery) {
            return PlatformPages.queryTooLong();
        }
        Optional<List<String>> resource = request.target().below(root);
        if (resource.isEmpty()) {
            return PlatformPages.notFound();
        }
        if (!authentication.admits(request.authorization())) {
            return PlatformPages.unauthorized();
        }
        Optional<String> closed = maintenance.message();
        if (closed.isPresent()) {
            return PlatformPages.maintenance(request.method(), closed.get());
        }
        return sessions.within(() -> {
            before.run();
            return attempt(request, () -> service.answer(call(request, resource.get())));
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

    private Call call(Request request, List<String> resource) {
        return new Call(
                request.method(),
                resource,
                request.target().options(),
                Representation.asked(request.target().options(), request.accept()),
                request.ifMatch(),
                request.body(),
                "http://" + request.host() + "/" + String.join("/", root));
    }
}
