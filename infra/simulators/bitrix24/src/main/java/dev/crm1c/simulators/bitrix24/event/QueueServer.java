package dev.crm1c.simulators.bitrix24.event;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The queue server between the portal and everybody's handlers. It calls a handler once, and never again whatever the
 * handler answers (bitrix24.md §0.1, §2.1 [doc]).
 */
public final class QueueServer implements AutoCloseable {
    private final Queue<Delivery> deliveries = new ConcurrentLinkedQueue<>();
    private final EventQueue queue;
    private final LetterSender sender;
    private final Thread dispatcher;

    public QueueServer(Duration patience, Clock clock) {
        this.queue = new EventQueue(clock);
        this.sender = new LetterSender(patience, clock);
        this.dispatcher = Thread.ofVirtual().name("bitrix24-webhook-queue").unstarted(this::dispatch);
    }

    public void start() {
        dispatcher.start();
    }

    public void send(Letter letter) {
        queue.offer(letter);
    }

    /** Events are kept back until release(). */
    public void hold() {
        queue.hold(true);
    }

    public void release() {
        queue.hold(false);
    }

    /** What is sent from now on waits that long by the portal's clock. */
    public void delay(Duration time) {
        queue.delay(time);
    }

    /** A handler that answers later than tolerated is left alone for its answer's time multiplied by the factor. */
    public void throttleSlowHandlers(Duration tolerated, int factor) {
        queue.throttle(new Throttle.Rule(tolerated, factor));
    }

    public void stopThrottling() {
        queue.liftThrottle();
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
            Optional<Letter> next = queue.take();
            while (next.isPresent()) {
                Letter letter = next.get();
                Thread.ofVirtual().name("bitrix24-webhook").start(() -> deliver(letter));
                next = queue.take();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Letter letter) {
        try {
            Delivery delivery = sender.send(letter);
            deliveries.add(delivery);
            queue.answered(delivery);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            queue.done();
        }
    }
}
