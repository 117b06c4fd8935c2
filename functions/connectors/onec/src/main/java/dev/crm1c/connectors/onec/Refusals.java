package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.connectors.onec.Template.Filled;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import java.util.function.Function;

/** What people are told when a template can't be filled; nothing is sent then. */
final class Refusals {
    private Refusals() {}

    static <T> Reply<T> sendable(Template template, Values values, Function<ObjectNode, Reply<T>> next) {
        return switch (template.fill(values)) {
            case Filled.Ready(ObjectNode object) -> next.apply(object);
            case Filled.TooLong(String value, int limit) ->
                Reply.askPeople(new Problem.OneCSaysNo("поле «" + value + "» длиннее " + limit + " знаков"));
            case Filled.NotInBase(String value) -> Reply.askPeople(new Problem.ValueNotInBase(template.path(), value));
            case Filled.Lacking(String field) ->
                Reply.askPeople(new Problem.RequiredFieldEmpty(template.path(), field));
        };
    }
}
