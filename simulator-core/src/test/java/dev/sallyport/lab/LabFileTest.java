package dev.sallyport.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Transport;
import dev.sallyport.yaml.InvalidFileException;
import java.net.InetAddress;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LabFileTest {
    private static final Zone CORE = new Zone("core");
    private static final Zone DMZ_IN = new Zone("dmz-in");
    private static final Zone DMZ_OUT = new Zone("dmz-out");
    private static final Zone WORLD = new Zone("world");

    private final Lab lab = northwind();

    private static Lab northwind() {
        try {
            Path file = Path.of(LabFileTest.class.getResource("northwind.yaml").toURI());
            return LabFile.read(file, Vocabulary.any());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InetAddress ip(String text) {
        return IpLiteral.parse(text);
    }

    private Host host(String name) {
        return lab.host(name).orElseThrow();
    }

    private Interface edge(String name) {
        return host("edge1").interfaceNamed(name).orElseThrow();
    }

    @Nested
    class Everything {
        @Test
        void ofTheFileIsInTheLab() {
            assertThat(lab.name()).isEqualTo("northwind");
            assertThat(lab.domain()).isEqualTo("northwind.example");
            assertThat(lab.catalog()).isEqualTo("lync-server-2013");
            assertThat(lab.zones()).containsExactly(CORE, DMZ_IN, DMZ_OUT, WORLD);
            assertThat(lab.ignore()).containsExactly(PortRange.of(22), new PortRange(8000, 8010));
            assertThat(lab.optional()).containsExactly("SRV-02");
            assertThat(lab.exclude()).containsExactly("CLI-07");
            assertThat(lab.ports())
                    .isEqualTo(Map.of("SRV-48", PortRange.of(5060), "SRV-39", new PortRange(49152, 50151)));
            assertThat(lab.readings()).isEqualTo(Map.of("PIC-04", "source"));
            assertThat(lab.exactSources()).isTrue();
        }

        @Test
        void permitWithSeveralPortsIsOneForEach() {
            assertThat(lab.permits())
                    .extracting(Permit::ports)
                    .containsExactly(PortRange.of(3389), PortRange.of(3478), new PortRange(50000, 50099));
            assertThat(lab.permits())
                    .extracting(Permit::transport)
                    .containsExactly(Transport.TCP, Transport.UDP, Transport.UDP);
            assertThat(lab.permits().get(0).reason()).isEqualTo("remote desktop");
        }

        @Test
        void whatIsSaidOfARowIsSaidOfAllItsIds() {
            Set<String> both = Set.of("SRV-48", "SFB19-049");
            Vocabulary words = new Vocabulary(
                    Set.of("edge"),
                    Set.of("SRV-48", "SFB19-049", "SRV-39"),
                    Map.of("SRV-48", Set.of("a", "b"), "SFB19-049", Set.of("a", "b")),
                    Map.of("SRV-48", both, "SFB19-049", both),
                    Map.of("edge", Set.of(Trait.DOMAIN)));
            Lab named = LabFile.parse("lab.yaml", """
                    lab: two-ids
                    domain: two.example
                    zones: [core]
                    hosts:
                      edge1: { zone: core, address: 10.0.0.1, roles: [edge] }
                    exclude: [SFB19-049, SRV-39]
                    ports: { SFB19-049: 5060, SRV-39: 50000-50099 }
                    readings: { SRV-48: b, SFB19-049: a }
                    """, words);
            assertThat(named.hosts()).allMatch(host -> host.has(Trait.DOMAIN)).noneMatch(host -> host.has(Trait.WEB));
            assertThat(named.exclude()).containsExactlyInAnyOrder("SRV-48", "SFB19-049", "SRV-39");
            assertThat(named.ports())
                    .isEqualTo(Map.of(
                            "SRV-48",
                            PortRange.of(5060),
                            "SFB19-049",
                            PortRange.of(5060),
                            "SRV-39",
                            new PortRange(50000, 50099)));
            assertThat(named.readings()).isEqualTo(Map.of("SRV-48", "b", "SFB19-049", "a"));
        }

        @Test
        void leftOutIsTheDocumentedDefault() {
            Lab small = LabFile.parse("small.yaml", """
                    lab: small
                    domain: small.lab
                    zones: [all]
                    hosts:
                      fe1: { zone: all, address: 127.0.0.2, roles: [front-end] }
                    """, Vocabulary.any());
            assertThat(small.catalog()).isEqualTo("lync-server-2013");
            assertThat(small.exactSources()).isFalse();
            assertThat(small.firewalls()).isEmpty();
            assertThat(small.permits()).isEmpty();
        }
    }

    @Nested
    class Hosts {
        @Test
        void areFoundByNameRolePoolZoneAndAddress() {
            assertThat(lab.hostsWith("front-end")).containsExactly(host("fe1"), host("fe2"));
            assertThat(lab.hostsOfPool("pool1")).containsExactly(host("fe1"), host("fe2"));
            assertThat(lab.hostsIn(DMZ_IN)).containsExactly(host("edge1"));
            assertThat(lab.hostAt(ip("2001:db8:7::11"))).contains(host("fe2"));
            assertThat(lab.hostAt(ip("192.0.2.12"))).contains(host("edge1"));
            assertThat(lab.hostAt(ip("192.0.2.99"))).isEmpty();
            assertThat(lab.host("fe9")).isEmpty();
        }

        @Test
        void withOneUnnamedInterfaceHaveItUnderTheEmptyName() {
            assertThat(host("fe1").interfaceNamed(""))
                    .contains(host("fe1").interfaces().get(0));
            assertThat(host("edge1").interfaceNamed("")).isEmpty();
        }

        @Test
        void areNamedInTheDomainUnlessTheFileSaysOtherwise() {
            assertThat(host("fe1").fqdn()).isEqualTo("fe1.northwind.example");
            assertThat(host("phone1").fqdn()).isEqualTo("phone-1.desk.northwind.example");
            assertThat(edge("access").fqdn()).isEqualTo("sip.northwind.example");
            assertThat(edge("av").fqdn()).isEqualTo("edge1.northwind.example");
            assertThat(lab.fqdns())
                    .containsExactlyInAnyOrder(
                            "fe1.northwind.example",
                            "fe2.northwind.example",
                            "phone-1.desk.northwind.example",
                            "edge1.northwind.example",
                            "sip.northwind.example",
                            "partner1.northwind.example",
                            "pool1.northwind.example");
        }

        @Test
        void interfaceStandsInItsOwnZoneOrElseInTheHosts() {
            assertThat(edge("internal").zone()).isEqualTo(DMZ_IN);
            assertThat(edge("access").zone()).isEqualTo(DMZ_OUT);
        }

        @Test
        void poolOfOneMayBeNamedLikeItsOnlyMember() {
            assertThat(LabFile.parse("one.yaml", """
                                    lab: one
                                    domain: one.lab
                                    zones: [all]
                                    hosts:
                                      fe1: { zone: all, pool: fe1, address: 127.0.0.2, roles: [front-end] }
                                    """, Vocabulary.any()).fqdns()).containsExactly("fe1.one.lab");
        }
    }

    @Nested
    class Addresses {
        @Test
        void agentsMayTalkToAreAllOfTheLabAndNoOther() {
            assertThat(lab.addresses())
                    .containsExactlyInAnyOrder(
                            ip("10.7.0.10"),
                            ip("10.7.0.11"),
                            ip("2001:db8:7::11"),
                            ip("10.7.0.50"),
                            ip("10.8.0.10"),
                            ip("10.9.0.10"),
                            ip("10.9.0.11"),
                            ip("10.9.0.12"),
                            ip("2001:db8:9::12"),
                            ip("192.0.2.10"),
                            ip("192.0.2.11"),
                            ip("192.0.2.12"),
                            ip("198.51.100.50"),
                            ip("192.0.2.1"),
                            ip("2001:db8:ffff::1"));
        }

        @Test
        void publicAddressIsSeenFromOtherZonesInItsOwnFamilyOnly() {
            Interface av = edge("av");
            assertThat(av.seenFrom(WORLD, ip("10.9.0.12"))).isEqualTo(ip("192.0.2.12"));
            assertThat(av.seenFrom(DMZ_OUT, ip("10.9.0.12"))).isEqualTo(ip("10.9.0.12"));
            assertThat(av.seenFrom(WORLD, ip("2001:db8:9::12"))).isEqualTo(ip("2001:db8:9::12"));
        }
    }

    @Nested
    class Firewalls {
        @Test
        void onTheWayAreThoseBetweenTheZonesAndThoseThatTranslate() {
            assertThat(names(CORE, DMZ_IN)).containsExactly("back");
            assertThat(names(WORLD, DMZ_OUT)).containsExactly("front");
            assertThat(names(CORE, WORLD)).containsExactly("front");
            assertThat(names(CORE, DMZ_OUT)).isEmpty();
            assertThat(names(CORE, CORE)).isEmpty();
        }

        @Test
        void severalInARowAreAllPassed() {
            Lab row = LabFile.parse("row.yaml", """
                    lab: row
                    domain: row.lab
                    zones: [a, b, c]
                    firewalls: { one: { between: [a, b] }, two: { between: [c, b] } }
                    hosts:
                      fe1: { zone: a, address: 127.0.0.2, roles: [front-end] }
                    """, Vocabulary.any());
            assertThat(row.firewallsBetween(new Zone("a"), new Zone("c")))
                    .extracting(Firewall::name)
                    .containsExactly("one", "two");
        }

        @Test
        void natHoldsInTheDirectionDeclared() {
            assertThat(lab.masqueradesBetween(CORE, WORLD)).containsExactly(ip("192.0.2.1"), ip("2001:db8:ffff::1"));
            assertThat(lab.masqueradesBetween(WORLD, CORE)).isEmpty();
        }

        private Iterable<String> names(Zone from, Zone to) {
            return lab.firewallsBetween(from, to).stream().map(Firewall::name).toList();
        }
    }

    @Nested
    class Permits {
        @Test
        void nameAnInterfaceOrAllOfAHost() {
            Permit.End internal = lab.permits().get(0).to().get(0);
            Permit.End all = lab.permits().get(1).to().get(0);
            assertThat(internal.covers(host("edge1"), edge("internal"))).isTrue();
            assertThat(internal.covers(host("edge1"), edge("access"))).isFalse();
            assertThat(all.covers(host("edge1"), edge("access"))).isTrue();
            assertThat(all.covers(host("fe1"), host("fe1").interfaces().get(0))).isFalse();
        }
    }

    @Nested
    class Digest {
        @Test
        void isOfTheTextWhateverItsLineEnds() {
            // printf 'a\nb\n' | sha256sum
            assertThat(LabFile.digest("a\nb\n")).isEqualTo("911169ddaaf146af");
            assertThat(LabFile.digest("a\r\nb\r\n")).isEqualTo(LabFile.digest("a\nb\n"));
            assertThat(LabFile.digest("a\nc\n")).isNotEqualTo(LabFile.digest("a\nb\n"));
        }
    }

    @Test
    void missingFileSaysSo() {
        assertThatThrownBy(() -> LabFile.read(Path.of("no-such-lab.yaml"), Vocabulary.any()))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage("no-such-lab.yaml: cannot read the file: there is none of this name");
    }
}
