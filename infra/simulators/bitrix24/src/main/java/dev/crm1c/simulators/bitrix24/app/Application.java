package dev.crm1c.simulators.bitrix24.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An application as this portal has it. Its state changes under the portal's lock only. */
final class Application {
    /** How far its installation is: until it is finished no event is sent and no placement shown. */
    enum Installation {
        ABSENT,
        BEGUN,
        FINISHED
    }

    private final long number;
    private final ApplicationCard card;
    private final List<EventBinding> bindings = new ArrayList<>();
    private final List<PlacementBinding> placements = new ArrayList<>();
    private final Map<String, Robot> robots = new LinkedHashMap<>();
    private volatile Installation installation = Installation.ABSENT;
    private volatile int version = 1;

    Application(long number, ApplicationCard card) {
        this.number = number;
        this.card = card;
    }

    ApplicationCard card() {
        return card;
    }

    long number() {
        return number;
    }

    String clientId() {
        return card.clientId();
    }

    int version() {
        return version;
    }

    Installation installation() {
        return installation;
    }

    boolean isPresent() {
        return installation != Installation.ABSENT;
    }

    boolean isReady() {
        return installation == Installation.FINISHED;
    }

    void begin() {
        installation = Installation.BEGUN;
    }

    void finish() {
        installation = Installation.FINISHED;
    }

    /** Bindings and placements do not outlive an update (bitrix24.md §1.2 [doc]). */
    void update(int newVersion) {
        version = newVersion;
        bindings.clear();
        placements.clear();
    }

    void remove() {
        update(version);
        robots.clear();
        installation = Installation.ABSENT;
    }

    List<EventBinding> bindings() {
        return bindings;
    }

    List<PlacementBinding> placements() {
        return placements;
    }

    Map<String, Robot> robots() {
        return robots;
    }

    /** The bindings that somebody is called at once for. */
    List<EventBinding.Online> listenersTo(String event) {
        return bindings.stream()
                .filter(EventBinding.Online.class::isInstance)
                .map(EventBinding.Online.class::cast)
                .filter(binding -> binding.event().equals(event))
                .toList();
    }
}
