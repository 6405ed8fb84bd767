package dev.sallyport.protocol.stun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StunAttributeTest {

    private static final Octets TRANSACTION = Octets.parse("0123456789abcdef01234567");

    @Test
    void typesAreThoseThatIanaRegisters() throws Exception {
        Map<String, Integer> registered = new TreeMap<>();
        for (String line : Vectors.lines("iana-attributes.csv")) {
            String[] cells = line.split(",");
            registered.put(cells[1], Integer.decode(cells[0]));
        }

        assertThat(registered)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "MAPPED-ADDRESS", MappedAddress.TYPE,
                        "USERNAME", Username.TYPE,
                        "MESSAGE-INTEGRITY", MessageIntegrity.TYPE,
                        "ERROR-CODE", ErrorCode.TYPE,
                        "UNKNOWN-ATTRIBUTES", UnknownAttributes.TYPE,
                        "REALM", Realm.TYPE,
                        "NONCE", Nonce.TYPE,
                        "XOR-MAPPED-ADDRESS", XorMappedAddress.TYPE,
                        "SOFTWARE", Software.TYPE,
                        "FINGERPRINT", Fingerprint.TYPE));
    }

    @Test
    void theCookieHidesAnIpv4Address() throws Exception {
        XorMappedAddress mapped = new XorMappedAddress(InetAddress.getByName("10.1.0.10"), 40_000);

        // 40000 ^ 0x2112 = 0xbd52; 0a01000a ^ 2112a442 = 2b13a448 (RFC 8489 §14.2).
        assertThat(mapped.value(TRANSACTION).hex()).isEqualTo("0001bd522b13a448");
        assertThat(StunAttribute.read(XorMappedAddress.TYPE, mapped.value(TRANSACTION), TRANSACTION, ""))
                .isEqualTo(mapped);
    }

    @Test
    void anIpv4AddressMappedIntoIpv6StaysIpv6() throws Exception {
        Octets value = Octets.parse("00029c40" + "00000000000000000000ffff0a01000a");

        assertThat(StunAttribute.read(MappedAddress.TYPE, value, TRANSACTION, "")
                        .value(TRANSACTION))
                .isEqualTo(value);
    }

    @Test
    void anErrorIsItsHundredsAndTheRest() throws Exception {
        assertThat(ErrorCode.UNKNOWN_ATTRIBUTE.value(TRANSACTION).hex()).startsWith("00000414556e6b6e6f776e");
        assertThat(StunAttribute.read(ErrorCode.TYPE, Octets.parse("00000326"), TRANSACTION, ""))
                .isEqualTo(new ErrorCode(338, ""));
    }

    @Test
    void unknownTypesAreKeptInOrder() throws Exception {
        UnknownAttributes unknown = new UnknownAttributes(List.of(0x7fff, 0x0024));

        assertThat(unknown.value(TRANSACTION).hex()).isEqualTo("7fff0024");
        assertThat(StunAttribute.read(UnknownAttributes.TYPE, unknown.value(TRANSACTION), TRANSACTION, ""))
                .isEqualTo(unknown);
    }

    @ParameterizedTest
    @CsvSource({
        "0x0001, 000100500a0101,             7 bytes are no address",
        "0x0001, 000200500a010101,           family 2 does not fit 8 bytes",
        "0x0020, 000300500a010101,           family 3 does not fit 8 bytes",
        "0x0008, 00,                         1 bytes are no HMAC-SHA1",
        "0x0009, 000004,                     3 bytes cannot be a code",
        "0x0009, 00000200,                   error code 200 is not within",
        "0x0009, 00000464,                   error number 100 is more than 99",
        "0x000a, 000001,                     3 bytes are no list",
        "0x8028, 0000,                       2 bytes are no CRC-32"
    })
    void whatIsNoValueIsRefusedAtItsPlace(String type, String value, String problem) {
        assertThatThrownBy(() -> StunAttribute.read(Integer.decode(type), Octets.parse(value), TRANSACTION, "here"))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageStartingWith("here: " + problem);
    }

    @Test
    void longTextIsRefused() {
        assertThatThrownBy(() -> StunAttribute.read(Username.TYPE, Octets.of(new byte[509]), TRANSACTION, "here"))
                .hasMessage("here: 509 bytes are more than the 508 allowed");
    }
}
