package dev.crm1c.model.fake;

import dev.crm1c.model.catalogue.ProductMarks;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealReading;
import dev.crm1c.model.deal.NotePlace;
import dev.crm1c.model.deal.NoteSlot;
import dev.crm1c.model.deal.RobotAnswer;
import dev.crm1c.model.deal.Telling;
import dev.crm1c.model.deal.Telling.FieldsWritten;
import dev.crm1c.model.port.Crm;
import dev.crm1c.model.port.CrmPeople;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import dev.crm1c.model.tenant.CrmSystem;
import dev.crm1c.model.tenant.Tenant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A CRM in memory: deals, one timeline, and stops that the next call runs into before or after its effect. */
public final class FakeCrm implements Crm {
    public final Map<CrmRef, Deal> deals = new HashMap<>();
    public final Map<CrmRef, CrmRef> owners = new HashMap<>();
    /** Note id to text, over all deals. */
    public final Map<String, String> notes = new LinkedHashMap<>();

    /** What the deals' own fields hold. */
    public final Map<CrmRef, Map<DealField, String>> shown = new HashMap<>();
    /** What becomes of fields that are told. */
    public FieldsWritten takesFields = new FieldsWritten.AsTold();
    /** Where our tellings have moved deals. */
    public final Map<CrmRef, String> moved = new HashMap<>();
    /** By the product's id. */
    public final Map<String, ProductMarks> products = new HashMap<>();

    public final FakePeople people = new FakePeople();
    /** By the robot's token. */
    public final Map<String, RobotAnswer> robotAnswers = new LinkedHashMap<>();

    public int reads;
    public int tellings;
    private int notesMade;

    private final Deque<Outcome> stopsBeforeRead = new ArrayDeque<>();
    private final Deque<Outcome> stopsAfterTelling = new ArrayDeque<>();
    private final Deque<Outcome> stopsBeforeAnswer = new ArrayDeque<>();

    public void put(Deal deal) {
        deals.put(deal.ref(), deal);
    }

    public void nextReadStops(Outcome outcome) {
        stopsBeforeRead.add(outcome);
    }

    /** The note is written, but its answer is lost. */
    public void nextTellingIsLost(Outcome outcome) {
        stopsAfterTelling.add(outcome);
    }

    @Override
    public CrmSystem system() {
        return new CrmSystem("fake");
    }

    @Override
    public Reply<DealReading> readDeal(Tenant tenant, CrmRef deal) {
        reads++;
        if (!stopsBeforeRead.isEmpty()) {
            return Reply.stop(stopsBeforeRead.remove());
        }
        return Reply.of(deals.containsKey(deal) ? new DealReading.Present(deals.get(deal)) : new DealReading.Gone());
    }

    @Override
    public Reply<Optional<CrmRef>> companyOf(Tenant tenant, CrmRef requisite) {
        return Reply.of(Optional.ofNullable(owners.get(requisite)));
    }

    @Override
    public Reply<Telling.Written> tell(Tenant tenant, CrmRef deal, Telling telling) {
        tellings++;
        var ids = new HashMap<NoteSlot, String>();
        for (Telling.Entry entry : telling.entries()) {
            String id = switch (entry.place()) {
                case NotePlace.New() -> fresh();
                case NotePlace.Existing(String noteId) -> noteId;
                case NotePlace.NewUnlessThere() ->
                    notes.entrySet().stream()
                            .filter(note -> note.getValue().equals(entry.text()))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElseGet(this::fresh);
            };
            notes.put(id, entry.text());
            ids.put(entry.slot(), id);
        }
        telling.outdated().forEach(notes::remove);
        FieldsWritten fields = telling.fields().isEmpty() ? new FieldsWritten.AsTold() : takesFields;
        if (fields instanceof FieldsWritten.AsTold) {
            shown.computeIfAbsent(deal, _ -> new EnumMap<>(DealField.class)).putAll(telling.fields());
        }
        if (telling.move() instanceof Telling.StageMove.To(String stage)) {
            moved.put(deal, stage);
        }
        return stopsAfterTelling.isEmpty()
                ? Reply.of(new Telling.Written(ids, fields))
                : Reply.stop(stopsAfterTelling.remove());
    }

    @Override
    public Reply<Optional<String>> findEntry(Tenant tenant, CrmRef deal, Predicate<String> text) {
        return Reply.of(notes.entrySet().stream()
                .filter(note -> text.test(note.getValue()))
                .map(Map.Entry::getKey)
                .findFirst());
    }

    @Override
    public String linkTo(Tenant tenant, CrmRef object) {
        return "https://portal.example/" + object.kind().wireName() + "/" + object.id();
    }

    @Override
    public Reply<Map<String, ProductMarks>> productMarks(Tenant tenant, Set<String> asked) {
        reads++;
        var found = new HashMap<>(products);
        found.keySet().retainAll(asked);
        return Reply.of(found);
    }

    @Override
    public CrmPeople people() {
        return people;
    }

    @Override
    public Reply<Answered> answerRobot(Tenant tenant, String token, RobotAnswer answer) {
        if (!stopsBeforeAnswer.isEmpty()) {
            return Reply.stop(stopsBeforeAnswer.remove());
        }
        robotAnswers.put(token, answer);
        return Reply.of(Answered.TAKEN);
    }

    public void nextRobotAnswerStops(Outcome outcome) {
        stopsBeforeAnswer.add(outcome);
    }

    private String fresh() {
        return "note-" + ++notesMade;
    }
}
