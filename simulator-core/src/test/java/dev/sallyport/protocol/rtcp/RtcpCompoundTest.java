package dev.sallyport.protocol.rtcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RtcpCompoundTest {

    @Test
    void everyFieldIsReadFromItsPlace() throws Exception {
        assertThat(read("sender"))
                .containsExactly(new SenderReport(
                        1,
                        0x83aa7e80_80000000L,
                        160,
                        5,
                        800,
                        List.of(new ReceptionReport(2, 64, -2, 0x11234, 7, 0x7e808000, 0x10000))));
        assertThat(read("receiver"))
                .containsExactly(new ReceiverReport(1, List.of(new ReceptionReport(2, 255, 0x7fffff, 9, 0, 0, 0))));
        assertThat(read("nothing")).containsExactly(new ReceiverReport(1, List.of()));
        assertThat(read("name")).containsExactly(new SourceDescription(1, "name@hos"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sender", "receiver", "nothing", "name", "goodbye", "extended"})
    void whatWasReadIsWrittenAsItCame(String name) throws Exception {
        assertThat(RtcpCompound.write(read(name))).isEqualTo(vector(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"goodbye", "extended"})
    void whatIsNotSpokenHereIsKeptRaw(String name) throws Exception {
        assertThat(read(name)).containsExactly(new RawRtcp(vector(name)));
    }

    @ParameterizedTest
    @CsvSource({
        "'',                       RTCP packet at byte 0: 0 bytes are no RTCP",
        "80c9,                     RTCP packet at byte 0: 2 bytes are no RTCP",
        "00c9000100000001,         RTCP packet at byte 0: 8 bytes are no RTCP",
        "80c9000200000001,         RTCP packet at byte 0: 12 bytes are more than the 8 that follow",
        "80c900010000000181cbffff, RTCP packet at byte 8: 262144 bytes are more than the 4 that follow",
        "80c900010000000100,       RTCP packet at byte 8: 1 bytes are no RTCP"
    })
    void whatIsNoPacketIsRefusedAtItsByte(String hex, String problem) {
        assertThatThrownBy(() -> RtcpCompound.read(Octets.parse(hex)))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageStartingWith(problem);
    }

    @Test
    void whatFieldsCannotHoldCannotBeMade() {
        ReceptionReport report = new ReceptionReport(1, 0, 0, 0, 0, 0, 0);

        assertThatIllegalArgumentException().isThrownBy(() -> new ReceptionReport(1, 256, 0, 0, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReceptionReport(1, 0, 0x800000, 0, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReceiverReport(1, Collections.nCopies(32, report)));
        assertThatIllegalArgumentException().isThrownBy(() -> new SourceDescription(1, "x".repeat(256)));
    }

    private static List<RtcpPacket> read(String name) throws Exception {
        return RtcpCompound.read(vector(name));
    }

    private static Octets vector(String name) throws IOException {
        try (InputStream in = RtcpCompoundTest.class.getResourceAsStream("packets.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(name + " "))
                    .map(line -> Octets.parse(line.substring(name.length()).replace(" ", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
