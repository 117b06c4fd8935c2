package dev.crm1c.simulators.bitrix24.app;

import dev.crm1c.simulators.bitrix24.app.EventBinding.Online;
import dev.crm1c.simulators.bitrix24.crm.Change;
import dev.crm1c.simulators.bitrix24.event.Letter;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;

/** What is posted to applications (bitrix24.md §2.2, §2.3; samples in data/events-form). */
final class AppLetters {
    static final String INSTALL = "ONAPPINSTALL";
    static final String UPDATE = "ONAPPUPDATE";
    static final String UNINSTALL = "ONAPPUNINSTALL";
    static final String TEST = "ONAPPTEST";
    static final String DOORBELL = "ONOFFLINEEVENT";
    private static final String LANGUAGE = "ru";

    private final AuthFields auth;

    AppLetters(AuthFields auth) {
        this.auth = auth;
    }

    Letter change(ApplicationCard card, Online binding, Change change) {
        return new Letter(binding.event(), binding.handler(), sentAt -> {
            SequencedMap<String, String> fields = opening(binding);
            fields.putAll(change.form());
            return closed(fields, sentAt, auth.ofEvent(card, change.actor(), binding.authType()));
        });
    }

    /** Nothing but the call itself: there is something to fetch. */
    Letter doorbell(ApplicationCard card, Online binding) {
        return letter(DOORBELL, binding.handler(), Map.of(), () -> auth.ofDoorbell(card, binding.boundBy()));
    }

    Letter installed(Application application, URI handler, long admin) {
        SequencedMap<String, String> data = new LinkedHashMap<>();
        data.put("data[VERSION]", Integer.toString(application.version()));
        data.put("data[ACTIVE]", "Y");
        data.put("data[INSTALLED]", application.isReady() ? "Y" : "N");
        data.put("data[LANGUAGE_ID]", LANGUAGE);
        return letter(INSTALL, handler, data, () -> auth.ofInstallation(application.card(), admin));
    }

    Letter updated(Application application, URI handler, int previous, long admin) {
        SequencedMap<String, String> data = new LinkedHashMap<>();
        data.put("data[VERSION]", Integer.toString(application.version()));
        data.put("data[PREVIOUS_VERSION]", Integer.toString(previous));
        data.put("data[LANGUAGE_ID]", LANGUAGE);
        return letter(UPDATE, handler, data, () -> auth.ofInstallation(application.card(), admin));
    }

    /** No tokens: only the application token proves where it comes from. */
    Letter removed(ApplicationCard card, URI handler, Applications.Leaving leaving) {
        SequencedMap<String, String> data = new LinkedHashMap<>();
        data.put("data[LANGUAGE_ID]", LANGUAGE);
        data.put("data[CLEAN]", leaving.flag());
        return letter(UNINSTALL, handler, data, () -> auth.withoutTokens(card));
    }

    Letter test(ApplicationCard card, Online binding, Map<String, String> query, long userId) {
        return new Letter(TEST, binding.handler(), sentAt -> {
            SequencedMap<String, String> fields = opening(binding);
            query.forEach((name, value) -> fields.put("data[QUERY][" + name + "]", value));
            return closed(fields, sentAt, auth.ofUser(card, userId, AuthFields.Refresh.WITHHELD));
        });
    }

    private static Letter letter(
            String event, URI handler, Map<String, String> data, Supplier<SequencedMap<String, String>> auth) {
        return new Letter(event, handler, sentAt -> {
            SequencedMap<String, String> fields = new LinkedHashMap<>();
            fields.put("event", event);
            fields.putAll(data);
            return closed(fields, sentAt, auth.get());
        });
    }

    private static SequencedMap<String, String> opening(Online binding) {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        fields.put("event", binding.event());
        fields.put("event_handler_id", Long.toString(binding.handlerId()));
        return fields;
    }

    private static SequencedMap<String, String> closed(
            SequencedMap<String, String> fields, Instant sentAt, SequencedMap<String, String> auth) {
        fields.put("ts", Long.toString(sentAt.getEpochSecond()));
        fields.putAll(auth);
        return fields;
    }
}
