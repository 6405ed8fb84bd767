package dev.sallyport.protocol.psom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.exchange.FramedCodec;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Reception;
import dev.sallyport.exchange.RecordingLine;
import dev.sallyport.exchange.Setting;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import dev.sallyport.protocol.standin.StandInFrame;
import dev.sallyport.protocol.standin.StandInService;
import java.net.InetSocketAddress;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PsomTest {

    private static final Octets NONCE = Octets.parse(MemoryWire.NONCE);

    private final StandInService service = Psom.service();

    @Test
    void smallAndLargeFramesGoBothWays() {
        MemoryWire.Told told = MemoryWire.between(Psom.protocol()).walk("psom/meeting", Transport.TCP);

        assertThat(told.toFar()).extracting(bytes -> bytes.length).containsExactly(401, 81, 2_921, 41);
        assertThat(told.toNear()).extracting(bytes -> bytes.length).containsExactly(1_621, 24_021, 81, 41);
    }

    @Test
    void aChangedByteIsFoundOut() {
        MemoryWire.Told told = MemoryWire.between(Psom.protocol(), List::of, bytes -> {
                    byte[] changed = bytes.clone();
                    changed[bytes.length - 1] ^= 1;
                    return List.of(changed);
                })
                .walk("psom/meeting", Transport.TCP);

        assertThat(told.near().how()).isEqualTo(How.MALFORMED);
        assertThat(told.near().detail()).contains("another frame's bytes");
    }

    @Test
    void anAnswerToNobodysQuestionEndsTheConnection() {
        RecordingLine line = new RecordingLine();
        Setting setting = new Setting(
                "",
                MemoryWire.FAR,
                MemoryWire.NEAR,
                new InetSocketAddress("127.0.0.1", 8057),
                new InetSocketAddress("127.0.0.1", 40_000),
                Transport.TCP,
                Security.TLS);
        new Reception<>(service, setting, line).received(Psom.FRAMING.write(PsomKind.JOINED.frame(NONCE)));

        assertThat(line.sent()).isEmpty();
        assertThat(line.closed()).isTrue();
    }

    @Test
    void aFrameIsToldByItsMark() {
        assertThat(service.recognises(Psom.FRAMING.write(PsomKind.JOIN.frame(NONCE))))
                .isTrue();
        assertThat(service.recognises(Octets.utf8("SLY").toArray())).isFalse();
        assertThat(service.recognises(Octets.utf8("GET /").toArray())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "47455420,                                   mark at byte 0: 0x47455420 is not",
        "534c594d ffffffff,                          length at byte 4: 4294967295 bytes",
        "534c594d 0001000e,                          length at byte 4: 65550 bytes",
        "534c594d 0000000c,                          length at byte 4: 12 bytes",
        "534c594d 0000000d 09 0123456789abcdef01234567, kind at byte 8: 9 is none of the 8"
    })
    void whatIsNoFrameIsRefusedAtItsByte(String hex, String problem) {
        assertThatThrownBy(() -> new FramedCodec<>(Psom.FRAMING)
                        .decode(Octets.parse(hex.replace(" ", "")).toArray()))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageStartingWith(problem);
    }

    @Property(tries = 200)
    void readingUndoesWriting(@ForAll("frames") StandInFrame frame) throws Exception {
        FramedCodec<StandInFrame> codec = new FramedCodec<>(Psom.FRAMING);

        assertThat(codec.decode(codec.encode(frame))).containsExactly(frame);
        assertThat(codec.kept()).isZero();
    }

    @Property(tries = 500)
    void anyBytesAreFramesOrMalformed(@ForAll byte[] bytes) {
        FramedCodec<StandInFrame> codec = new FramedCodec<>(Psom.FRAMING);
        try {
            codec.decode(Octets.parse("534c594d0000" + Octets.of(bytes).hex()).toArray());
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageContaining(" at byte ");
        }
        assertThat(codec.kept()).isLessThanOrEqualTo(bytes.length + 6);
    }

    @Provide
    Arbitrary<StandInFrame> frames() {
        Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
        return Combinators.combine(
                        Arbitraries.of(PsomKind.class),
                        Arbitraries.bytes().array(byte[].class).ofSize(12),
                        bytes)
                .as((kind, nonce, body) -> new StandInFrame(kind, Octets.of(nonce), Octets.of(body)));
    }
}
