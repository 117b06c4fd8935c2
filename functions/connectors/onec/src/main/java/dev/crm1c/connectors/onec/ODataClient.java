package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.connectors.onec.OneCErrors.Intent;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * What can be asked of a base over its standard OData interface. Reads may be repeated; after a write without a clear answer the reply says
 * so and the caller looks first. Source: reference "onec", 1.
 */
@ApplicationScoped
class ODataClient {
    private static final String KEY = "Ref_Key";
    private static final String DATA_VERSION = "DataVersion";
    private static final String POSTED = "Posted";

    private final ODataTransport transport;
    private final OneCErrors errors;

    ODataClient(ODataTransport transport, OneCErrors errors) {
        this.transport = transport;
        this.errors = errors;
    }

    /**
     * The objects of a set that the address' options choose, in one answer: for sets that are short by nature or by filter. Rows that our user
     * may not see are an error 20 and not left out: who looks before making something would make it a second time.
     */
    Reply<JsonNode> list(Tenant tenant, ODataAddress set) {
        return rows(transport.read(tenant, set));
    }

    /** The rows of several requests one after another, as {@link Chunks} make them. */
    Reply<JsonNode> listAll(Tenant tenant, List<ODataAddress> sets) {
        return together(sets, set -> list(tenant, set));
    }

    /** A long set, whole, page by page, and all of it in memory: select few fields. */
    Reply<Listing> listWhole(Tenant tenant, ODataAddress set, Paging paging) {
        return pages(tenant, set, paging)
                .then(listing -> listing instanceof Listing.Shifting ? pages(tenant, set, paging) : Reply.of(listing));
    }

    private Reply<Listing> pages(Tenant tenant, ODataAddress set, Paging paging) {
        var rows = new ArrayList<JsonNode>();
        for (int page = 0; page < paging.most(); page++) {
            switch (list(tenant, paging.page(set, page).allowedOnly())) {
                case Reply.Stopped<JsonNode>(var outcome) -> {
                    return Reply.stop(outcome);
                }
                case Reply.Got<JsonNode>(JsonNode found) -> {
                    int overlap = page == 0 ? 0 : 1;
                    if (overlap == 1 && (found.isEmpty() || !paging.sameRow(rows.getLast(), found.get(0)))) {
                        return Reply.of(new Listing.Shifting(rows));
                    }
                    for (int row = overlap; row < found.size(); row++) {
                        rows.add(found.get(row));
                    }
                    if (found.size() - overlap < paging.rows()) {
                        return Reply.of(new Listing.Whole(rows));
                    }
                }
            }
        }
        return Reply.of(new Listing.CutShort(rows));
    }

    /** The rows of a virtual table; 1C may calculate for minutes. */
    Reply<JsonNode> calculate(Tenant tenant, VirtualTable table) {
        return rows(transport.readLedger(tenant, table.address(tenant.onec().address())));
    }

    /** The rows of several tables one after another, as {@link VirtualTable#parts} makes them. */
    Reply<JsonNode> calculateAll(Tenant tenant, List<VirtualTable> tables) {
        return together(tables, table -> calculate(tenant, table));
    }

    private static <T> Reply<JsonNode> together(List<T> parts, Function<T, Reply<JsonNode>> call) {
        ArrayNode together = JsonNodeFactory.instance.arrayNode();
        Reply<JsonNode> all = Reply.of(together);
        for (T part : parts) {
            all = all.then(_ -> call.apply(part)).map(rows -> {
                rows.forEach(together::add);
                return together;
            });
        }
        return all;
    }

    private Reply<JsonNode> rows(ODataAnswer answer) {
        return switch (answer) {
            case ODataAnswer.Body(JsonNode body) when body.path("value").isArray() -> Reply.of(body.get("value"));
            case ODataAnswer.Body _, ODataAnswer.Nothing _ -> stopped(new Refusal.Unclear(), Intent.READ);
            case ODataAnswer.Refused(Refusal refusal) -> stopped(refusal, Intent.READ);
        };
    }

