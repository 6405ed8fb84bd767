package dev.sallyport.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpLiteralTest {
    @ParameterizedTest
    @CsvSource({
        "10.1.0.10, 10.1.0.10",
        "0.0.0.1, 0.0.0.1",
        "255.255.255.254, 255.255.255.254",
        "127.0.0.2, 127.0.0.2",
        "::1, 0:0:0:0:0:0:0:1",
        "fd00:1::11, fd00:1:0:0:0:0:0:11",
        "2001:DB8:0:0:0:0:0:1, 2001:db8:0:0:0:0:0:1",
        "64:ff9b::192.0.2.1, 64:ff9b:0:0:0:0:c000:201",
    })
    void addressOfOneHostIsRead(String text, String address) {
        assertThat(IpLiteral.parse(text).getHostAddress()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "fe1.contoso.lab",
                "10.1.0",
                "10.1",
                "167837706",
                "0x0a010001",
                "10.1.0.10.1",
                "10.1.0.256",
                "10.1.0.010",
                "10.1.0.10/24",
                " 10.1.0.10",
                "[::1]",
                "::1%lo",
                "fd00:1::11::2",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "00001::1",
                "g::1",
                ".:",
                "a:b",
                "0.0.0.0",
                "::",
                "239.1.1.1",
                "ff02::1",
                "255.255.255.255",
                "fe80::1",
                "::ffff:10.1.0.10"
            })
    void anythingElseIsRefusedWithoutAskingDns(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IpLiteral.parse(text))
                .withMessageContaining("'" + text + "' is");
    }
}
