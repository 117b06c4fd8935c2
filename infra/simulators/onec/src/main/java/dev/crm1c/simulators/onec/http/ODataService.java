package dev.crm1c.simulators.onec.http;

import dev.crm1c.simulators.onec.base.BackgroundJobs;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import dev.crm1c.simulators.onec.structure.EntityStructure;
import dev.crm1c.simulators.onec.structure.Structure.OwnedPart;
import dev.crm1c.simulators.onec.wire.Answer;
import dev.crm1c.simulators.onec.wire.Answers;
import java.util.Optional;
import java.util.Set;

/** Finds out what a call is about. What is not published does not exist: 404 with code 8 (onec.md §1.1). */
public final class ODataService {
    /** A constant is there from the beginning and for ever: it is read and changed (onec.md §1.6). */
    private static final String CONSTANT = "Constant_";

    private final Infobase base;
    private final BackgroundJobs jobs;
    private final Answers answers;
    private final EntityCalls entities;
    private final RowCalls rows;
    private final TableCalls tables;
    private final ExchangeCalls exchange;
    private final Set<String> published;

    /** @param published set names of the objects that are seen; empty means all of the structure */
    public ODataService(
            Infobase base,
            BackgroundJobs jobs,
            Answers answers,
            EntityCalls entities,
            RowCalls rows,
            ExchangeCalls exchange,
            Set<String> published) {
        this.base = base;
        this.jobs = jobs;
        this.answers = answers;
        this.entities = entities;
        this.rows = rows;
        this.tables = new TableCalls(base, answers);
        this.exchange = exchange;
        this.published = published;
    }

    Answer answer(Call call) {
        call.user().requireOData();
        jobs.catchUp();
        if (call.segments().isEmpty()) {
            requireGet(call);
            return answers.serviceDocument(
                    call.form(), call.root(), base.structure().published(published));
        }
        return switch (call.segments().getFirst()) {
            case "$metadata" -> {
                requireGet(call);
                yield answers.metadata(base.structure().published(published));
            }
            // ⚠ Not supported, and not politely (onec.md §1.6 [code]).
            case "$batch" -> throw ODataFailure.internal();
            case String name when ExchangeCalls.about(name) -> exchange.answer(call, this::visible);
            default -> resource(call, ResourcePath.of(call.segments()));
        };
    }

    private Answer resource(Call call, ResourcePath path) {
        Optional<EntityStructure> entity = base.structure().entity(path.set()).filter(this::visible);
        if (entity.isPresent()) {
            if (TableCalls.asked(entity.get(), path)) {
                return tables.answer(call, entity.get(), path);
            }
            if (path.set().startsWith(CONSTANT) && !call.is("GET") && !call.is("PATCH")) {
                throw ODataFailure.methodNotAllowed(call.method());
            }
            return entities.answer(call, entity.get(), path);
        }
        OwnedPart part = base.structure()
                .part(path.set())
                .filter(owned -> visible(owned.owner()))
                .orElseThrow(() -> ODataFailure.unknownSet(path.set()));
        return TableCalls.asked(part.owner(), path)
                ? tables.answer(call, part.owner(), path)
                : rows.answer(call, part, path);
    }

    private boolean visible(EntityStructure entity) {
        return visible(entity.set());
    }

    private boolean visible(String set) {
        return published.isEmpty() || published.contains(set);
    }

    private static void requireGet(Call call) {
        if (!call.is("GET")) {
            throw ODataFailure.methodNotAllowed(call.method());
        }
    }
}
