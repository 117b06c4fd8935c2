package dev.crm1c.simulators.bitrix24.app;

import dev.crm1c.simulators.bitrix24.app.EventBinding.Offline;
import dev.crm1c.simulators.bitrix24.app.EventBinding.Online;
import dev.crm1c.simulators.bitrix24.crm.Change;
import dev.crm1c.simulators.bitrix24.crm.ChangeFeed;
import dev.crm1c.simulators.bitrix24.event.QueueServer;
import dev.crm1c.simulators.bitrix24.rest.Hit;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells applications of changes: at once what they bound online, into their queues what they bound offline. */
public final class ApplicationEvents implements ChangeFeed {
    /** When a doorbell last rang, and in which request. */
    private record Ring(Instant at, Optional<Hit> hit) {}

    private final ApplicationBook book;
    private final OfflineQueues offline;
    private final AppLetters letters;
    private final QueueServer queue;
    private final Clock clock;
    private final Map<Online, Ring> rings = new HashMap<>();

    ApplicationEvents(ApplicationBook book, OfflineQueues offline, AppLetters letters, QueueServer queue, Clock clock) {
        this.book = book;
        this.offline = offline;
        this.letters = letters;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public void changed(Change change) {
        book.ready().forEach(application -> tell(application, change));
    }

    private void tell(Application application, Change change) {
        List<String> names = EventNames.of(change);
        List<Offline> queued = new ArrayList<>();
        for (EventBinding binding : application.bindings()) {
            if (names.contains(binding.event())) {
                switch (binding) {
                    case Online online -> queue.send(letters.change(application.card(), online, change));
                    case Offline later -> queued.add(later);
                }
            }
        }
        queued.removeIf(later -> isOwnEcho(application, later));
        queued.forEach(later ->
                offline.put(new OfflineRecord.Queue(application.clientId(), later.connector()), later.event(), change));
        if (!queued.isEmpty()) {
            application.listenersTo(AppLetters.DOORBELL).forEach(bell -> ring(application, bell));
        }
    }

    /** What a connector itself has changed does not come back to it (bitrix24.md §2.6 [doc]). */
    private static boolean isOwnEcho(Application application, Offline binding) {
        return Hit.current()
                .filter(hit -> hit.isOf(application.clientId(), binding.connector()))
                .isPresent();
    }

    /** Within minTimeout it stays silent and does not ring later either; with 0 it rings once for each request. */
    private void ring(Application application, Online bell) {
        Instant now = clock.instant();
        Ring last = rings.get(bell);
        boolean tooSoon = last != null && now.isBefore(last.at().plus(bell.minTimeout()));
        boolean sameHit = last != null && last.hit().isPresent() && last.hit().equals(Hit.current());
        if (!tooSoon && !sameHit) {
            rings.put(bell, new Ring(now, Hit.current()));
            queue.send(letters.doorbell(application.card(), bell));
        }
    }
}
