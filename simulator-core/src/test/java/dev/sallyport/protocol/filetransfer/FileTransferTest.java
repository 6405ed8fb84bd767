package dev.sallyport.protocol.filetransfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.FramedCodec;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTransferTest {

    @Nested
    class Transferring {

        @Test
        void theReceiverConnectsAndTheSenderSendsInThreeChunks() {
            MemoryWire.Told told = walked(List::of);

            assertThat(told.textToFar())
                    .isEqualTo("VER MSN_SECURE_FTP\r\nUSR mediation@contoso.lab " + MemoryWire.NONCE
                            + "\r\nTFR\r\nBYE 16777989\r\n");
            assertThat(told.toNear()).extracting(bytes -> bytes.length).containsExactly(20, 10, 2048, 2048, 1223, 35);
            assertThat(told.textToNear())
                    .startsWith("VER MSN_SECURE_FTP\r\nFIL 5310\r\n\0\375\7")
                    .endsWith("=\0\r\n");
        }

        @Test
        void theFileIsEncryptedOnTheWay() {
            assertThat(walked(List::of).textToNear()).doesNotContain("attempt");
        }

        @Test
        void aChangedByteOfTheFileIsFoundOutByItsMac() {
            MemoryWire.Told told = walked(bytes -> {
                byte[] changed = bytes.clone();
                changed[changed.length / 2] ^= (byte) (bytes[0] == 0 ? 1 : 0);
                return List.of(changed);
            });

            assertThat(told.near().how()).isEqualTo(How.MALFORMED);
            assertThat(told.near().detail()).startsWith("awaiting MAC: 'MAC ");
        }

        @Test
        void aFileThatStopsEndsInSilence() {
            MemoryWire.Told told = walked(bytes -> bytes.length == 1223 ? List.of() : List.of(bytes));

            assertThat(told.near().how()).isEqualTo(How.SILENCE);
            assertThat(told.near().detail()).contains("awaiting file");
        }

        @Test
        void aSenderThatGivesUpSaysHowFarItCame() {
            MemoryWire.Told told =
                    walked(bytes -> bytes.length == 1223 ? List.of(new byte[] {1, 0, 0}) : List.of(bytes));

            assertThat(told.near().how()).isEqualTo(How.MALFORMED);
            assertThat(told.near().detail()).contains("Cancel[] after 4090 of 5310 bytes");
        }

        @Test
        void aFileOfMoreThanAMegabyteIsNotAwaited() {
            byte[] large = "FIL 9999999\r\n".getBytes(StandardCharsets.ISO_8859_1);
            MemoryWire.Told told = walked(bytes -> List.of(bytes[0] == 'F' ? large : bytes));

            assertThat(told.near().detail()).contains("a file of 9999999 bytes");
        }

        private MemoryWire.Told walked(Function<byte[], List<byte[]>> towardsNear) {
            return MemoryWire.between(FileTransfer.protocol(), List::of, towardsNear)
                    .walk("filetransfer/file", Transport.TCP);
        }
    }

    @Nested
    class Sending {

        private final Answerer<FileMessage> sender = new FileSender();

        @ParameterizedTest
        @ValueSource(strings = {"VER MSNFTP", "USR a@b 0123456789abcdef01234567", "TFR", "BYE 1"})
        void whoeverDoesNotBeginRightIsHungUpOn(String text) {
            assertThat(sender.on(new FileMessage.Line(text))).containsExactly(Step.close());
        }

        @ParameterizedTest
        @ValueSource(strings = {"USR a@b 12345", "USR 0123456789abcdef01234567", "TFR"})
        void withoutACookieThereIsNoFile(String text) {
            sender.on(FileTransfer.VERSION);

            assertThat(sender.on(new FileMessage.Line(text))).containsExactly(Step.close());
            assertThat(sender.on(FileTransfer.TRANSFER)).containsExactly(Step.close());
        }
    }

    @Nested
    class Keys {

        /** RFC 3174 §7.3's digest of {@code abc} begins with the key; RC4 and HMAC with it are Python's and OpenSSL's. */
        @Test
        void theyAreTheFirstSixteenBytesOfTheSha1OfWhatWasSaid() throws Exception {
            TransferKeys keys = TransferKeys.ofInvitation(Octets.utf8("abc"), Octets.utf8("abc"));

            assertThat(keys.encryption().hex()).isEqualTo("a9993e364706816aba3e25717850c26c");
            assertThat(Octets.of(keys.cipher().doFinal("Plaintext".getBytes(StandardCharsets.US_ASCII)))
                            .hex())
                    .isEqualTo("bc81335978254b6537");
            assertThat(keys.mac("Plaintext".getBytes(StandardCharsets.US_ASCII)))
                    .isEqualTo("cLCpPTBIh3e0gSL19+wbHwNPqN4=");
        }
    }

    @Nested
    class Framing {

        private final FramedCodec<FileMessage> codec = new FramedCodec<>(new FileFraming());

        @Test
        void linesAndChunksMayFollowEachOther() throws Exception {
            assertThat(codec.decode("TFR\r\n\0\2\0xyMAC z\0\r\n\1\0\0".getBytes(StandardCharsets.ISO_8859_1)))
                    .containsExactly(
                            FileTransfer.TRANSFER,
                            new FileMessage.Chunk(Octets.utf8("xy")),
                            new FileMessage.Line("MAC z\0"),
                            new FileMessage.Cancel());
        }

        @ParameterizedTest
        @CsvSource({
            "7f,       byte 0: 0x7f begins neither a line nor a chunk",
            "41420a,   line at byte 2: no CR stands before its LF",
            "41420d0d0a, line at byte 0: line 'AB"
        })
        void whatIsNeitherIsRefused(String hex, String problem) {
            assertThatThrownBy(() -> codec.decode(Octets.parse(hex).toArray()))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageStartingWith(problem);
        }

        @Test
        void aLineWithoutAnEndIsRefusedAtItsBound() throws Exception {
            byte[] endless = "A".repeat(511).getBytes(StandardCharsets.ISO_8859_1);

            assertThat(codec.decode(endless)).isEmpty();
            assertThatThrownBy(() -> codec.decode(new byte[] {'A'}))
                    .hasMessage("line at byte 0: it is longer than 510 bytes");
        }
    }

    @Test
    void aConnectionBeginsWithItsVersion() {
        FileTransferService service = new FileTransferService();

        assertThat(service.recognises("VER MSN".getBytes(StandardCharsets.ISO_8859_1)))
                .isTrue();
        assertThat(service.recognises("VERB".getBytes(StandardCharsets.ISO_8859_1)))
                .isFalse();
    }

    @Property(tries = 300)
    void readingUndoesWriting(@ForAll("messages") FileMessage message) throws Exception {
        FramedCodec<FileMessage> codec = new FramedCodec<>(new FileFraming());

        assertThat(codec.decode(codec.encode(message))).containsExactly(message);
        assertThat(codec.kept()).isZero();
    }

    @Property(tries = 1000)
    void anyBytesAreMessagesOrMalformed(@ForAll("bytesLikeATransfer") byte[] bytes) {
        FramedCodec<FileMessage> codec = new FramedCodec<>(new FileFraming());
        try {
            codec.decode(bytes);
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageContaining("byte ");
        }
        assertThat(codec.kept()).isLessThanOrEqualTo(bytes.length);
    }

    @Provide
    Arbitrary<byte[]> bytesLikeATransfer() {
        return Arbitraries.of(0, 1, 0x41, 0x5a, 0x0d, 0x0a, 0xff, 2)
                .list()
                .ofMaxSize(40)
                .map(list -> {
                    byte[] bytes = new byte[list.size()];
                    for (int i = 0; i < bytes.length; i++) {
                        bytes[i] = list.get(i).byteValue();
                    }
                    return bytes;
                });
    }

    @Provide
    Arbitrary<FileMessage> messages() {
        Arbitrary<String> rests = Arbitraries.strings()
                .withCharRange('\0', '\u00ff')
                .excludeChars('\r', '\n')
                .ofMaxLength(500);
        return Arbitraries.oneOf(
                rests.map(rest -> FileMessage.Line.of("ABC", rest)),
                Arbitraries.bytes()
                        .array(byte[].class)
                        .ofMaxSize(5000)
                        .map(Octets::of)
                        .map(FileMessage.Chunk::new),
                Arbitraries.of(new FileMessage.Cancel()));
    }
}