    /** The names of the sets that the base shows: a fresh base shows none. */
    Reply<Set<String>> published(Tenant tenant) {
        return rows(transport.read(tenant, ODataAddress.ofRoot(tenant.onec().address())))
                .map(sets -> {
                    var names = new HashSet<String>();
                    sets.forEach(set -> names.add(Field.of(set, "name").text()));
                    return names;
                });
    }

    Reply<Optional<JsonNode>> find(Tenant tenant, ODataAddress object) {
        return switch (transport.read(tenant, object)) {
            case ODataAnswer.Body(JsonNode body) when body.has(KEY) -> Reply.of(Optional.of(body));
            case ODataAnswer.Body _, ODataAnswer.Nothing _ -> stopped(new Refusal.Unclear(), Intent.READ);
            case ODataAnswer.Refused(Refusal.NotFound _) -> Reply.of(Optional.empty());
            case ODataAnswer.Refused(Refusal refusal) -> stopped(refusal, Intent.READ);
        };
    }

    /** A record of an independent register; it has a key of several fields and no version. */
    Reply<Optional<JsonNode>> findRecord(Tenant tenant, ODataAddress record) {
        return switch (transport.read(tenant, record)) {
            case ODataAnswer.Body(JsonNode body) -> Reply.of(Optional.of(body));
            case ODataAnswer.Nothing _ -> stopped(new Refusal.Unclear(), Intent.READ);
            case ODataAnswer.Refused(Refusal.NotFound _) -> Reply.of(Optional.empty());
            case ODataAnswer.Refused(Refusal refusal) -> stopped(refusal, Intent.READ);
        };
    }

    /** What creating came to. */
    sealed interface Creation {
        record Made(JsonNode object) implements Creation {}

        /** An earlier try of ours had made it. */
        record KeyTaken() implements Creation {}
    }

    Reply<Creation> create(Tenant tenant, ODataAddress set, ObjectNode object) {
        return switch (transport.create(tenant, set, object)) {
            case ODataAnswer.Body(JsonNode made) when made.has(KEY) -> Reply.of(new Creation.Made(made));
            case ODataAnswer.Body _, ODataAnswer.Nothing _ -> stopped(new Refusal.Unclear(), Intent.WRITE);
            case ODataAnswer.Refused(Refusal.KeyTaken _) -> Reply.of(new Creation.KeyTaken());
            case ODataAnswer.Refused(Refusal refusal) -> stopped(refusal, Intent.WRITE);
        };
    }

    /** The key of an object with this proposal: of a new one, or of the one that an earlier try of ours made. */
    Reply<UUID> createOnce(Tenant tenant, ODataAddress set, ObjectNode object, ProposedKey proposed) {
        object.put(KEY, proposed.uuid().toString());
        return create(tenant, set, object).map(creation -> switch (creation) {
            case Creation.Made(JsonNode made) -> Field.of(made, KEY).key();
            case Creation.KeyTaken() -> proposed.uuid();
        });
    }

    /** The whole object after the change. A tabular part that is given replaces the one that was there. */
    Reply<JsonNode> change(Tenant tenant, ODataAddress object, ObjectNode fields) {
        return changed(transport.change(tenant, object, fields, Optional.empty()));
    }

    private Reply<JsonNode> changed(ODataAnswer answer) {
        return switch (answer) {
            case ODataAnswer.Body(JsonNode changed) when changed.has(KEY) -> Reply.of(changed);
            case ODataAnswer.Body _, ODataAnswer.Nothing _ -> stopped(new Refusal.Unclear(), Intent.WRITE);
            case ODataAnswer.Refused(Refusal refusal) -> stopped(refusal, Intent.WRITE);
        };
    }

    /** What a change came to that was meant for one version of an object. */
    sealed interface Change {
        record Made(JsonNode object) implements Change {}

        /** Somebody was faster; nothing was written. */
        record ChangedMeanwhile(JsonNode current) implements Change {}

        record Gone() implements Change {}
    }

