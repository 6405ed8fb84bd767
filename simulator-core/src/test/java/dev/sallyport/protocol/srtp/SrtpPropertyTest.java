package dev.sallyport.protocol.srtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SrtpPropertyTest {

    private static final MasterKey KEY = MasterKey.of(Octets.of(new byte[MasterKey.SIZE]));

    private final SrtpSender sender = new SrtpSender(KEY);
    private final SrtpReceiver receiver = new SrtpReceiver(KEY);

    @Property(tries = 200)
    void openingUndoesProtecting(
            @ForAll @Size(max = 1500) byte[] payload, @ForAll @IntRange(max = 0xffff) int sequence, @ForAll int ssrc)
            throws Exception {
        byte[] packet = SrtpTest.packet(sequence, ssrc, payload);

        assertThat(new SrtpReceiver(KEY).open(new SrtpSender(KEY).protect(packet)))
                .contains(packet);
    }

    @Property(tries = 500)
    void anyBytesAreMalformed(@ForAll @Size(max = 100) byte[] bytes) {
        assertThatThrownBy(() -> receiver.open(bytes)).isInstanceOf(MalformedMessageException.class);
        assertThatThrownBy(() -> receiver.openControl(bytes)).isInstanceOf(MalformedMessageException.class);
    }

    @Property(tries = 100)
    void aChangedBitIsFoundByTheTagWhereverItIs(
            @ForAll @IntRange(max = 41) int at, @ForAll @IntRange(max = 7) int bit) {
        byte[] changed = sender.protect(SrtpTest.packet(7, 1, new byte[20]));
        changed[at] ^= (byte) (1 << bit);

        assertThatThrownBy(() -> receiver.open(changed))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageMatching("SRTP (tag at byte 32|header): .+");
    }
}
