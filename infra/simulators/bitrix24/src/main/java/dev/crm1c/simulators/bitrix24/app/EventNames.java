package dev.crm1c.simulators.bitrix24.app;

import dev.crm1c.simulators.bitrix24.crm.Change;
import dev.crm1c.simulators.bitrix24.crm.CrmEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The names that event.bind knows, and the scope that each belongs to (bitrix24.md §2.3, §2.5; sample events). */
final class EventNames {
    private static final List<String> OF_APPLICATIONS = List.of(
            "ONAPPUNINSTALL",
            "ONAPPINSTALL",
            "ONAPPUPDATE",
            "ONAPPPAYMENT",
            "ONAPPTEST",
            "ONAPPMETHODCONFIRM",
            "ONOFFLINEEVENT");
    private static final Pattern OF_ONE_TYPE = Pattern.compile("ONCRMDYNAMICITEM(?:ADD|UPDATE|DELETE)_\\d+");
    private static final List<String> OF_SMART_INVOICES =
            List.of("ONCRMDYNAMICITEMADD_31", "ONCRMDYNAMICITEMUPDATE_31", "ONCRMDYNAMICITEMDELETE_31");

    private EventNames() {}

    static List<String> all() {
        List<String> names = new ArrayList<>(OF_APPLICATIONS);
        Arrays.stream(CrmEvent.values()).map(CrmEvent::wireName).forEach(names::add);
        names.addAll(OF_SMART_INVOICES);
        return names;
    }

    static List<String> within(Set<String> scopes) {
        return all().stream().filter(name -> isWithin(name, scopes)).toList();
    }

    static boolean isKnown(String name, Set<String> scopes) {
        boolean exists = all().contains(name) || OF_ONE_TYPE.matcher(name).matches();
        return exists && isWithin(name, scopes);
    }

    /** Items of a type fire under the common name and under that of the type. */
    static List<String> of(Change change) {
        String name = change.event().wireName();
        boolean dynamic = name.startsWith("ONCRMDYNAMICITEM");
        return dynamic ? List.of(name, name + "_" + change.fields().get("ENTITY_TYPE_ID")) : List.of(name);
    }

    private static boolean isWithin(String name, Set<String> scopes) {
        if (OF_APPLICATIONS.contains(name)) {
            return true;
        }
        if (name.startsWith("CATALOG.")) {
            return scopes.contains("catalog");
        }
        return name.startsWith("ONCRM") ? scopes.contains("crm") : scopes.contains("sale");
    }
}
