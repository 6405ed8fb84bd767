package dev.sallyport.control.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.control.Alarm;
import dev.sallyport.control.bus.Frame.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LinkTest {

    private static final Duration AGAIN = Duration.ofMillis(20);
    private static final Pace QUICK = new Pace(100, 4, Duration.ofMillis(1), AGAIN, Duration.ofSeconds(30));

    private final MemoryBus broker = new MemoryBus();
    private final Alarm alarm = Alarm.daemon();
    private final Holder run = Holder.of("alice@ci7", Clock.systemUTC());
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final Link here = end("fe1.orders", "fe1.answers");
    private final Link there = end("fe1.answers", "fe1.orders");

    private Link end(String speaks, String hears) {
        MemoryBus.Client client = broker.client();
        Link link = new Link(run, frame -> client.publish(speaks, frame.encoded()), alarm, QUICK, notes::add);
        client.subscribe(
                hears, (subject, message) -> link.heard(Frame.read(message).orElseThrow()));
        client.whenBack(link::back);
        return link;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private CompletableFuture<byte[]> everythingThatArrives() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return there.in().readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Nested
    class Everything {

        @Test
        void arrivesOnceAndInOrder() throws IOException {
            CompletableFuture<byte[]> arriving = everythingThatArrives();
            here.out().write(random(10_000));
            here.out().close();
            assertThat(arriving.join()).isEqualTo(random(10_000));
        }

        @Test
        void arrivesOnceWhateverTheBusLoses() throws IOException {
            Random chance = new Random(2);
            broker.loses((subject, message) -> chance.nextInt(3) == 0);
            CompletableFuture<byte[]> arriving = everythingThatArrives();
            here.out().write(random(5_000));
            here.out().close();
            assertThat(arriving.join()).isEqualTo(random(5_000));
            assertThat(notes).anyMatch(note -> note.matches("sent \\d+ messages? again: not heard of for 20 ms"));
        }

        @Test
        void arrivesAfterTheBusWasAwayAndThatIsSaid() throws IOException {
            there.out().write(7);
            there.out().flush();
            assertThat(here.in().read()).isEqualTo(7);
            CompletableFuture<byte[]> arriving = everythingThatArrives();
            CompletableFuture<Void> lost = new CompletableFuture<>();
            broker.loses((subject, message) -> subject.equals("fe1.orders")
                    && new String(message, StandardCharsets.ISO_8859_1).startsWith("piece")
                    && lost.complete(null));
            here.out().write(random(50));
            here.out().flush();
            lost.join();
            broker.comesBack();
            here.out().close();
            assertThat(arriving.join()).isEqualTo(random(50));
            assertThat(notes).anyMatch(note -> note.equals("sent 1 message again: the bus was away"));
        }

        @Test
        void thatIsSmallIsGathered() throws IOException {
            for (int i = 0; i < 1_000; i++) {
                here.out().write(i);
            }
            here.out().close();
            assertThat(broker.carried.stream().filter("fe1.orders"::equals)).hasSizeLessThan(20);
        }
    }

    @Nested
    class AnEnd {

        @Test
        void ofOneSideFailsTheOtherWithTheReason() {
            here.leave("the run is over");
            assertThatThrownBy(() -> there.in().read()).hasMessage("the run is over");
            assertThatThrownBy(() -> here.out().flush()).hasMessage("the run is over");
        }

        @Test
        void doesNotKeepAWriterWaitingForRoom() {
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
                try {
                    broker.goesAway();
                    here.out().write(random(10_000));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            here.end("its agent has said nothing for 15 s");
            assertThatThrownBy(writing::join).hasMessageContaining("has said nothing");
        }

        @Test
        void isNotWaitedForWhereNobodyEverAnswered() throws IOException {
            broker.goesAway();
            here.out().write(1);
            here.out().close();
            assertThat(here.met()).isFalse();
        }
    }

    @Test
    void whoHasTheHostIsKnownUntilItAnswers() {
        Frame opening = new Frame(Kind.PIECE, run, 1, 0, new byte[0]);
        here.heard(opening.answer(Kind.BUSY, "bob@ci8 since noon"));
        assertThat(here.busy()).contains("bob@ci8 since noon");
        here.heard(new Frame(Kind.HEARD, run, 0, 1, "".getBytes(StandardCharsets.UTF_8)));
        assertThat(here.busy()).isEmpty();
    }
}
