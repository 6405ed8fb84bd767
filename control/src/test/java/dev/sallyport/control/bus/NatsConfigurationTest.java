package dev.sallyport.control.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NatsConfigurationTest {

    private static NatsConfiguration of(Map<String, String> hosts) {
        return new NatsConfiguration(
                "contoso", BusAddress.of("bus.contoso.lab"), "bus", "controller.contoso.lab", hosts);
    }

    @Test
    void aHostMaySpeakAndHearUnderItsOwnNameAlone() {
        assertThat(of(Map.of("fe1", "fe1.contoso.lab")).text())
                .contains("verify_and_map: true")
                .contains("port: 4222\n")
                .contains("{ user: \"fe1.contoso.lab\", permissions: { publish: [\"sallyport.fe1.answers\"],"
                        + " subscribe: [\"sallyport.fe1.orders\"] } }")
                .doesNotContain(">");
    }

    @Test
    void twoThatTheBrokerCouldNotTellApartAreRefused() {
        assertThatThrownBy(() -> of(Map.of("fe1", "fe.contoso.lab", "fe2", "fe.contoso.lab")))
                .hasMessage("the bus would take fe1 and fe2 for the same, for both are fe.contoso.lab:"
                        + " give them names of their own (fqdn)");
        assertThatThrownBy(() -> of(Map.of("fe1", "controller.contoso.lab")))
                .hasMessageContaining("fe1 and the controller for the same");
    }

    @Nested
    class AnAddress {

        @ParameterizedTest
        @CsvSource({
            "tls://bus.contoso.lab, bus.contoso.lab, 4222",
            "tls://bus.contoso.lab:4333, bus.contoso.lab, 4333",
            "tls://10.0.0.5:1, 10.0.0.5, 1",
            "tls://[fd00::1]:4222, fd00::1, 4222"
        })
        void isAHostAndAPort(String url, String host, int port) {
            assertThat(BusAddress.ofUrl(url)).isEqualTo(new BusAddress(host, port));
            assertThat(BusAddress.ofUrl(new BusAddress(host, port).url())).isEqualTo(new BusAddress(host, port));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "nats://bus:4222",
                    "bus:4222",
                    "tls://",
                    "tls://:4222",
                    "tls://bus:0",
                    "tls://bus:70000",
                    "tls://bus:port",
                    "tls://me@bus",
                    "tls://bus/x",
                    "tls://fd00::1"
                })
        void isNothingElse(String url) {
            assertThatThrownBy(() -> BusAddress.ofUrl(url))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is no address of a bus: write ");
        }
    }
}
