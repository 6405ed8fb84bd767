package dev.sallyport.protocol.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DnsReaderTest {

    private final DnsFraming framing = new DnsFraming();

    @Test
    void theNamesOfTheStandardsExampleAreRead() throws Exception {
        byte[] message = new byte[93];
        for (String line : vector()) {
            byte[] bytes = hex(line.substring(3, line.indexOf('|')));
            System.arraycopy(bytes, 0, message, Integer.parseInt(line.substring(0, 2)), bytes.length);
        }
        for (String line : vector()) {
            DnsName name = new DnsReader(message, Integer.parseInt(line.substring(0, 2))).name();

            assertThat(name.toString())
                    .isEqualTo(line.substring(line.indexOf('|') + 1).strip());
        }
    }

    @Test
    void aQuestionIsWrittenAsTheStandardHasIt() {
        byte[] written = framing.write(
                DnsMessage.query(0x0102, DnsQuestion.of("sip.contoso.lab", DnsType.A), List.of(DnsRecord.padding(2))));

        assertThat(Octets.of(written).hex())
                .isEqualTo("0102" + "0100" + "0001" + "0000" + "0000" + "0001"
                        + "03736970" + "07636f6e746f736f" + "036c6162" + "00" + "0001" + "0001"
                        + "00" + "0029" + "1000" + "00000000" + "0006" + "000c00020000");
    }

    @Test
    void aRecordOfTheNameAskedPointsToIt() throws Exception {
        DnsName name = DnsName.of("_sip._tls.contoso.lab");
        DnsMessage response = new DnsMessage(
                7,
                DnsMessage.RESPONSE,
                List.of(new DnsQuestion(name, DnsType.SRV, 1)),
                List.of(DnsRecord.service(name, 443, DnsName.of("sip.contoso.lab"))),
                List.of(),
                List.of());
        byte[] written = framing.write(response);

        assertThat(Octets.of(written).hex()).contains("c00c" + "0021" + "0001").contains("0000000001bb03736970");
        assertThat(framing.read(written)).isEqualTo(response);
    }

    @ParameterizedTest
    @CsvSource({
        "0001,                                            flags at byte 2",
        "0001 0000 0001 0000 0000 0000,                   name at byte 12",
        "0001 0000 0001 0000 0000 0000 c00c 0001 0001,    name at byte 12",
        "0001 0000 0001 0000 0000 0000 c000 0001 0001,    name at byte 12",
        "0001 0000 0001 0000 0000 0000 c0ff 0001 0001,    name at byte 12",
        "0001 0000 0001 0000 0000 0000 0161 c00c 0001,    name at byte 12",
        "0001 0000 0001 0000 0000 0000 40,                label at byte 12",
        "0001 0000 0001 0000 0000 0000 0361,              label at byte 13",
        "0001 0000 ffff ffff ffff ffff,                   name at byte 12",
        "0001 8000 0000 0001 0000 0000 00 0001 0001 00000000 0004 7f, data at byte 23"
    })
    void whatIsNoMessageIsRefusedWithItsPlace(String bytes, String place) {
        assertThatThrownBy(() -> framing.read(hex(bytes)))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageStartingWith(place + ": ");
    }

    @Test
    void aNameMayNotGrowBeyondTheBoundByPointers() {
        StringBuilder records = new StringBuilder("0001 8000 0000 0006 0000 0000");
        String rest = "0001 0001 00000000 0000";
        String label = "3f" + "61".repeat(63);
        records.append(label).append("00").append(rest);
        int last = 12;
        int at = 12 + 65 + 10;
        for (int i = 0; i < 5; i++) {
            records.append(label).append(String.format("c0%02x", last)).append(rest);
            last = Math.min(at, 255);
            at += 66 + 10;
        }

        assertThatThrownBy(() -> framing.read(hex(records.toString())))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("the name is longer than 255 bytes");
    }

    @Test
    void aMessageBeyondTheBoundIsRefused() {
        assertThatThrownBy(() -> framing.read(new byte[DnsFraming.LONGEST + 1])).hasMessageStartingWith("byte 4096: ");
    }

    @ParameterizedTest
    @CsvSource({"a..b", ".a", "0123456789012345678901234567890123456789012345678901234567890123"})
    void aNameThatNobodyCanHaveIsNotMade(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DnsName.of(name))
                .withMessageContaining("RFC 1035 §2.3.4");
    }

    @Test
    void namesKnowNoCase() {
        assertThat(DnsName.of("SIP.Contoso.lab").isSameAs(DnsName.of("sip.contoso.LAB")))
                .isTrue();
        assertThat(DnsName.of("a.contoso.lab").isWithin(DnsName.of("CONTOSO.lab")))
                .isTrue();
        assertThat(DnsName.of("notcontoso.lab").isWithin(DnsName.of("contoso.lab")))
                .isFalse();
        assertThat(DnsName.of("lab").isWithin(DnsName.of("contoso.lab"))).isFalse();
        assertThat(DnsName.of("lab").isWithin(DnsName.ROOT)).isTrue();
    }

    private static List<String> vector() throws IOException {
        try (InputStream in = DnsReaderTest.class.getResourceAsStream("rfc1035-4.1.4-names.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    private static byte[] hex(String text) {
        return Octets.parse(text.replace(" ", "")).toArray();
    }
}
