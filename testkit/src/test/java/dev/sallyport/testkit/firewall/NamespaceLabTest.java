package dev.sallyport.testkit.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NamespaceLabTest {

    @Nested
    @RequiresFirewall
    class Hosts {
        @Test
        void edgeAnswersByTheInterfaceTheRequestCameInOn() {
            try (NamespaceLab lab = edge()) {
                assertThat(route(lab, "198.51.100.20", "203.0.113.11")).contains("via 203.0.113.1 dev eth1");
                assertThat(route(lab, "10.1.0.10", "203.0.113.10")).contains("via 203.0.113.1 dev eth1");
                assertThat(route(lab, "198.51.100.20", "10.2.0.10")).contains("via 10.2.0.1 dev eth0");
                assertThat(route(lab, "203.0.113.12", "203.0.113.10"))
                        .contains("203.0.113.12 from 203.0.113.10 dev eth1");
            }
        }

        @Test
        void everyAddressIsThereAndLoopbackIsUp() {
            try (NamespaceLab lab = edge()) {
                String addresses =
                        lab.exec("edge1", "ip", "-4", "-brief", "address").out();
                assertThat(addresses).contains("127.0.0.1/8", "10.2.0.10/24", "203.0.113.10/24", "203.0.113.11/24");
            }
        }

        @Test
        void mediaPortsAreNotLentAndLowPortsNeedNoPrivilege() {
            try (NamespaceLab lab = edge()) {
                assertThat(setting(lab, "ip_local_port_range")).isEqualTo("10000\t32767");
                assertThat(setting(lab, "ip_unprivileged_port_start")).isEqualTo("0");
            }
        }

        @Test
        void labsOfOneJvmLiveSideBySide() {
            try (NamespaceLab one = edge();
                    NamespaceLab other = edge()) {
                assertThat(one.command("edge1")).isNotEqualTo(other.command("edge1"));
                assertThat(one.exec("edge1", "true").exit()).isZero();
                assertThat(other.exec("edge1", "true").exit()).isZero();
            }
        }

        private static String route(NamespaceLab lab, String to, String from) {
            return lab.exec("edge1", "ip", "route", "get", to, "from", from).out();
        }

        private static String setting(NamespaceLab lab, String name) {
            return lab.exec("edge1", "cat", "/proc/sys/net/ipv4/" + name).out().strip();
        }
    }

    @Nested
    @RequiresFirewall
    class Firewalls {
        @Test
        void eachJoinsItsOwnZonesAlone() {
            try (NamespaceLab lab = two()) {
                assertThat(reaches(lab, "fe1", "10.2.0.10")).isTrue();
                assertThat(reaches(lab, "fe1", "198.51.100.20")).isFalse();
                assertThat(reaches(lab, "client1", "203.0.113.10")).isTrue();
            }
        }

        @Test
        void rulesOfOneAreReplacedAtOnceAndLeaveTheOtherAlone() {
            try (NamespaceLab lab = two()) {
                lab.firewall("inner").load(dropping("tcp"));
                assertThat(reaches(lab, "fe1", "10.2.0.10")).isFalse();
                assertThat(reaches(lab, "client1", "203.0.113.10")).isTrue();
                lab.firewall("inner").load(dropping("udp"));
                assertThat(reaches(lab, "fe1", "10.2.0.10")).isTrue();
            }
        }

        @Test
        void oneOfSeveralIsNamed() {
            try (NamespaceLab lab = two()) {
                assertThatThrownBy(lab::firewall).hasMessageContaining("[inner, outer]");
                assertThatThrownBy(() -> lab.firewall("middle")).hasMessageContaining("[inner, outer]");
            }
        }

        /** Nobody listens there: a reset that comes back at once shows that the way is open. */
        private static boolean reaches(NamespaceLab lab, String from, String to) {
            String dial = "timeout 1 bash -c 'exec 3<>/dev/tcp/" + to + "/7' 2>&1";
            return lab.exec(from, "sh", "-c", dial).out().contains("refused");
        }

        private static String dropping(String protocol) {
            return "table ip site {\nchain forward {\ntype filter hook forward priority filter; policy accept;\n"
                    + "ip protocol " + protocol + " drop\n}\n}\n";
        }

        private static NamespaceLab two() {
            return NamespaceLab.builder("two boxes")
                    .zone("internal", "10.1.0.0/24", "inner")
                    .zone("perimeter-in", "10.2.0.0/24", "inner")
                    .zone("perimeter-out", "203.0.113.0/24", "outer")
                    .zone("internet", "198.51.100.0/24", "outer")
                    .host("fe1", "internal", "10.1.0.10")
                    .host("edge1", "perimeter-in", "10.2.0.10")
                    .host("edge1", "perimeter-out", "203.0.113.10")
                    .host("client1", "internet", "198.51.100.20")
                    .start();
        }
    }

    @Nested
    @RequiresFirewall
    class Commands {
        @Test
        void resultHasExitStatusAndBothStreams() {
            try (NamespaceLab lab = edge()) {
                CommandResult result = lab.exec("edge1", "sh", "-c", "echo out; echo err >&2; exit 3");
                assertThat(result).isEqualTo(new CommandResult(3, "out\n", "err\n"));
            }
        }

        @Test
        void commandThatDoesNotEndIsKilledAndNamed() {
            try (NamespaceLab lab = edge()) {
                assertThatThrownBy(
                                () -> lab.exec(Duration.ofMillis(100), "edge1", "sh", "-c", "echo so far; sleep 600"))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("sleep 600' did not end within 100 ms")
                        .hasMessageContaining("so far");
            }
        }

        @Test
        void prefixAndTemplateNameTheSameNamespace() {
            try (NamespaceLab lab = edge()) {
                assertThat(lab.spawnTemplate().replace("{host}", "edge1"))
                        .isEqualTo(String.join(" ", lab.command("edge1")))
                        .contains("ip netns exec sallyport-");
                assertThat(lab.hosts()).containsExactly("edge1", "edge2");
            }
        }

        @Test
        void unknownHostIsRefusedWithThoseThereAre() {
            try (NamespaceLab lab = edge()) {
                assertThatThrownBy(() -> lab.exec("edge3", "true"))
                        .hasMessageContaining("has no host 'edge3'; it has [edge1, edge2]");
            }
        }
    }

    @Nested
    @RequiresFirewall
    class Removal {
        @Test
        void closedLabLeavesNeitherNamespacesNorProcesses() {
            NamespaceLab lab = edge();
            Process ours = lab.start("edge1", "sleep", "600");
            String prefix = prefix(lab.spawnTemplate());
            assertThat(namespaces()).anyMatch(name -> name.startsWith(prefix));
            lab.close();
            lab.close();
            assertThat(namespaces()).noneMatch(name -> name.startsWith(prefix));
            assertThat(ours.isAlive()).isFalse();
        }

        @Test
        void processThatDetachedItselfIsKilledToo() {
            NamespaceLab lab = edge();
            String pid = lab.exec("edge1", "sh", "-c", "setsid sleep 600 >/dev/null 2>&1 & echo $!")
                    .out()
                    .strip();
            assertThat(Path.of("/proc", pid, "ns")).exists();
            lab.close();
            await().until(() -> !runs(pid));
        }

        @Test
        void jvmThatEndsRemovesItsLab() throws IOException, InterruptedException {
            Process jvm = new ProcessBuilder(ProbedHost.java(AbandonedLab.class)).start();
            String prefix = prefix(firstLine(jvm));
            assertThat(jvm.waitFor()).isZero();
            assertThat(namespaces()).noneMatch(name -> name.startsWith(prefix));
        }

        @Test
        void labOfAKilledJvmIsRemovedWhenTheNextOneStarts() throws IOException, InterruptedException {
            Process jvm = waitingJvm();
            String prefix = prefix(firstLine(jvm));
            assertThat(namespaces()).anyMatch(name -> name.startsWith(prefix));
            jvm.destroyForcibly().waitFor();
            edge().close();
            assertThat(namespaces()).noneMatch(name -> name.startsWith(prefix));
        }

        @Test
        void labOfALivingProcessIsLeftAlone() throws IOException, InterruptedException {
            Process jvm = waitingJvm();
            String prefix = prefix(firstLine(jvm));
            edge().close();
            assertThat(namespaces()).anyMatch(name -> name.startsWith(prefix));
            jvm.destroy();
            jvm.waitFor();
            assertThat(namespaces()).noneMatch(name -> name.startsWith(prefix));
        }
    }

    @Nested
    class Drafts {
        private final NamespaceLab.Builder builder =
                NamespaceLab.builder("draft").zone("internal", "10.1.0.0/24").host("fe1", "internal", "10.1.0.10");

        @Test
        void addressOutsideTheZoneIsRefused() {
            assertThatThrownBy(() -> builder.host("fe2", "internal", "10.2.0.10"))
                    .hasMessageContaining("'fe2' cannot have 10.2.0.10 in zone 'internal'")
                    .hasMessageContaining("10.1.0.0/24");
        }

        @Test
        void addressOfTheFirewallIsRefused() {
            assertThatThrownBy(() -> builder.host("fe2", "internal", "10.1.0.1"))
                    .hasMessageContaining("10.1.0.1, the firewall's");
        }

        @Test
        void addressGivenTwiceIsRefused() {
            assertThatThrownBy(() -> builder.host("fe2", "internal", "10.1.0.10"))
                    .hasMessageContaining("given out already");
        }

        @Test
        void unknownZoneIsRefusedWithThoseThereAre() {
            assertThatThrownBy(() -> builder.host("fe2", "dmz", "10.1.0.11")).hasMessageContaining("[internal]");
        }

        @Test
        void zoneGivenTwiceIsRefused() {
            assertThatThrownBy(() -> builder.zone("internal", "10.3.0.0/24")).hasMessageContaining("there already");
        }

        @Test
        void nameOfTheFirewallIsNoHost() {
            assertThatThrownBy(() -> builder.host("firewall", "internal", "10.1.0.11"))
                    .hasMessageContaining("'firewall' cannot name a host");
        }

        @Test
        void networkWithHostBitsIsRefused() {
            assertThatThrownBy(() -> builder.zone("dmz", "10.3.0.7/24"))
                    .hasMessageContaining("bits set after the prefix");
        }

        @Test
        void nameIsNotTakenForAnAddress() {
            assertThatThrownBy(() -> builder.host("fe2", "internal", "localhost"))
                    .hasMessageContaining("'localhost' is not an IPv4 address");
        }
    }

    private static NamespaceLab edge() {
        return NamespaceLab.builder("edge")
                .zone("perimeter-in", "10.2.0.0/24")
                .zone("perimeter-out", "203.0.113.0/24")
                .host("edge1", "perimeter-in", "10.2.0.10")
                .host("edge1", "perimeter-out", "203.0.113.10", "203.0.113.11")
                .host("edge2", "perimeter-out", "203.0.113.12")
                .start();
    }

    private static String prefix(String template) {
        return template.substring(template.lastIndexOf(' ') + 1, template.indexOf("{host}"));
    }

    private static List<String> namespaces() {
        String[] names = Path.of("/var/run/netns").toFile().list();
        return names == null ? List.of() : List.of(names);
    }

    private static Process waitingJvm() throws IOException {
        Stream<String> command = Stream.concat(Stream.of(ProbedHost.java(AbandonedLab.class)), Stream.of("wait"));
        return new ProcessBuilder(command.toList()).start();
    }

    /** Whether it still runs; of one that has ended but is not collected yet, the namespace cannot be read. */
    private static boolean runs(String pid) {
        return Files.isReadable(Path.of("/proc", pid, "ns", "net"));
    }

    private static String firstLine(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }
}
