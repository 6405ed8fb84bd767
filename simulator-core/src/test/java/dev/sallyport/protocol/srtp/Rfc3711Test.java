package dev.sallyport.protocol.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.Octets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3711Test {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 65_279, 65_280, 65_281})
    void theKeystreamIsThatOfAppendixB2(int block) throws Exception {
        Map<String, Octets> values = SrtpVectors.of("rfc3711-b.txt");
        byte[] stream = new byte[16 * 65_282];

        CounterMode.apply(values.get("key"), CounterMode.start(values.get("salt"), 0, 0), stream, 0, stream.length);

        assertThat(Octets.of(stream, 16 * block, 16)).isEqualTo(values.get("keystream-" + block));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theDerivedKeysAreThoseOfAppendixB3(int label) throws Exception {
        Octets derived = SrtpVectors.of("rfc3711-b.txt").get("derived-" + label);

        assertThat(SessionKeys.derived(SrtpVectors.master(), label, derived.length()))
                .isEqualTo(derived);
    }

    @Test
    void theCounterStartsAtSaltSourceAndIndex() throws Exception {
        Octets salt = Octets.parse("000102030405060708090a0b0c0d");

        // By hand from §4.1.1: SSRC at byte 4, the index of 48 bits at byte 8, two bytes of zero.
        assertThat(Octets.of(CounterMode.start(salt, 0xffffffff, 0x0000_ff00_1234L))
                        .hex())
                .isEqualTo("00010203" + "fbfaf9f8" + "0809f50b1e39" + "0000");
    }

    @Test
    void packetsAreThoseOfLibsrtp() throws Exception {
        Map<String, Octets> packets = SrtpVectors.of("libsrtp-validate.txt");
        SrtpSender sender = new SrtpSender(SrtpVectors.master());
        SrtpReceiver receiver = new SrtpReceiver(SrtpVectors.master());

        assertThat(sender.protect(packets.get("rtp").toArray()))
                .isEqualTo(packets.get("srtp").toArray());
        assertThat(sender.protectControl(packets.get("rtcp").toArray()))
                .isEqualTo(packets.get("srtcp").toArray());
        assertThat(receiver.open(packets.get("srtp").toArray()))
                .contains(packets.get("rtp").toArray());
        assertThat(receiver.openControl(packets.get("srtcp").toArray()))
                .contains(packets.get("rtcp").toArray());
    }
}
