package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.bitrix24.BatchAnswer.Part;
import dev.crm1c.model.port.Portals;
import dev.crm1c.model.portal.ChangeChannel;
import dev.crm1c.model.portal.Piece;
import dev.crm1c.model.portal.Piece.Sort;
import dev.crm1c.model.portal.Piece.Standing;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What our application binds on a portal: events, the robot "send to 1C", the tab in the deal, the list of changes. The portal drops all of it
 * whenever the application is installed or updated. Source: reference "bitrix24", 2.5–2.6, 3.1–3.2.
 */
@ApplicationScoped
class ApplicationBinding {
    private final Bitrix24Client client;
    private final Answers answers;
    private final Portals portals;

    ApplicationBinding(Bitrix24Client client, Answers answers, Portals portals) {
        this.client = client;
        this.answers = answers;
        this.portals = portals;
    }

    /** What the portal has of ours, and what its plan allows. One request. */
    Reply<Bound> bound(Tenant tenant) {
        var batch = new Batch(Batch.AfterError.GO_ON);
        batch.command("events", "event.get");
        batch.command("robots", "bizproc.robot.list");
        batch.command("tabs", "placement.get");
        batch.command("offline", "feature.get").with("CODE", "rest_offline_extended");
        batch.command("connector", "feature.get").with("CODE", "rest_auth_connector");
        batch.command("profile", "profile");
        return client.call(tenant, batch)
                .then(answer -> answers.whole(answer, List.of("events")).map(Bound::of));
    }

    Reply<List<Piece>> bind(Tenant tenant, URI ourAddress) {
        return bound(tenant).then(bound -> bindMissing(tenant, Wanted.at(ourAddress, bound), bound));
    }

    private Reply<List<Piece>> bindMissing(Tenant tenant, Wanted wanted, Bound bound) {
        var pieces = new ArrayList<Piece>();
        var missing = new ArrayList<Wanted.Binding>();
        for (Wanted.Binding binding : wanted.bindings()) {
            if (bound.has(binding)) {
                pieces.add(new Piece(binding.sort(), binding.name(), Standing.WAS_THERE));
            } else {
                missing.add(binding);
            }
        }
        Reply<List<Piece>> made = Portions.inTurn(
                missing,
                Portions.OF_WRITES,
                pieces,
                (some, before) -> make(tenant, some).map(now -> {
                    before.addAll(now);
                    return before;
                }));
        return made.map(all -> {
            portals.tellsBy(tenant.id(), channel(all, bound.channel()));
            return List.copyOf(all);
        });
    }

    private Reply<List<Piece>> make(Tenant tenant, List<Wanted.Binding> bindings) {
        var batch = new Batch(Batch.AfterError.GO_ON);
        for (int i = 0; i < bindings.size(); i++) {
            bindings.get(i).in(batch, "b" + i);
        }
        return client.call(tenant, batch).map(answer -> {
            var pieces = new ArrayList<Piece>();
            for (int i = 0; i < bindings.size(); i++) {
                Wanted.Binding binding = bindings.get(i);
                pieces.add(new Piece(binding.sort(), binding.name(), standing(answer.part("b" + i))));
            }
            return pieces;
        });
    }

    private static Standing standing(Part part) {
        return switch (part) {
            case Part.Result(JsonNode value) when value.asBoolean() -> Standing.MADE;
            case Part.Result _, Part.Failed _, Part.NotRun _ -> Standing.REFUSED;
        };
    }

    /** The list counts only when every event of it is kept. */
    private static ChangeChannel channel(List<Piece> pieces, ChangeChannel possible) {
        boolean kept = pieces.stream()
                .filter(piece -> piece.sort() == Sort.CHANGE_LIST)
                .allMatch(piece -> piece.standing() != Standing.REFUSED);
        return kept ? possible : ChangeChannel.EVENTS;
    }
}
