package dev.sallyport.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sallyport.check.Check;
import dev.sallyport.check.Source;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DraftsTest {
    private static InetAddress ip(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }

    @Nested
    class Translation {
        private final Site site = Site.of("""
                firewalls:
                  outer: { between: [in, out], nat: [{ from: in, to: out, source: 203.0.113.1 }] }
                hosts:
                  edge1:
                    roles: [edge]
                    zone: in
                    addresses:
                      internal: { address: 10.1.0.1 }
                      access: { address: 10.1.0.2, public: 203.0.113.2, fqdn: sip.small.test }
                      av: { address: 10.1.0.3 }
                  partner1: { zone: out, address: 198.51.100.1, roles: [federated-partner] }
                  near1: { zone: in, address: 10.1.0.9, roles: [public-im-partner] }
                  messenger1: { zone: out, address: 198.51.100.2, roles: [live-messenger-client] }
                """);

        @Test
        void otherZoneDialsThePublicAddress() throws UnknownHostException {
            Check check = site.check("PIC-06");
            assertThat(check.flow().to().dialled()).isEqualTo(ip("10.1.0.3"));
            Check federation = site.checks("FED-01").get(0);
            assertThat(federation.id()).isEqualTo("partner1 > edge1/access 5061/tcp");
            assertThat(federation.flow().to().address()).isEqualTo(ip("10.1.0.2"));
            assertThat(federation.flow().to().dialled()).isEqualTo(ip("203.0.113.2"));
        }

        @Test
        void ownZoneDialsTheOwnAddress() throws UnknownHostException {
            assertThat(site.check("PIC-01").flow().to().dialled()).isEqualTo(ip("10.1.0.2"));
        }

        @Test
        void staticNatIsSeenAsTheSourceAndKeepsThePort() throws UnknownHostException {
            Check check = site.checks("FED-01").get(1);
            assertThat(check.id()).isEqualTo("edge1/access > partner1 5061/tcp");
            assertThat(check.source()).isEqualTo(new Source(ip("203.0.113.2"), true));
        }

        @Test
        void masqueradeIsSeenAsTheSourceAndMayChangeThePort() throws UnknownHostException {
            assertThat(site.check("PIC-04").source()).isEqualTo(new Source(ip("203.0.113.1"), false));
        }

        @Test
        void withoutNatTheSourceIsTheInitiatorItself() throws UnknownHostException {
            assertThat(site.check("PIC-06").source()).isEqualTo(new Source(ip("198.51.100.2"), true));
            assertThat(site.check("PIC-02").source()).isEqualTo(new Source(ip("10.1.0.2"), true));
        }

        @Test
        void firewallsBetweenTheZonesAreNamed() {
            assertThat(site.check("PIC-06").firewalls()).containsExactly("outer");
            assertThat(site.check("PIC-01").firewalls()).isEmpty();
        }

        @Test
        void edgesOfAPoolMeetByTheirPublicAddressesThroughTheFirewall() throws UnknownHostException {
            Site pool = Site.of("""
                    firewalls:
                      inner: { between: [elsewhere, in] }
                      outer: { between: [in, out] }
                    hosts:
                      edge1: { roles: [edge], zone: in, addresses: { av: { address: 10.1.0.1, public: 203.0.113.1 } } }
                      edge2: { roles: [edge], zone: in, addresses: { av: { address: 10.1.0.2, public: 203.0.113.2 } } }
                      edge3: { roles: [edge], zone: in, addresses: { av: { address: 10.1.0.3 } } }
                    """, "in", "out", "elsewhere");
            assertThat(pool.ids("EDGE-016")).contains("edge1/av > edge2/av 443/tcp", "edge1/av > edge3/av 443/tcp");
            Check turned = pool.check("EDGE-016", "edge1/av > edge2/av 443/tcp");
            assertThat(turned.flow().to().address()).isEqualTo(ip("10.1.0.2"));
            assertThat(turned.flow().to().dialled()).isEqualTo(ip("203.0.113.2"));
            assertThat(turned.source()).isEqualTo(new Source(ip("203.0.113.1"), true));
            assertThat(turned.firewalls()).containsExactly("inner", "outer");
            Check direct = pool.check("EDGE-016", "edge1/av > edge3/av 443/tcp");
            assertThat(direct.source()).isEqualTo(new Source(ip("10.1.0.1"), true));
            assertThat(direct.firewalls()).isEmpty();
        }

        @Test
        void partnerSpeaksForItsOwnDomainInWhateverRoleItIsMet() {
            Site outside = Site.of("""
                    hosts:
                      edge1: { roles: [edge], zone: in, addresses: { access: { address: 10.1.0.1 } } }
                      partner1: { zone: out, address: 198.51.100.1, roles: [public-im-partner, dns-server] }
                    """);
            assertThat(outside.check("EDGE-004").flow().to().domain()).isEqualTo("partner1.small.test");
            assertThat(outside.check("PIC-02").flow().to().domain()).isEqualTo("partner1.small.test");
        }

        @Test
        void partySpeaksUnderTheNameOfItsInterface() {
            assertThat(site.check("PIC-01").flow().to().fqdn()).isEqualTo("sip.small.test");
        }

        @Test
        void partnerIsADomainOfItsOwn() {
            assertThat(site.check("PIC-01").flow().from().domain()).isEqualTo("near1.small.test");
            assertThat(site.check("PIC-01").flow().to().domain()).isEqualTo("small.test");
        }
    }

    @Nested
    class Families {
        @Test
        void pairWithTwoFamiliesHasTwoChecks() {
            Site site = Site.of("""
                    hosts:
                      fe1: { zone: in, address: [10.0.0.1, "fd00::1"], roles: [front-end] }
                      app1: { zone: in, address: ["fd00::2", 10.0.0.2], roles: [trusted-application-server] }
                      app2: { zone: in, address: 10.0.0.3, roles: [trusted-application-server] }
                      app3: { zone: in, address: "fd00::3", roles: [trusted-application-server] }
                    """);
            assertThat(site.ids("SRV-02"))
                    .containsExactly(
                            "app1 > fe1 5060/tcp",
                            "app1 > fe1 5060/tcp#v6",
                            "app2 > fe1 5060/tcp",
                            "app3 > fe1 5060/tcp#v6");
        }
    }

    @Nested
    class Merging {
        @Test
        void equalFlowsAreOneCheckWithAllRows() {
            Site site = Site.of("""
                    hosts:
                      fe1: { zone: in, address: 10.0.0.1, roles: [front-end, mediation] }
                      c1: { zone: in, address: 10.0.0.2, roles: [internal-client] }
                    """);
            assertThat(site.check("SRV-19").rows()).containsExactly("SRV-12", "SRV-19");
            assertThat(site.checks("SRV-39"))
                    .extracting(check -> check.flow().transport())
                    .as("the host's two roles ask for the same flows")
                    .containsExactly(Transport.TCP, Transport.UDP);
        }

        @Test
        void otherSecurityIsAnotherCheck() {
            Site site = Site.of("""
                    hosts:
                      fe1: { zone: in, address: 10.0.0.1, roles: [front-end] }
                      box1: { zone: in, address: 10.0.0.2, roles: [internal-client, director] }
                    """);
            assertThat(site.checks("SRV-03").stream()
                            .filter(check -> check.flow().to().host().equals("fe1")))
                    .extracting(Check::id, check -> check.flow().security())
                    .containsExactly(
                            tuple("box1 > fe1 5061/tcp", Security.TLS),
                            tuple("box1 > fe1 5061/tcp#subscribe", Security.MTLS));
        }
    }

    @Nested
    class Exchanges {
        private final Site site = Site.of("""
                hosts:
                  edge1: { zone: in, address: 10.0.0.1, roles: [edge] }
                  xmpp1: { zone: in, address: 10.0.0.2, roles: [xmpp-partner] }
                  r1: { zone: in, address: 10.0.0.3, roles: [remote-client] }
                """);

        @Test
        void exchangeThatIsNotSpokenYetStillHasItsCheck() {
            assertThat(site.check("CLI-03").spoken()).isFalse();
            assertThat(site.check("CLI-03").exchange()).isEqualTo("psom/meeting");
        }

        @Test
        void dialbackCallsBack() {
            assertThat(site.checks("XMPP-01"))
                    .extracting(Check::id, Check::spoken, Check::callsBack)
                    .containsExactly(
                            tuple("xmpp1 > edge1 5269/tcp", true, false),
                            tuple("xmpp1 > edge1 5269/tcp#dialback", true, true));
        }
    }
}
