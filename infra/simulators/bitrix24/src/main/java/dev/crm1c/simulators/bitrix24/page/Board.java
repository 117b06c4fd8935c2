package dev.crm1c.simulators.bitrix24.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.Salesperson;
import dev.crm1c.simulators.bitrix24.crm.ItemType;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.RestRefusal;
import java.util.Optional;

/** What the page shows of one pipeline, and what a person does there: the salesperson does it, so events fire. */
public final class Board {

    private final Portal portal;
    private final Salesperson salesperson;

    public Board(Portal portal, Salesperson salesperson) {
        this.portal = portal;
        this.salesperson = salesperson;
    }

    ObjectNode show(long pipeline) {
        return portal.alone(() -> {
            ObjectNode board = Json.object().put("pipeline", pipeline);
            ArrayNode pipelines = board.putArray("pipelines");
            portal.pipelines()
                    .categories(ItemType.DEAL)
                    .forEach(category -> pipelines.add(Json.object()
                            .put("id", category.path("id").asLong())
                            .put("name", category.path("name").asText())
                            .put("deals", dealsIn(category.path("id").asLong()))));
            ArrayNode stages = board.putArray("stages");
            portal.pipelines()
                    .stages(ItemType.DEAL, pipeline)
                    .forEach(stage -> stages.add(Json.object()
                            .put("id", stage.path("STATUS_ID").asText())
                            .put("name", stage.path("NAME").asText())
                            .put("color", stage.path("COLOR").asText())));
            ArrayNode deals = board.putArray("deals");
            portal.deals().all().stream()
                    .filter(deal -> deal.reference("categoryId") == pipeline)
                    .forEach(deal -> deals.add(new DealCard(portal, deal).json()));
            return board;
        });
    }

    /** Empty when it was done, otherwise why not, in the portal's words. */
    Optional<String> move(long deal, String stage) {
        return done(() -> salesperson.moveDeal(deal, stage));
    }

    Optional<String> editRow(long row, String price, String quantity) {
        return done(() -> salesperson.editRow(row, old -> old.withPrice(price).withQuantity(quantity)));
    }

    private long dealsIn(long pipeline) {
        return portal.deals().all().stream()
                .filter(deal -> deal.reference("categoryId") == pipeline)
                .count();
    }

    private static Optional<String> done(Runnable edit) {
        try {
            edit.run();
            return Optional.empty();
        } catch (RestRefusal refused) {
            return Optional.of(refused.error().description());
        } catch (NumberFormatException noNumber) {
            return Optional.of("Цена и количество — числа, например 1250.50");
        }
    }
}
