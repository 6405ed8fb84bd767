package dev.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class InterruptionTest {

    private final List<Integer> exits = new ArrayList<>();
    private final CompletableFuture<Integer> halted = new CompletableFuture<>();
    private final Interruption interruption = new Interruption(exits::add, halted::complete, Duration.ofSeconds(10));

    @Test
    void aCommandThatEndsByItselfExitsWithItsStatus() {
        interruption.end(3);
        interruption.shutDown();

        assertThat(exits).containsExactly(3);
        assertThat(halted).isNotDone();
    }

    @Test
    void theProcessHaltsWithTheStatusOfTheCommandThatWasAskedToStop() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        interruption.stopsBy(asked::countDown);
        Thread hook = new Thread(interruption::shutDown);
        hook.start();
        asked.await();

        assertThat(halted).isNotDone();
        interruption.end(130);
        hook.join();

        assertThat(halted).isCompletedWithValue(130);
    }

    @Test
    void aCommandThatBeginsAfterTheSignalIsAskedAtOnce() throws Exception {
        Thread hook = new Thread(interruption::shutDown);
        hook.start();
        while (!interruption.interrupted()) {
            Thread.onSpinWait();
        }
        CountDownLatch asked = new CountDownLatch(1);
        interruption.stopsBy(asked::countDown);
        asked.await();
        interruption.end(0);
        hook.join();

        assertThat(halted).isCompletedWithValue(0);
    }

    @Test
    void aCommandThatDoesNotEndIsNotWaitedForForever() {
        Interruption impatient = new Interruption(exits::add, halted::complete, Duration.ofMillis(1));

        impatient.shutDown();

        assertThat(halted).isCompletedWithValue(130);
    }

    @Test
    void stoppingIsAskedForOnce() {
        List<String> asked = new ArrayList<>();
        Interruption impatient = new Interruption(exits::add, halted::complete, Duration.ofMillis(1));
        impatient.stopsBy(() -> asked.add("stop"));

        impatient.shutDown();
        impatient.shutDown();

        assertThat(asked).containsExactly("stop");
    }
}
