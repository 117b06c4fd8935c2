package dev.crm1c.simulators.onec.http;

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
    private final Infobase base;
    private final Answers answers;
    private final EntityCalls entities;
    private final RowCalls rows;
    private final Set<String> published;

    /** @param published set names of the objects that are seen; empty means all of the structure */
    public ODataService(Infobase base, Answers answers, EntityCalls entities, RowCalls rows, Set<String> published) {
        this.base = base;
        this.answers = answers;
        this.entities = entities;
        this.rows = rows;
        this.published = published;
    }

    Answer answer(Call call) {
        call.user().requireOData();
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
            default -> resource(call, ResourcePath.of(call.segments()));
        };
    }

    private Answer resource(Call call, ResourcePath path) {
        Optional<EntityStructure> entity = base.structure().entity(path.set()).filter(this::visible);
        if (entity.isPresent()) {
            return entities.answer(call, entity.get(), path);
        }
        OwnedPart part = base.structure()
                .part(path.set())
                .filter(owned -> visible(owned.owner()))
                .orElseThrow(() -> ODataFailure.unknownSet(path.set()));
        return rows.answer(call, part, path);
    }

    private boolean visible(EntityStructure entity) {
        return published.isEmpty() || published.contains(entity.set());
    }

    private static void requireGet(Call call) {
        if (!call.is("GET")) {
            throw ODataFailure.methodNotAllowed(call.method());
        }
    }
}
