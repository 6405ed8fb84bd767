package dev.sallyport.testkit.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.control.bus.BusAddress;
import dev.sallyport.control.bus.BusException;
import dev.sallyport.control.bus.NatsBus;
import dev.sallyport.testkit.peer.RequiresPeer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the broker lets whom do, by the {@code nats.conf} that {@code certs --bus} makes. */
@RequiresPeer("nats-server")
@Timeout(120)
class BrokerPermissionsTest {

    private static final byte[] WORD = "hello".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path folder;

    private static NatsSite site;

    @BeforeAll
    static void start() throws Exception {
        site = NatsSite.startBrokerAlone(folder);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void aHostSpeaksAndHearsUnderItsOwnNameAlone() throws Exception {
        List<String> refusals = new CopyOnWriteArrayList<>();
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (NatsBus controller = site.dial("controller", note -> {});
                NatsBus fe1 = site.dial("fe1", refusals::add);
                NatsBus med1 = site.dial("med1", note -> {})) {
            controller.subscribe("sallyport.*.answers", (subject, message) -> heard.add("controller: " + subject));
            med1.subscribe("sallyport.med1.orders", (subject, message) -> heard.add("med1: " + subject));
            fe1.subscribe("sallyport.fe1.orders", (subject, message) -> heard.add("fe1: " + subject));
            List.of("sallyport.med1.orders", "sallyport.*.answers", "sallyport.controller.lock", ">")
                    .forEach(other -> fe1.subscribe(other, (subject, message) -> heard.add("fe1 beyond its name")));

            List.of("sallyport.med1.answers", "sallyport.med1.orders", "sallyport.controller.lock")
                    .forEach(other -> fe1.publish(other, WORD));
            fe1.publish("sallyport.fe1.answers", WORD);
            assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("controller: sallyport.fe1.answers");

            controller.publish("sallyport.med1.orders", WORD);
            assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("med1: sallyport.med1.orders");
            controller.publish("sallyport.fe1.orders", WORD);
            assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("fe1: sallyport.fe1.orders");
        }
        assertThat(heard).isEmpty();
        assertThat(refusals.stream().filter(note -> note.contains("Permissions Violation")))
                .hasSize(7);
    }

    @Test
    void aCertificateOfAnotherLabIsRefused() {
        site.certs("others");
        assertThatThrownBy(() -> NatsBus.connect(site.address(), site.identity("others", "fe1"), note -> {}))
                .isInstanceOf(BusException.class)
                .hasMessageContaining("no TLS with the bus at " + site.address().url());
    }

    @Test
    void aCertificateOfTheLabThatTheBrokerKnowsNothingOfIsRefused() {
        assertThatThrownBy(() -> site.dial("bus", note -> {}))
                .isInstanceOf(BusException.class)
                .hasMessageContaining("knows nobody by this certificate");
    }

    @Test
    void aBrokerThatPresentsAnotherNameIsRefused() {
        BusAddress dialled = new BusAddress("localhost", site.address().port());
        assertThatThrownBy(() -> NatsBus.connect(dialled, site.identity("certs", "fe1"), note -> {}))
                .isInstanceOf(BusException.class)
                .hasMessageContaining("127.0.0.1, not localhost");
    }

    @Test
    void whereThereIsNoBrokerTryingAgainMayHelp() {
        BusAddress nobody = new BusAddress("127.0.0.1", 1);
        assertThatThrownBy(() -> NatsBus.connect(nobody, site.identity("certs", "fe1"), note -> {}))
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.passing()).isTrue())
                .hasMessageContaining("no bus at tls://127.0.0.1:1: Connection refused");
    }
}