    /**
     * Writes only over the version that the caller has seen. Live bases ignore {@code If-Match}, so the version is read again just before:
     * between that and the write remains a moment in which somebody may be faster. Source: reference "onec", 1.6.
     */
    Reply<Change> changeIfUnchanged(Tenant tenant, ODataAddress object, String dataVersion, ObjectNode fields) {
        return find(tenant, object)
                .then(found -> found.map(current -> version(current).equals(dataVersion)
                                ? changeVersion(tenant, object, dataVersion, fields)
                                : Reply.<Change>of(new Change.ChangedMeanwhile(current)))
                        .orElseGet(() -> Reply.of(new Change.Gone())));
    }

    private Reply<Change> changeVersion(Tenant tenant, ODataAddress object, String dataVersion, ObjectNode fields) {
        ODataAnswer answer = transport.change(tenant, object, fields, Optional.of(dataVersion));
        return answer instanceof ODataAnswer.Refused(Refusal.DataVersionDiffers())
                ? find(tenant, object)
                        .map(found ->
                                found.<Change>map(Change.ChangedMeanwhile::new).orElseGet(Change.Gone::new))
                : changed(answer).map(Change.Made::new);
    }

    /** A counter in base64 whose byte order differs between platforms: good for "the same" and for nothing else. */
    static String version(JsonNode object) {
        return Field.of(object, DATA_VERSION).text();
    }

    /** Never deletes: 1C would do it physically and leave dangling references. A posted document has to be unposted first. */
    Reply<JsonNode> markForDeletion(Tenant tenant, ODataAddress object) {
        return change(tenant, object, JsonNodeFactory.instance.objectNode().put("DeletionMark", true));
    }

    /** What posting by a change of one field came to. */
    sealed interface Posting {
        record Done(JsonNode document) implements Posting {}

        /** The base passes the field by or refuses it, or a web server lets no PATCH through: nothing was written, and the method is left. */
        record NotByField() implements Posting {}

        record Gone() implements Posting {}
    }

    /**
     * The answer to a change is the whole document, so posting this way and reading back are one call. It has been seen on one base only
     * (reference "onec", 1.6, live).
     */
    Reply<Posting> postByField(Tenant tenant, ODataAddress document) {
        ObjectNode posted = JsonNodeFactory.instance.objectNode().put(POSTED, true);
        ODataAnswer answer = transport.change(tenant, document, posted, Optional.empty());
        return switch (answer) {
            case ODataAnswer.Refused(Refusal.NotFound _) -> Reply.of(new Posting.Gone());
            case ODataAnswer.Refused(Refusal.NotUnderstood _), ODataAnswer.Refused(Refusal.WebServerSaysNo _) ->
                Reply.of(new Posting.NotByField());
            default ->
                changed(answer)
                        .map(object ->
                                Field.of(object, POSTED).flag() ? new Posting.Done(object) : new Posting.NotByField());
        };
    }

    /** Posts a document, or posts it anew. */
    Reply<ODataAddress> post(Tenant tenant, ODataAddress document) {
        return run(tenant, document.method("Post"));
    }

    Reply<ODataAddress> unpost(Tenant tenant, ODataAddress document) {
        return run(tenant, document.method("Unpost"));
    }

    /** The document whose method was run: 1C says so with an empty body, and words come from something in front of it (reference "onec", 1.6). */
    Reply<ODataAddress> run(Tenant tenant, ODataMethod method) {
        return switch (transport.run(tenant, method)) {
            case ODataAnswer.Nothing _ -> Reply.of(method.document());
            case ODataAnswer.Body _ -> stopped(new Refusal.Unclear(), Intent.WRITE);
            case ODataAnswer.Refused(Refusal refusal) -> stopped(refusal, Intent.WRITE);
        };
    }

    /** A call that goes with a write that is done already. Its refusal is none of the write: the caller looks before it writes again. */
    <T> Reply<T> afterWrite(Reply<T> followUp) {
        return switch (followUp) {
            case Reply.Got<T> done -> done;
            case Reply.Stopped<T> _ -> stopped(new Refusal.Unclear(), Intent.WRITE);
        };
    }

    private <T> Reply<T> stopped(Refusal refusal, Intent intent) {
        return Reply.stop(errors.meaning(refusal, intent));
    }
}
