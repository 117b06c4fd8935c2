package dev.crm1c.simulators.onec.http;

import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import dev.crm1c.simulators.onec.query.EntityQuery;
import dev.crm1c.simulators.onec.query.QueryOptions;
import dev.crm1c.simulators.onec.query.TableParameters;
import dev.crm1c.simulators.onec.query.TableQuery;
import dev.crm1c.simulators.onec.structure.EntityStructure;
import dev.crm1c.simulators.onec.structure.VirtualTable;
import dev.crm1c.simulators.onec.wire.Answer;
import dev.crm1c.simulators.onec.wire.Answers;

/** Functions of a register: {@code Balance(…)}, {@code SliceLast(…)} and their like (onec.md §1.5). */
final class TableCalls {
    private final Infobase base;
    private final Answers answers;

    TableCalls(Infobase base, Answers answers) {
        this.base = base;
        this.answers = answers;
    }

    /** Whether this path goes on behind a set of records in a way that only a function can. */
    static boolean asked(EntityStructure owner, ResourcePath path) {
        return owner.register()
                && path.key().isEmpty()
                && !path.tail().isEmpty()
                && !path.tail().getFirst().equals("$count");
    }

    /**
     * A slash inside the parentheses belongs to a condition, {@code Account/Code eq …}. What stands behind them is nothing a
     * table has, {@code $count} neither: it is not to be depended on (onec.md §1.4).
     */
    Answer answer(Call call, EntityStructure register, ResourcePath path) {
        String called = String.join("/", path.tail());
        int open = called.indexOf('(');
        if (open >= 0 && !called.endsWith(")")) {
            throw ODataFailure.segmentNotFound(called);
        }
        String name = open < 0 ? called : called.substring(0, open);
        String arguments = open < 0 ? "" : called.substring(open + 1, called.length() - 1);
        VirtualTable table = register.records()
                .flatMap(records -> records.table(name))
                .filter(found -> found.bound().equals(path.set()))
                .orElseThrow(ODataFailure::methodNotFound);
        if (!call.is("GET")) {
            throw ODataFailure.methodNotAllowed(call.method());
        }
        call.user().requireReading(register.set());
        QueryOptions options = new QueryOptions(call.options());
        TableParameters parameters = TableParameters.of(table, arguments, call.options());
        EntityQuery.Found found = new TableQuery(base).of(register, table, parameters, options);
        return answers.feed(call.form(), call.root(), table.columns().set(), found, options.counted());
    }
}
