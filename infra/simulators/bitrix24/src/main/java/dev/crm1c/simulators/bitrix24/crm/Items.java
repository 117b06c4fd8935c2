package dev.crm1c.simulators.bitrix24.crm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All items of one kind. A change is stamped and announced when it is saved. */
public final class Items {
    private final ItemType type;
    private final List<Field> standard;
    private final ItemRules rules;
    private final Surroundings around;
    private final NavigableMap<Long, Item> items = new TreeMap<>();

    Items(ItemType type, ItemRules rules, Surroundings around) {
        this.type = type;
        this.standard = Schema.fieldsOf(type);
        this.rules = rules;
        this.around = around;
    }

    public ItemType type() {
        return type;
    }

    public List<Field> standardFields() {
        return standard;
    }

    public List<Field> userFields() {
        return around.userFields().of(type);
    }

    public List<Field> fields() {
        List<Field> fields = new ArrayList<>(standard);
        fields.addAll(userFields());
        return fields;
    }

    public Collection<Item> all() {
        return List.copyOf(items.values());
    }

    public Optional<Item> find(long id) {
        return Optional.ofNullable(items.get(id));
    }

    public Item get(long id) {
        return find(id).orElseThrow(ItemType::notFound);
    }

    public boolean exists(long id) {
        return items.containsKey(id);
    }

    public Item add(long actor, Map<String, Object> given) {
        return add(actor, given, Map.of());
    }

    /** As crm.item.import: with stamps of the caller's choice, such as createdTime (bitrix24.md §5.2 [doc]). */
    public Item add(long actor, Map<String, Object> given, Map<String, Object> stamps) {
        Moment moment = moment(actor);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", around.ids().next(type.timelineCode()));
        apply(given, values);
        rules.born(values, moment);
        rules.settle(Map.of(), values, moment);
        for (String stamp : List.of("createdTime", "updatedTime", "lastActivityTime")) {
            values.put(stamp, moment.now());
        }
        for (String stamp : List.of("createdBy", "updatedBy", "lastActivityBy")) {
            values.put(stamp, actor);
        }
        values.putAll(stamps);
        Item item = new Item(type, values);
        items.put(item.id(), item);
        around.history().created(item);
        around.feed().changed(type.change(type.added(), item.id(), actor));
        return item;
    }

    /** As crm.item.update: where no value changes nothing is saved and nothing announced (bitrix24.md §5.2 [doc]). */
    public Item update(long actor, long id, Map<String, Object> given) {
        Item before = get(id);
        Map<String, Object> values = settled(actor, before, given);
        around.mandatory().check(type, values);
        return values.equals(before.values()) ? before : save(actor, before, values);
    }

    /** As the old crm.*.update: saved, stamped and announced whatever was in it (not documented; the hostile reading). */
    public Item overwrite(long actor, long id, Map<String, Object> given) {
        Item before = get(id);
        return save(actor, before, settled(actor, before, given));
    }

    /** Derived fields follow without a stamp and without a word. */
    void settleSilently(long actor, long id, Map<String, Object> given) {
        items.put(id, new Item(type, settled(actor, get(id), given)));
    }

    public void delete(long actor, long id) {
        Item gone = get(id);
        items.remove(id);
        around.files().forgetAllBut(Map.of(), gone.values());
        around.feed().changed(type.change(type.deleted(), id, actor));
    }

    private Map<String, Object> settled(long actor, Item before, Map<String, Object> given) {
        Map<String, Object> values = new LinkedHashMap<>(before.values());
        apply(given, values);
        rules.settle(before.values(), values, moment(actor));
        return values;
    }

    private Item save(long actor, Item before, Map<String, Object> values) {
        values.put("updatedTime", around.time().now());
        values.put("updatedBy", actor);
        Item after = new Item(type, values);
        items.put(after.id(), after);
        around.history().saved(before, after);
        around.files().forgetAllBut(after.values(), before.values());
        around.feed().changed(rules.announced(before, after, actor));
        return after;
    }

    private void apply(Map<String, Object> given, Map<String, Object> values) {
        given.forEach((field, asked) -> {
            Object value =
                    asked instanceof FileChange change ? change.against(values.get(field), around.files()) : asked;
            if (value == null) {
                values.remove(field);
            } else {
                values.put(field, value);
            }
        });
    }

    private Moment moment(long actor) {
        return new Moment(actor, around.time().now(), around.time().today());
    }
}
