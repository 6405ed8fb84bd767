package dev.sallyport.transport;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks at the socket table twice a second for handshakes that were begun and not completed; one watch a process, off
 * the event loops.
 */
final class HalfOpenWatch implements AutoCloseable {

    private static final int MILLIS = 500;
    private static final int MOST = 10_000;

    private final SocketTable sockets;
    private final Clock clock;
    private final Map<SocketTable.Entry, Instant> seen = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "half-open-watch");
        thread.setDaemon(true);
        return thread;
    });

    HalfOpenWatch(SocketTable sockets, Clock clock) {
        this.sockets = sockets;
        this.clock = clock;
        watcher.scheduleAtFixedRate(this::look, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A handshake that was begun, and when it was first noticed. */
    record HalfOpen(SocketTable.Entry entry, Instant at) {}

    /** Looks once more and returns all that was noticed since an instant. */
    List<HalfOpen> since(Instant began) {
        look();
        return seen.entrySet().stream()
                .filter(noticed -> !noticed.getValue().isBefore(began))
                .map(noticed -> new HalfOpen(noticed.getKey(), noticed.getValue()))
                .toList();
    }

    private void look() {
        for (SocketTable.Entry entry : sockets.halfOpen()) {
            if (seen.size() < MOST) {
                seen.putIfAbsent(entry, clock.instant());
            }
        }
    }

    @Override
    public void close() {
        watcher.shutdownNow();
    }
}
