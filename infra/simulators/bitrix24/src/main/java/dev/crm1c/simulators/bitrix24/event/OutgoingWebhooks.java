package dev.crm1c.simulators.bitrix24.event;

import dev.crm1c.simulators.bitrix24.crm.Change;
import dev.crm1c.simulators.bitrix24.crm.ChangeFeed;
import dev.crm1c.simulators.bitrix24.crm.CrmEvent.Audience;
import dev.crm1c.simulators.bitrix24.event.EventQueue.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The outgoing webhooks of the portal. An event goes to each handler that listens to it once, and never again whatever
 * the handler answers (bitrix24.md §0.1 [doc]).
 */
public final class OutgoingWebhooks implements ChangeFeed, AutoCloseable {
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final Queue<Delivery> deliveries = new ConcurrentLinkedQueue<>();
    private final EventQueue queue = new EventQueue();
    private final WebhookSender sender;
    private final Thread dispatcher;

    public OutgoingWebhooks(PortalIdentity portal, Duration patience, Clock clock) {
        this.sender = new WebhookSender(portal, patience, clock);
        this.dispatcher = Thread.ofVirtual().name("bitrix24-webhook-queue").unstarted(this::dispatch);
    }

    public void start() {
        dispatcher.start();
    }

    public void subscribe(Subscription subscription) {
        subscriptions.add(subscription);
    }

    public void unsubscribe(Subscription subscription) {
        subscriptions.remove(subscription);
    }

    public List<Subscription> subscriptions() {
        return List.copyOf(subscriptions);
    }

    @Override
    public void changed(Change change) {
        if (change.event().audience() == Audience.APPLICATIONS) {
            return;
        }
        for (Subscription subscription : subscriptions) {
            if (subscription.events().contains(change.event())) {
                queue.offer(new Waiting(subscription, change));
            }
        }
    }

    /** Events are kept back until release(). */
    public void hold() {
        queue.hold(true);
    }

    public void release() {
        queue.hold(false);
    }

    /** Every n-th event is lost; 0 loses none. */
    public void dropEveryNth(int n) {
        queue.dropEvery(n);
    }

    /** Each event is sent that many times. */
    public void sendTimes(int copies) {
        queue.times(copies);
    }

    /** What waits is sent in an order that only the seed decides. */
    public void shuffle(long seed) {
        queue.shuffle(Optional.of(new Random(seed)));
    }

    public void inOrder() {
        queue.shuffle(Optional.empty());
    }

    /** How many calls may be under way at a time; with 1 they arrive in the order in which they are sent. */
    public void parallel(int calls) {
        queue.parallel(calls);
    }

    /** Every attempt so far, in the order in which the handlers answered. */
    public List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    public int dropped() {
        return queue.dropped();
    }

    public void forget() {
        deliveries.clear();
        queue.forgetCounters();
    }

    /** Waits until every event that is not held has been answered; false when that takes longer. */
    public boolean awaitQuiet(Duration patience) throws InterruptedException {
        return queue.quietWithin(patience);
    }

    @Override
    public void close() {
        queue.close();
        sender.close();
    }

    private void dispatch() {
        try {
            Optional<Waiting> next = queue.take();
            while (next.isPresent()) {
                Waiting event = next.get();
                Thread.ofVirtual().name("bitrix24-webhook").start(() -> deliver(event));
                next = queue.take();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Waiting event) {
        try {
            deliveries.add(sender.send(event));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            queue.done();
        }
    }
}
