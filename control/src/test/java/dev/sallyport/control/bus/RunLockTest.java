package dev.sallyport.control.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunLockTest {

    private static final Duration LONG = Duration.ofMillis(200);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final MemoryBus broker = new MemoryBus();
    private final Holder alice = new Holder("alice@ci7", NOON, "a1");
    private final Holder bob = new Holder("bob@ci8", NOON.minusSeconds(60), "b0");

    @Test
    void whoeverComesLaterIsToldWhoRunsEvenIfTheirClockIsBehind() {
        RunLock.take(broker.client(), alice, Duration.ofMillis(1));
        assertThatThrownBy(() -> RunLock.take(broker.client(), bob, LONG))
                .isInstanceOf(BusyException.class)
                .hasMessage("the lab is busy, held by alice@ci7 since 2026-11-20T12:00:00Z:"
                        + " wait until that run is over");
    }

    @Test
    void isFreeAgainWhenTheRunIsOver() {
        RunLock.take(broker.client(), alice, Duration.ofMillis(1)).close();
        RunLock.take(broker.client(), bob, Duration.ofMillis(50));
    }

    @Test
    void diesWithItsHolder() {
        MemoryBus.Client killed = broker.client();
        RunLock.take(killed, alice, Duration.ofMillis(1));
        killed.close();
        RunLock.take(broker.client(), bob, Duration.ofMillis(50));
    }

    @Test
    void twoThatComeAtTheSameTimeDoNotBothGetIt() {
        Stream<CompletableFuture<Optional<RunLock>>> claims = Stream.of(alice, bob)
                .map(holder -> {
                    MemoryBus.Client client = broker.client();
                    return CompletableFuture.supplyAsync(() -> taken(client, holder));
                });
        assertThat(claims.toList().stream().map(CompletableFuture::join).filter(Optional::isPresent))
                .hasSize(1);
    }

    private static Optional<RunLock> taken(Bus bus, Holder holder) {
        try {
            return Optional.of(RunLock.take(bus, holder, LONG));
        } catch (BusyException e) {
            return Optional.empty();
        }
    }
}
