package dev.sallyport.protocol.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DhcpPropertyTest {

    private final DhcpDatagram datagram = new DhcpDatagram();

    @Property(tries = 500)
    void readingUndoesWriting(@ForAll("messages") DhcpMessage message) throws Exception {
        assertThat(datagram.read(datagram.write(message))).isEqualTo(message);
    }

    @Property(tries = 300)
    void readingUndoesWritingOfOptions(@ForAll("names") List<String> names, @ForAll("words") String word)
            throws Exception {
        SipServers servers = new SipServers(names);
        CertificateLocation location = new CertificateLocation(word, "https", word, "", word);

        assertThat(SipServers.read(servers.octets())).isEqualTo(servers);
        assertThat(CertificateLocation.read(location.octets())).isEqualTo(location);
    }

    @Property(tries = 1000)
    void anyBytesAreAMessageOrMalformed(@ForAll("bodies") Octets body) {
        Octets message = Octets.parse("01".repeat(236) + "63825363" + body.hex());
        for (Octets bytes : List.of(body, message)) {
            try {
                datagram.read(bytes.toArray());
            } catch (MalformedMessageException e) {
                assertThat(e).hasMessageContaining(" at byte ");
            }
        }
    }

    @Property(tries = 1000)
    void anyValuesAreOptionsOrMalformed(@ForAll("bodies") Octets body) {
        try {
            SipServers.read(body);
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageContaining(" at byte ");
        }
        try {
            SipServers.read(Octets.parse("00" + body.hex()));
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageContaining(" at byte ");
        }
        try {
            CertificateLocation.read(body);
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageContaining(" at byte ");
        }
    }

    @Provide
    Arbitrary<Octets> bodies() {
        return octets(0, 100);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().ascii().ofMaxLength(255);
    }

    @Provide
    Arbitrary<List<String>> names() {
        Arbitrary<String> labels =
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(63);
        return labels.list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> String.join(".", parts))
                .list()
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<DhcpMessage> messages() {
        Arbitrary<DhcpMessage.Hardware> hardware =
                Combinators.combine(bytes(), bytes(), octets(16, 16)).as(DhcpMessage.Hardware::new);
        Arbitrary<Octets> address = octets(4, 4);
        Arbitrary<DhcpMessage.Addresses> addresses =
                Combinators.combine(address, address, address, address).as(DhcpMessage.Addresses::new);
        Arbitrary<List<DhcpOption>> options = Combinators.combine(
                        Arbitraries.integers().between(1, 254), octets(0, 600))
                .as(DhcpOption::new)
                .list()
                .uniqueElements(DhcpOption::code)
                .ofMaxSize(4);
        Arbitrary<Integer> shorts = Arbitraries.integers().between(0, 0xffff);
        return Combinators.combine(
                        Arbitraries.of(1, 2), hardware, bytes(), Arbitraries.integers(), shorts, addresses, options)
                .as((operation, client, hops, transaction, seconds, all, list) -> new DhcpMessage(
                        operation,
                        client,
                        hops,
                        transaction,
                        seconds,
                        seconds,
                        all,
                        Octets.of(new byte[64]),
                        Octets.of(new byte[128]),
                        list));
    }

    private static Arbitrary<Integer> bytes() {
        return Arbitraries.integers().between(0, 255);
    }

    private static Arbitrary<Octets> octets(int least, int most) {
        return Arbitraries.bytes()
                .array(byte[].class)
                .ofMinSize(least)
                .ofMaxSize(most)
                .map(Octets::of);
    }
}
