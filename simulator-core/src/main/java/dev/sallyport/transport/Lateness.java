package dev.sallyport.transport;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How late the event loops ran of late: a process that is starved answers late and hears late, and what either end then
 * takes for the network's doing is its own. Thread-safe.
 *
 * <p>One long standstill tells, and so do many short ones: a loop that is a little late at each of its turns can use up a
 * deadline of a few seconds as well, since an exchange takes many turns.
 */
final class Lateness {

    /** From here on, deadlines of a few seconds may have passed for want of a processor. */
    private static final Duration TELLING = Duration.ofSeconds(1);

    /** What timers and the collector of garbage take for themselves. */
    private static final long USUAL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int MOST = 4_000;

    /** Shorter ones are a timer's own; longer ones, however short, make packets wait that are timed. */
    private static final long HITCH_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** No deadline is longer; what was late before it decided nothing, however long a flow has stood. */
    private static final long RECENT_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** That a loop ran at one time where it was due at another. */
    private record Delay(Object loop, long due, long ran) {

        Duration time() {
            return Duration.ofNanos(ran - due);
        }
    }

    private final Deque<Delay> delays = new ArrayDeque<>();
    private final Deque<Delay> hitches = new ArrayDeque<>();

    void watch(EventLoopGroup loops) {
        for (EventExecutor loop : loops) {
            expect(loop);
        }
    }

    private void expect(EventExecutor loop) {
        long due = System.nanoTime() + EVERY_NANOS;
        loop.schedule(
                () -> {
                    note(loop, due, System.nanoTime());
                    if (!loop.isShuttingDown()) {
                        expect(loop);
                    }
                },
                EVERY_NANOS,
                TimeUnit.NANOSECONDS);
    }

    /** Notes that a loop that was due at one time ran at another. */
    synchronized void note(Object loop, long due, long ran) {
        Delay delay = new Delay(loop, due, ran);
        if (ran - due >= USUAL_NANOS) {
            keep(delays, delay);
        }
        if (ran - due >= HITCH_NANOS) {
            keep(hitches, delay);
        }
    }

    private static void keep(Deque<Delay> kept, Delay delay) {
        kept.addLast(delay);
        if (kept.size() > MOST) {
            kept.removeFirst();
        }
    }

    /** Returns the longest delay since an instant, in milliseconds, also one too short to end anything; 0 if none. */
    synchronized double hitch(long began) {
        return hitches.stream()
                .filter(delay -> delay.ran >= began)
                .mapToDouble(delay -> (delay.ran - delay.due) / 1_000_000.0)
                .max()
                .orElse(0);
    }

    /** Returns what {@link #since} does of what has lasted since then and ends now. */
    Duration lately(long began) {
        return since(Math.max(began, System.nanoTime() - RECENT_NANOS));
    }

    /**
     * Notes a connection that stood in the listener's queue before it was accepted. Only epoll tells, by TCP_INFO (tcp(7)):
     * asked right after the accept, the time since data last came is the time since the handshake, or since the first bytes
     * that wait.
     */
    void accepted(Channel channel) {
        if (channel instanceof EpollSocketChannel epoll) {
            long now = System.nanoTime();
            note(
                    channel.id(),
                    now - TimeUnit.MILLISECONDS.toNanos(epoll.tcpInfo().lastDataRecv()),
                    now);
        }
    }

    /**
     * Returns how long the latest of the loops was late in all since an instant of {@link System#nanoTime}; zero where that
     * is too little to tell.
     */
    synchronized Duration since(long began) {
        Map<Object, Duration> byLoop = new HashMap<>();
        delays.stream()
                .filter(delay -> delay.ran >= began)
                .forEach(delay -> byLoop.merge(delay.loop, delay.time(), Duration::plus));
        return byLoop.values().stream()
                .max(Duration::compareTo)
                .filter(late -> late.compareTo(TELLING) >= 0)
                .orElse(Duration.ZERO);
    }
}
