package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.connectors.bitrix24.Listing.Extent;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists by key: each page begins behind the last id of the page before. Nothing is counted, so it stays fast on any table, and rows that come or
 * go meanwhile shift nothing. Source: reference "bitrix24", 4.6.
 */
@ApplicationScoped
class PortalLists {
    static final int PAGE = 50;

    private final Bitrix24Client client;
    private final Bitrix24Errors errors;

    PortalLists(Bitrix24Client client, Bitrix24Errors errors) {
        this.client = client;
        this.errors = errors;
    }

    Reply<Listing<JsonNode>> read(Tenant tenant, KeyedList list, int mostPages) {
        var all = new ArrayList<JsonNode>();
        ObjectNode next = list.firstPage();
        long last = -1;
        for (int page = 0; page < mostPages; page++) {
            switch (page(tenant, list.method(), next)) {
                case Reply.Stopped<List<JsonNode>>(var outcome) -> {
                    return Reply.stop(outcome);
                }
                case Reply.Got<List<JsonNode>>(var rows) -> {
                    List<JsonNode> fresh = behind(last, rows, list.key());
                    all.addAll(fresh);
                    if (fresh.size() < rows.size()) {
                        return Reply.of(new Listing<>(all, Extent.CUT_SHORT));
                    }
                    if (rows.size() < PAGE) {
                        return Reply.of(new Listing<>(all, Extent.WHOLE));
                    }
                    last = list.key().of(rows.getLast());
                    if (!behind(last, rows, list.key()).isEmpty()) {
                        return Reply.of(new Listing<>(all, Extent.CUT_SHORT));
                    }
                    next = list.pageAfter(last);
                }
            }
        }
        return Reply.of(new Listing<>(all, Extent.CUT_SHORT));
    }

    /** One page as it comes. */
    Reply<List<JsonNode>> page(Tenant tenant, String method, ObjectNode parameters) {
        return client.call(tenant, method, parameters)
                .then(result -> ListRows.of(result)
                        .map(Reply::of)
                        .orElseGet(() -> Reply.stop(errors.meaning(Refusal.UNCLEAR))));
    }

    private static List<JsonNode> behind(long last, List<JsonNode> rows, KeyedList.Key key) {
        return rows.stream().filter(row -> key.of(row) > last).toList();
    }
}
