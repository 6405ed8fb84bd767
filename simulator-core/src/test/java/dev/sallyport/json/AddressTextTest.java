package dev.sallyport.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTextTest {

    @ParameterizedTest
    @CsvSource({
        "2001:db8:0:0:0:0:2:1, 2001:db8::2:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:DB8::AB, 2001:db8::ab",
        "0:0:0:0:0:0:0:0, ::",
        "0:0:0:0:0:0:0:1, ::1",
        "fd00:0:0:0:0:0:0:0, fd00::",
        "fe80::1%eth7, fe80::1",
        "10.1.0.10, 10.1.0.10"
    })
    void longFormsAreShortenedAsInRfc5952(String given, String written) {
        assertThat(AddressText.write(AddressText.parse(given))).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "edge1.contoso.lab",
                "10.1.0",
                "10.1.0.256",
                "10.1.0.1000",
                "::1::2",
                "1:2",
                "de",
                "[::1]",
                "12345"
            })
    void whatIsNoLiteralIsRefusedUnasked(String text) {
        assertThatThrownBy(() -> AddressText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "' is no IP address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.1.0.10",
                "10.1.0.10:",
                "10.1.0.10:65536",
                "10.1.0.10:-1",
                "::1:5061",
                "[10.1.0.10]:5061",
                "edge1:5061"
            })
    void whatIsNoSocketAddressIsRefused(String text) {
        assertThatThrownBy(() -> AddressText.parseSocket(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no IP address");
    }

    @Property
    void everyIpv6AddressReadsBackEqual(@ForAll @Size(16) byte[] bytes, @ForAll @IntRange(max = 65535) int port)
            throws UnknownHostException {
        again(Inet6Address.getByAddress(null, bytes, -1), port);
    }

    @Property
    void sparseIpv6AddressesReadBackEqual(@ForAll @Size(16) boolean[] set) throws UnknownHostException {
        byte[] bytes = new byte[16];
        for (int i = 0; i < 16; i++) {
            bytes[i] = (byte) (set[i] ? 1 : 0);
        }
        again(Inet6Address.getByAddress(null, bytes, -1), 5061);
    }

    @Property
    void everyIpv4AddressReadsBackEqual(@ForAll @Size(4) byte[] bytes, @ForAll @IntRange(max = 65535) int port)
            throws UnknownHostException {
        again(InetAddress.getByAddress(bytes), port);
    }

    private static void again(InetAddress address, int port) throws UnknownHostException {
        InetSocketAddress socket = new InetSocketAddress(address, port);
        assertThat(AddressText.parseSocket(AddressText.write(socket))).isEqualTo(socket);
        assertThat(AddressText.parse(AddressText.write(address))).isEqualTo(address);
    }
}
