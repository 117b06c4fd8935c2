package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.Refusals.sendable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.sync.Problem.CannotWithdraw;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Takes documents back, and undoes it. Each time the document is read first and only what is missing is done, so whoever was interrupted begins
 * again; a document that is gone is taken back already. Source: reference "onec", 1.6.
 */
@ApplicationScoped
class WithdrawalDesk {
    private static final String MARK = "DeletionMark";
    private static final String POSTED = "Posted";

    private final ODataClient client;
    private final ProfileShelf profiles;

    WithdrawalDesk(ODataClient client, ProfileShelf profiles) {
        this.client = client;
        this.profiles = profiles;
    }

    Reply<OneCRef> withdraw(Tenant tenant, OneCRef document) {
        return client.find(tenant, address(tenant, document))
                .then(found -> found.filter(object -> !is(object, MARK))
                        .map(object -> takeBack(tenant, document, object))
                        .orElseGet(() -> Reply.of(document)));
    }

    private Reply<OneCRef> takeBack(Tenant tenant, OneCRef document, JsonNode object) {
        Section section = section(tenant, document);
        if (!section.has("withdraw")) {
            return Reply.askPeople(handedOver(document, object));
        }
        Section way = section.inner("withdraw");
        return (way.has("fields") ? close(tenant, document, object, way) : mark(tenant, document, object))
                .map(_ -> document);
    }

    /** What was handed over is taken back by documents of its own, and people make those. */
    private static CannotWithdraw handedOver(OneCRef document, JsonNode object) {
        String number = Field.of(object, "Number").text();
        return new CannotWithdraw(document.kind(), number, CannotWithdraw.Barrier.SHIPPED);
    }

    /** A closed document that is posted is posted anew each time: nobody can see whether the registers have followed. */
    private Reply<ODataAddress> close(Tenant tenant, OneCRef document, JsonNode object, Section way) {
        ODataAddress address = address(tenant, document);
        return sendable(
                        way.template(),
                        new Values(),
                        fields -> differs(object, fields)
                                ? client.change(tenant, address, fields).map(_ -> address)
                                : Reply.of(address))
                .then(closed -> is(object, POSTED) ? client.post(tenant, closed) : Reply.of(closed));
    }

    private static boolean differs(JsonNode object, ObjectNode fields) {
        return fields.properties().stream()
                .anyMatch(field -> !Field.of(object, field.getKey())
                        .text()
                        .equals(field.getValue().asText()));
    }

    /** 1C marks no document that is posted. */
    private Reply<ODataAddress> mark(Tenant tenant, OneCRef document, JsonNode object) {
        ODataAddress address = address(tenant, document);
        Reply<ODataAddress> unposted = is(object, POSTED) ? client.unpost(tenant, address) : Reply.of(address);
        return unposted.then(
                markable -> client.markForDeletion(tenant, markable).map(_ -> markable));
    }

    Reply<OneCRef> restore(Tenant tenant, OneCRef document) {
        ODataAddress address = address(tenant, document);
        return client.find(tenant, address)
                .then(found -> found.filter(object -> is(object, MARK))
                        .map(_ -> client.change(tenant, address, unmarked()).map(_ -> document))
                        .orElseGet(() -> Reply.of(document)));
    }

    private static ObjectNode unmarked() {
        return JsonNodeFactory.instance.objectNode().put(MARK, false);
    }

    private static boolean is(JsonNode object, String flag) {
        return Field.of(object, flag).flag();
    }

    private Section section(Tenant tenant, OneCRef document) {
        return profiles.of(tenant).section(document.kind());
    }

    private ODataAddress address(Tenant tenant, OneCRef document) {
        return ODataAddress.ofObject(
                tenant.onec().address(), section(tenant, document).set(), document.key());
    }
}
