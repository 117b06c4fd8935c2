package dev.crm1c.model.fake;

import dev.crm1c.model.port.CrmSetUp;
import dev.crm1c.model.portal.Piece;
import dev.crm1c.model.portal.Piece.Sort;
import dev.crm1c.model.portal.Piece.Standing;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A CRM that lets itself be set up, or stops before it. */
public final class RecordingSetUp implements CrmSetUp {
    public final List<URI> bound = new ArrayList<>();
    private final Deque<Outcome> stops = new ArrayDeque<>();

    public void nextStops(Outcome outcome) {
        stops.add(outcome);
    }

    @Override
    public Reply<List<Piece>> fields(Tenant tenant) {
        return stops.isEmpty()
                ? Reply.of(tenant.crm().fields().values().stream()
                        .sorted()
                        .map(name -> new Piece(Sort.DEAL_FIELD, name, Standing.MADE))
                        .toList())
                : Reply.stop(stops.remove());
    }

    @Override
    public Reply<List<Piece>> application(Tenant tenant, URI ourAddress) {
        if (!stops.isEmpty()) {
            return Reply.stop(stops.remove());
        }
        bound.add(ourAddress);
        return Reply.of(List.of(new Piece(Sort.EVENT, "ONCRMDEALUPDATE", Standing.MADE)));
    }
}
