package dev.crm1c.connectors.bitrix24;

import dev.crm1c.model.deal.NotePlace;
import dev.crm1c.model.deal.Telling;
import dev.crm1c.model.deal.Telling.Entry;
import dev.crm1c.model.deal.Telling.StageMove;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import dev.crm1c.model.tenant.Tenant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is told, as commands that know nothing of each other: one that is refused takes no other with it. The stage comes last and by itself,
 * because a portal checks mandatory fields when a deal moves (5.2), and because robots of the stage are to find the rest in its place.
 */
final class TellingBatch {
    static final String FIELDS = "fields";
    static final String STAGE = "stage";
    static final String NOTHING_TO_SAY = "Замечаний нет.";

    private static final String DEAL_TYPE = Integer.toString(EntityType.DEAL);

    private TellingBatch() {}

    static int commands(Telling telling) {
        return telling.entries().size() + telling.outdated().size() + 2;
    }

    static Batch of(Tenant tenant, CrmRef deal, Telling telling) {
        var batch = new Batch(Batch.AfterError.GO_ON);
        Map<String, String> fields = fields(tenant, telling);
        if (!fields.isEmpty()) {
            update(batch, FIELDS, deal).with("useOriginalUfNames", "Y").fields(fields);
        }
        telling.entries().forEach(entry -> entry(batch, deal, entry));
        telling.outdated().stream()
                .distinct()
                .forEach(id -> batch.command(outdated(id), "crm.timeline.comment.delete")
                        .with("id", id)
                        .with("ownerTypeId", DEAL_TYPE)
                        .with("ownerId", deal.id()));
        if (telling.move() instanceof StageMove.To(String stage)) {
            update(batch, STAGE, deal).fields(Map.of("stageId", stage));
        }
        return batch;
    }

    /** For entries that people took away meanwhile, and for those that a portal does not take away for us. */
    static Batch again(CrmRef deal, List<Entry> anew, List<String> notTakenAway) {
        var batch = new Batch(Batch.AfterError.GO_ON);
        anew.forEach(entry -> entry(batch, deal, entry));
        notTakenAway.forEach(id -> overwrite(batch, outdated(id), id, NOTHING_TO_SAY));
        return batch;
    }

    static String command(Entry entry) {
        return "entry_" + entry.slot().key();
    }

    static String outdated(String id) {
        return "outdated_" + id;
    }

    private static void entry(Batch batch, CrmRef deal, Entry entry) {
        switch (entry.place()) {
            case NotePlace.Existing(String id) -> overwrite(batch, command(entry), id, entry.text());
            case NotePlace.New(), NotePlace.NewUnlessThere() ->
                batch.command(command(entry), "crm.timeline.comment.add")
                        .with("fields[ENTITY_ID]", deal.id())
                        .with("fields[ENTITY_TYPE]", "deal")
                        .with("fields[COMMENT]", entry.text());
        }
    }

    private static void overwrite(Batch batch, String command, String id, String text) {
        batch.command(command, "crm.timeline.comment.update").with("id", id).with("fields[COMMENT]", text);
    }

    private static Batch.Command update(Batch batch, String command, CrmRef deal) {
        return batch.command(command, "crm.item.update")
                .with("entityTypeId", DEAL_TYPE)
                .with("id", deal.id());
    }

    /** By the names that the tenant gave them. Files are attached by a desk of their own, and what was handed over is people's to say. */
    private static Map<String, String> fields(Tenant tenant, Telling telling) {
        var fields = new TreeMap<String, String>();
        telling.fields().forEach((field, value) -> {
            String name = tenant.crm().fields().get(field);
            if (name != null && field != DealField.FILES && field != DealField.HANDED_OVER) {
                fields.put(name, value);
            }
        });
        return fields;
    }
}
