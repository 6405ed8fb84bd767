package dev.sallyport.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Source;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.Party;
import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckIdsTest {
    private static final String PLAIN = "a > b 443/tcp";

    @Test
    void firstIsPlainAndOthersSayWhatTellsThemApart() {
        assertThat(ids(
                        draft("sip/register", Security.TLS, Optional.empty()),
                        draft("psom/meeting", Security.TLS, Optional.empty()),
                        draft("sip/register", Security.MTLS, Optional.empty()),
                        draft("sip/register", Security.MTLS, Optional.of(new PortRange(50000, 50009)))))
                .containsExactly(PLAIN, PLAIN + "#meeting", PLAIN + "#mtls", PLAIN + "#from-50000-50009");
    }

    @Test
    void sameConversationInClearOfAnotherProtocolIsTold() {
        assertThat(ids(
                        draft("https/get", Security.TLS, Optional.empty()),
                        draft("http/get", Security.TLS, Optional.empty()),
                        draft("http/get", Security.NONE, Optional.empty())))
                .containsExactly(PLAIN, PLAIN + "#http-get", PLAIN + "#clear");
    }

    @Test
    void everyCombinationIsUnique() {
        List<Draft> all = List.of("sip/options", "sip/invite", "http/get", "https/get").stream()
                .flatMap(exchange -> List.of(Security.values()).stream()
                        .flatMap(
                                security -> List.of(Optional.<PortRange>empty(), Optional.of(PortRange.of(68))).stream()
                                        .map(from -> draft(exchange, security, from))))
                .toList();
        assertThat(CheckIds.of(all)).hasSize(24).doesNotHaveDuplicates();
    }

    @Test
    void anotherFamilyCountsOnItsOwn() {
        Draft four = draft("sip/options", Security.MTLS, Optional.empty());
        Draft six = draft("sip/options", Security.MTLS, Optional.empty(), "fd00::1");
        Draft call = draft("sip/invite", Security.MTLS, Optional.empty(), "fd00::1");
        assertThat(ids(four, six, call)).containsExactly(PLAIN, PLAIN + "#v6", PLAIN + "#invite#v6");
    }

    private static List<String> ids(Draft... drafts) {
        return CheckIds.of(List.of(drafts));
    }

    private static Draft draft(String exchange, Security security, Optional<PortRange> from) {
        return draft(exchange, security, from, "10.0.0.1");
    }

    private static Draft draft(String exchange, Security security, Optional<PortRange> from, String address) {
        Party a = party("a", address);
        Flow flow = new Flow(
                a,
                party("b", address),
                Transport.TCP,
                PortRange.of(443),
                from,
                exchange.substring(0, exchange.indexOf('/')),
                security);
        return new Draft(flow, exchange, new Source(a.address(), true), List.of(), List.of());
    }

    private static Party party(String host, String literal) {
        try {
            InetAddress address = InetAddress.getByName(literal);
            return new Party(host, "edge", "", "in", address, address, host + ".small.test", "small.test");
        } catch (java.net.UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
