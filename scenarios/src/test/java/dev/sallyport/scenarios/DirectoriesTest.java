package dev.sallyport.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.transport.Directory;
import dev.sallyport.transport.Directory.Speaker;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DirectoriesTest {
    private static final Site SITE = Site.of("""
            firewalls:
              outer: { between: [in, out], nat: [{ from: in, to: out, source: 203.0.113.1 }] }
            hosts:
              fe1: { zone: in, pool: one, address: [10.0.0.1, "fd00::1"], roles: [front-end] }
              fe2: { zone: in, pool: one, address: 10.0.0.2, roles: [front-end] }
              edge1:
                roles: [edge]
                zone: in
                addresses:
                  internal: { address: 10.1.0.1 }
                  access: { address: 10.1.0.2, public: 203.0.113.2, fqdn: access.small.test }
              xmpp1: { zone: out, address: 198.51.100.1, roles: [xmpp-partner] }
            """);

    private static InetAddress ip(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }

    @Nested
    class Names {
        private final Directory directory = Directories.of(SITE.lab());

        private List<String> at(String name) {
            return directory.names().get(name).stream()
                    .map(InetAddress::getHostAddress)
                    .toList();
        }

        @Test
        void hostAndInterfaceHaveTheirAddresses() {
            assertThat(at("fe2.small.test")).containsExactly("10.0.0.2");
            assertThat(at("access.small.test")).containsExactly("203.0.113.2", "10.1.0.2");
            assertThat(at("edge1.small.test")).containsExactly("10.1.0.1", "203.0.113.2", "10.1.0.2");
            assertThat(at("xmpp1.small.test")).containsExactly("198.51.100.1");
        }

        @Test
        void poolHasThoseOfItsMembers() {
            assertThat(at("one.small.test")).containsExactly("10.0.0.1", "fd00:0:0:0:0:0:0:1", "10.0.0.2");
        }

        @Test
        void domainIsAtTheAccessEdge() {
            assertThat(at("small.test")).containsExactly("203.0.113.2", "10.1.0.2");
            assertThat(at("sip.small.test")).containsExactly("203.0.113.2", "10.1.0.2");
        }

        @Test
        void withoutAnEdgeClientsSignInAtTheFrontEnds() {
            Site inside = Site.of("hosts: { fe1: { zone: in, address: 10.0.0.1, roles: [front-end] } }\n");
            assertThat(Directories.of(inside.lab()).names())
                    .containsKeys("sip.small.test")
                    .doesNotContainKey("small.test");
        }
    }

    @Nested
    class Addresses {
        private final Directory directory = Directories.of(SITE.lab());

        @Test
        void everyAddressOfTheLabIsKnown() throws UnknownHostException {
            assertThat(directory.addresses())
                    .isEqualTo(SITE.lab().addresses())
                    .contains(ip("203.0.113.1"), ip("fd00::1"));
        }

        @Test
        void speakerIsKnownByEachOfItsAddresses() throws UnknownHostException {
            Speaker access = new Speaker("access.small.test", "small.test");
            assertThat(directory.speakers())
                    .containsEntry(ip("10.1.0.2"), access)
                    .containsEntry(ip("203.0.113.2"), access)
                    .containsEntry(ip("198.51.100.1"), new Speaker("xmpp1.small.test", "xmpp1.small.test"))
                    .doesNotContainKey(ip("203.0.113.1"));
        }
    }

    @Nested
    class Certificates {
        private CertificateNeed need(String host) {
            return CertificateNeed.of(SITE.lab()).stream()
                    .filter(need -> need.host().equals(host))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void edgeSpeaksForTheDomain() throws UnknownHostException {
            assertThat(need("edge1"))
                    .isEqualTo(new CertificateNeed(
                            "edge1",
                            List.of("edge1.small.test", "access.small.test", "small.test", "sip.small.test"),
                            List.of(ip("10.1.0.1"), ip("10.1.0.2"), ip("203.0.113.2"))));
        }

        @Test
        void frontEndSpeaksForItsPool() throws UnknownHostException {
            assertThat(need("fe1"))
                    .isEqualTo(new CertificateNeed(
                            "fe1",
                            List.of(
                                    "fe1.small.test",
                                    "one.small.test",
                                    "sip.small.test",
                                    "lyncdiscover.small.test",
                                    "lyncdiscoverinternal.small.test",
                                    "meet.small.test",
                                    "dialin.small.test",
                                    "admin.small.test"),
                            List.of(ip("10.0.0.1"), ip("fd00::1"))));
        }

        @Test
        void partnerSpeaksForItself() {
            assertThat(need("xmpp1").names()).containsExactly("xmpp1.small.test");
        }
    }
}
