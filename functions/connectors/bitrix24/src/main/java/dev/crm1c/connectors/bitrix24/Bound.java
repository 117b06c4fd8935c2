package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.portal.ChangeChannel;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a portal has of our application. What could not be read counts as not there: to bind a thing twice is refused by the portal and harmless.
 *
 * @param channel the best that the portal's plan allows
 * @param employee in whose name the application works: the administrator who installed it
 */
record Bound(Set<String> keys, ChangeChannel channel, String employee) {
    private static final String FIRST_ADMINISTRATOR = "1";

    Bound {
        keys = Set.copyOf(keys);
    }

    static Bound of(BatchAnswer answer) {
        var keys = new HashSet<String>();
        answer.valueOrMissing("events")
                .forEach(row -> keys.add(
                        row.path("offline").asInt() == 1
                                ? listed(Bitrix24Mapping.text(row, "event"))
                                : event(Bitrix24Mapping.text(row, "event"), Bitrix24Mapping.text(row, "handler"))));
        answer.valueOrMissing("robots").forEach(robot -> keys.add("robot " + robot.asText()));
        answer.valueOrMissing("tabs")
                .forEach(tab ->
                        keys.add(tab(Bitrix24Mapping.text(tab, "placement"), Bitrix24Mapping.text(tab, "handler"))));
        return new Bound(keys, channel(answer), employee(answer));
    }

    private static String employee(BatchAnswer answer) {
        String id = Bitrix24Mapping.text(answer.valueOrMissing("profile"), "ID");
        return id.isEmpty() ? FIRST_ADMINISTRATOR : id;
    }

    private static ChangeChannel channel(BatchAnswer answer) {
        if (!isOn(answer, "offline")) {
            return ChangeChannel.EVENTS;
        }
        return isOn(answer, "connector") ? ChangeChannel.CHANGE_LIST_WITHOUT_OUR_OWN : ChangeChannel.CHANGE_LIST;
    }

    private static boolean isOn(BatchAnswer answer, String feature) {
        JsonNode value = answer.valueOrMissing(feature).path("value");
        return value.asText().equals("Y");
    }

    boolean has(Wanted.Binding binding) {
        return keys.contains(
                switch (binding.sort()) {
                    case EVENT -> event(binding.name(), binding.parameters().get("handler"));
                    case CHANGE_LIST -> listed(binding.name());
                    case ROBOT -> "robot " + binding.name();
                    case TAB -> tab(binding.name(), binding.parameters().get("HANDLER"));
                    case DEAL_FIELD -> "";
                });
    }

    /** At whatever address. */
    boolean hears(String event) {
        return keys.stream().anyMatch(key -> key.startsWith(event(event, "")));
    }

    boolean hasRobot() {
        return keys.contains("robot " + Wanted.ROBOT);
    }

    boolean hasTab() {
        return keys.stream().anyMatch(key -> key.startsWith(tab(Wanted.TAB, "")));
    }

    private static String event(String name, String handler) {
        return "event " + name.toUpperCase(Locale.ROOT) + " " + handler;
    }

    private static String listed(String name) {
        return "listed " + name.toUpperCase(Locale.ROOT);
    }

    private static String tab(String placement, String handler) {
        return "tab " + placement + " " + handler;
    }
}
