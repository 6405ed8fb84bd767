package dev.sallyport.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Records by RFC 5246 §6.2.1 and §7.4, written out by hand. */
class TlsRecordsTest {

    private static final String CLIENT_RANDOM = "0c".repeat(32);
    private static final String SERVER_RANDOM = "5e".repeat(32);
    private static final String CLIENT_HELLO = handshake("01", "0303" + CLIENT_RANDOM + "00" + "0002c02f" + "0100");
    private static final String SERVER_HELLO = handshake("02", "0303" + SERVER_RANDOM + "00" + "c02f" + "00");
    private static final String CERTIFICATE = handshake("0b", "000006" + "000003" + "aabbcc");
    private static final String CERTIFICATE_REQUEST = handshake("0d", "0101" + "00020401" + "0000");

    private final TlsRecords records = new TlsRecords();

    private static String handshake(String type, String body) {
        return type + String.format("%06x", body.length() / 2) + body;
    }

    private static String record(String type, String body) {
        return type + "0303" + String.format("%04x", body.length() / 2) + body;
    }

    private void pass(String hex) {
        records.pass(Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex)));
    }

    @Test
    void readsTheRandomOfAClientHello() {
        pass(record("16", CLIENT_HELLO));

        assertThat(records.clientRandom()).isEqualTo(CLIENT_RANDOM);
        assertThat(records.serverRandom()).isEmpty();
    }

    @Test
    void readsSeveralMessagesOfOneRecord() {
        pass(record("16", SERVER_HELLO + CERTIFICATE + CERTIFICATE_REQUEST));

        assertThat(records.serverRandom()).isEqualTo(SERVER_RANDOM);
        assertThat(records.certificateRequested()).isTrue();
        assertThat(records.certificate()).hasValue(Fingerprint.of(new byte[] {(byte) 0xaa, (byte) 0xbb, (byte) 0xcc}));
    }

    @Test
    void readsAMessageThatComesByteByByteOverTwoRecords() {
        String half = CERTIFICATE.substring(0, 8);
        String rest = CERTIFICATE.substring(8);
        for (String octet : (record("16", half) + record("16", rest)).split("(?<=\\G..)")) {
            pass(octet);
        }

        assertThat(records.certificate()).isPresent();
    }

    @Test
    void readsAnAlertInClear() {
        pass(record("15", "0230"));

        assertThat(records.fatalAlert().map(AlertName::of)).hasValue("unknown-ca");
    }

    @Test
    void takesNothingForClearAfterChangeCipherSpec() {
        pass(record("14", "01"));
        pass(record("16", CLIENT_HELLO));

        assertThat(records.clientRandom()).isEmpty();
    }

    @Test
    void whatIsNoTlsTeachesNothing() {
        pass(HexFormat.of()
                .formatHex("OPTIONS sip:fe1.contoso.lab SIP/2.0\r\n"
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII)));

        assertThat(records.clientRandom()).isEmpty();
        assertThat(records.certificate()).isEmpty();
    }
}
