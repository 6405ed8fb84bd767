package dev.sallyport.transport;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * How late the event loops ran of late: a process that is starved answers late and hears late, and what either end then
 * takes for the network's doing is its own. Thread-safe.
 */
final class Lateness {

    /** From here on, deadlines of a few seconds may have passed for want of a processor. */
    private static final long TELLING_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int MOST = 1_000;

    private record Standstill(long began, long ended) {}

    private final Deque<Standstill> standstills = new ArrayDeque<>();

    void watch(EventLoopGroup loops) {
        for (EventExecutor loop : loops) {
            expect(loop);
        }
    }

    private void expect(EventExecutor loop) {
        long due = System.nanoTime() + EVERY_NANOS;
        loop.schedule(
                () -> {
                    note(due, System.nanoTime());
                    if (!loop.isShuttingDown()) {
                        expect(loop);
                    }
                },
                EVERY_NANOS,
                TimeUnit.NANOSECONDS);
    }

    /** Notes that a loop that was due at one time ran at another. */
    synchronized void note(long due, long now) {
        if (now - due >= TELLING_NANOS) {
            standstills.addLast(new Standstill(due, now));
            if (standstills.size() > MOST) {
                standstills.removeFirst();
            }
        }
    }

    /**
     * Notes a connection that stood in the listener's queue for long before it was accepted: busy loops can be late at each
     * of their turns and still in time for those that are awaited. Only epoll tells, by TCP_INFO (tcp(7)); asked right after
     * the accept, the time since data last came is the time since the handshake, or since the first bytes that wait.
     */
    void accepted(Channel channel) {
        if (channel instanceof EpollSocketChannel epoll) {
            long now = System.nanoTime();
            note(now - TimeUnit.MILLISECONDS.toNanos(epoll.tcpInfo().lastDataRecv()), now);
        }
    }

    /** Returns the longest standstill that touched the time since an instant of {@link System#nanoTime}; zero if none. */
    synchronized Duration since(long began) {
        return standstills.stream()
                .filter(standstill -> standstill.ended >= began)
                .map(standstill -> Duration.ofNanos(standstill.ended - standstill.began))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
