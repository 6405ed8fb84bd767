package dev.sallyport.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void runsOnceWhenItsTimeHasCome() {
        Deadline.after(channel.eventLoop(), Duration.ZERO, runs::incrementAndGet);

        channel.runScheduledPendingTasks();

        assertThat(runs).hasValue(1);
    }

    @Test
    void doesNotRunOnceCancelled() {
        Runnable cancel = Deadline.after(channel.eventLoop(), Duration.ZERO, runs::incrementAndGet);
        cancel.run();

        channel.runScheduledPendingTasks();

        assertThat(runs).hasValue(0);
    }

    @Test
    void afterAStandstillItWaitsForWhatHasArrivedMeanwhile() {
        Deadline.after(channel.eventLoop(), Duration.ZERO, runs::incrementAndGet);
        standStill(300);

        channel.runScheduledPendingTasks();

        assertThat(runs).hasValue(0);
    }

    /** The event loop of an embedded channel runs when it is told to, so standing still is not telling it. */
    private static void standStill(int millis) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }
}
