package dev.sallyport.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Kept;
import dev.sallyport.exchange.Field;
import dev.sallyport.exchange.Naming;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeginningTest {

    private static final Naming LENGTHS =
            new Naming("lengths", bytes -> List.of(new Field("length", "" + bytes.length)));

    private static Kept kept(boolean ordered, Keeping room, int... sizes) {
        Beginning beginning = new Beginning(ordered, room);
        for (int size : sizes) {
            beginning.passed(new byte[size]);
        }
        return beginning.kept(LENGTHS);
    }

    private static List<String> lengths(Kept kept) {
        return kept.messages().stream().map(message -> message.get(0).value()).toList();
    }

    @Test
    void aStreamIsOneMessage() {
        Kept kept = kept(true, new Keeping(), 100, 200);

        assertThat(kept.all()).isTrue();
        assertThat(lengths(kept)).containsExactly("300");
    }

    @Test
    void aLongStreamIsCutOff() {
        Kept kept = kept(true, new Keeping(), 8_000, 8_000, 8_000);

        assertThat(kept.all()).isFalse();
        assertThat(lengths(kept)).containsExactly("8192");
    }

    @Test
    void datagramsStayWhole() {
        Kept kept = kept(false, new Keeping(), 4_000, 1_000, 10);

        assertThat(kept.all()).isFalse();
        assertThat(lengths(kept)).containsExactly("4000");
    }

    @Test
    void noMoreIsKeptThanThereIsRoomFor() {
        Keeping room = new Keeping();
        while (room.take(8_192)) {
            // until it is full
        }

        assertThat(kept(true, room, 8_192).all()).isFalse();
        room.begin();
        assertThat(kept(true, room, 8_192).all()).isTrue();
    }
}
