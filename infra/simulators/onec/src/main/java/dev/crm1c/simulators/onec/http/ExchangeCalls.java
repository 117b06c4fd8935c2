package dev.crm1c.simulators.onec.http;

import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.ScalarReader;
import dev.crm1c.simulators.onec.exchange.ChangeRegistrations;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import dev.crm1c.simulators.onec.wire.Answer;
import dev.crm1c.simulators.onec.wire.Answers;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The change feed: SelectChanges and NotifyChangesReceived; other options than theirs are ignored (onec.md §1.10). */
public final class ExchangeCalls {
    private static final String SELECT = "SelectChanges";
    private static final String RECEIVED = "NotifyChangesReceived";
    private static final Pattern NODE =
            Pattern.compile("'(?:.*/)?(?<plan>ExchangePlan_[^/(]+)\\(guid'(?<node>[^']*)'\\)'");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");
    private final Infobase base;
    private final ChangeRegistrations registrations;
    private final Answers answers;

    public ExchangeCalls(Infobase base, ChangeRegistrations registrations, Answers answers) {
        this.base = base;
        this.registrations = registrations;
        this.answers = answers;
    }

    static boolean about(String resource) {
        return Set.of(SELECT, RECEIVED).contains(resource);
    }

    /** @param published whether a set is seen at all; what is not stays in the queue */
    Answer answer(Call call, Predicate<String> published) {
        if (!call.is("POST")) {
            throw ODataFailure.methodNotAllowed(call.method());
        }
        UUID node = node(call, published);
        long number = number(call);
        if (call.segments().getFirst().equals(RECEIVED)) {
            registrations.received(node, number);
            return Answer.empty(200);
        }
        ChangeRegistrations.Changes changes = registrations.select(node, number, published);
        return answers.changes(call.form(), call.root(), changes.present(), changes.deleted());
    }

    private UUID node(Call call, Predicate<String> published) {
        Matcher point = NODE.matcher(argument(call, "DataExchangePoint"));
        if (!point.matches()) {
            throw ODataFailure.wrongArgument("DataExchangePoint");
        }
        String plan = point.group("plan");
        if (!registrations.plans().contains(plan) || !published.test(plan)) {
            throw ODataFailure.unknownSet(plan);
        }
        call.user().requireReading(plan);
        UUID node = ScalarReader.guid(point.group("node"));
        return base.find(plan, node).orElseThrow(ODataFailure::absent).reference();
    }

    private static long number(Call call) {
        String text = argument(call, "MessageNo");
        if (!NUMBER.matcher(text).matches()) {
            throw ODataFailure.wrongArgument("MessageNo");
        }
        return Long.parseLong(text);
    }

    private static String argument(Call call, String name) {
        String given = call.options().get(name);
        if (given == null) {
            throw ODataFailure.argumentMissing(name);
        }
        return given;
    }
}
