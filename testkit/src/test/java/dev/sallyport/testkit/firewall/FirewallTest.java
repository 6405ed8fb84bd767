package dev.sallyport.testkit.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sallyport.flow.Transport;
import dev.sallyport.testkit.firewall.RejectWithIcmp.Code;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RequiresFirewall
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirewallTest {
    private static final String NEAR = "198.51.100.20";
    private static final String FAR = "10.1.0.10";
    private static final String NOTHING = "0 links, 0 bytes, 0 datagrams";

    private final AtomicInteger ports = new AtomicInteger(5060);
    private NamespaceLab lab;
    private ProbedHost near;
    private ProbedHost far;
    private int port;

    @BeforeAll
    void startLab() {
        lab = NamespaceLab.builder("faults")
                .zone("internal", "10.1.0.0/24")
                .zone("internet", "198.51.100.0/24")
                .host("fe1", "internal", FAR)
                .host("fe2", "internal", "10.1.0.11")
                .host("client1", "internet", NEAR)
                .start();
        near = new ProbedHost(lab, "client1");
        far = new ProbedHost(lab, "fe1");
    }

    @AfterAll
    void closeLab() {
        lab.close();
    }

    @BeforeEach
    void listenAtAFreshPort() {
        lab.firewall().allowEverything();
        port = ports.incrementAndGet();
        far.listen(FAR, port);
    }

    @Test
    void everythingPassesBeforeAFaultIsApplied() {
        assertThat(near.tcp(FAR, port)).isEqualTo("echo");
        assertThat(near.udp(FAR, port)).isEqualTo("echo");
        assertThat(far.seen(port)).isEqualTo("1 links, 4 bytes, 1 datagrams");
    }

    @Nested
    class Tcp {
        @Test
        void droppedRequestIsATimeoutAndLeavesNoTraceAtTheFarEnd() {
            try (AppliedFault fault = apply(new DropRequest(flow()))) {
                assertThat(near.silence("tcp", FAR, port)).isEqualTo("timeout");
                assertThat(far.seen(port)).isEqualTo(NOTHING);
                assertThat(halfOpen()).isFalse();
                assertThat(fault.packets()).isPositive();
            }
            assertThat(near.tcp(FAR, port)).isEqualTo("echo");
        }

        @Test
        void droppedReplyLeavesTheFarEndInSynRecv() {
            assertHalfOpen(new DropReply(flow()));
        }

        @Test
        void droppedSynAckLeavesTheFarEndInSynRecv() {
            assertHalfOpen(new DropSynAck(flow()));
        }

        @Test
        void resetIsARefusalThatTheFarEndNeverSaw() {
            assertRefused(new RejectWithReset(flow()), "Connection refused");
        }

        @ParameterizedTest
        @CsvSource({
            "NET_UNREACHABLE, Network is unreachable",
            "HOST_UNREACHABLE, No route to host",
            "PORT_UNREACHABLE, Connection refused",
            "NET_PROHIBITED, Network is unreachable",
            "HOST_PROHIBITED, No route to host",
            "ADMIN_PROHIBITED, No route to host"
        })
        void icmpIsToldInTheWordsOfItsCode(Code code, String words) {
            assertRefused(new RejectWithIcmp(flow(), code), words);
        }

        @Test
        void droppedTlsHelloLetsTheLinkOpenAndOtherBytesPass() {
            try (AppliedFault fault = apply(new DropTlsHello(flow()))) {
                assertThat(near.tlsHello(FAR, port)).isEqualTo("connected, no echo");
                await().untilAsserted(() -> assertThat(far.seen(port)).isEqualTo("1 links, 0 bytes, 0 datagrams"));
                assertThat(fault.packets()).isPositive();
                assertThat(near.tcp(FAR, port)).isEqualTo("echo");
            }
        }

        private FilteredFlow flow() {
            return FilteredFlow.tcp(NEAR, FAR, port);
        }

        private void assertRefused(Fault rejection, String words) {
            try (AppliedFault fault = apply(rejection)) {
                assertThat(near.tcp(FAR, port)).startsWith(words);
                assertThat(far.seen(port)).isEqualTo(NOTHING);
                assertThat(fault.packets()).isEqualTo(1);
            }
            assertThat(near.tcp(FAR, port)).isEqualTo("echo");
        }

        private void assertHalfOpen(Fault loss) {
            try (AppliedFault fault = apply(loss)) {
                assertThat(near.silence("tcp", FAR, port)).isEqualTo("timeout");
                assertThat(halfOpen()).isTrue();
                assertThat(far.seen(port)).isEqualTo(NOTHING);
                assertThat(fault.packets()).isPositive();
            }
            assertThat(near.tcp(FAR, port)).isEqualTo("echo");
        }

        /** Whether the far host's own tables show the port in SYN_RECV (03); Java listens with IPv6 sockets for IPv4 too. */
        private boolean halfOpen() {
            String sockets =
                    lab.exec("fe1", "cat", "/proc/net/tcp", "/proc/net/tcp6").out();
            return sockets.matches("(?s).*:%04X \\p{XDigit}{8,32}:\\p{XDigit}{4} 03 .*".formatted(port));
        }
    }

    @Nested
    class Udp {
        @Test
        void droppedRequestLeavesNoTraceAtTheFarEnd() {
            try (AppliedFault fault = apply(new DropRequest(flow()))) {
                assertThat(near.silence("udp", FAR, port)).isEqualTo("timeout");
                assertThat(far.seen(port)).isEqualTo(NOTHING);
                assertThat(fault.packets()).isEqualTo(1);
            }
        }

        @Test
        void droppedReplyFollowsARequestThatTheFarEndSaw() {
            try (AppliedFault fault = apply(new DropReply(flow()))) {
                assertThat(near.silence("udp", FAR, port)).isEqualTo("timeout");
                await().untilAsserted(() -> assertThat(far.seen(port)).isEqualTo("0 links, 0 bytes, 1 datagrams"));
                await().untilAsserted(() -> assertThat(fault.packets()).isEqualTo(1));
            }
        }

        @ParameterizedTest
        @CsvSource({"PORT_UNREACHABLE, Connection refused", "ADMIN_PROHIBITED, No route to host"})
        void icmpReachesAConnectedSocket(Code code, String words) {
            try (AppliedFault fault = apply(new RejectWithIcmp(flow(), code))) {
                assertThat(near.udp(FAR, port)).startsWith(words);
                assertThat(far.seen(port)).isEqualTo(NOTHING);
                assertThat(fault.packets()).isEqualTo(1);
            }
        }

        @Test
        void hostUnreachableIsSilenceToAnOrdinarySocket() {
            try (AppliedFault fault = apply(new RejectWithIcmp(flow(), Code.HOST_UNREACHABLE))) {
                assertThat(near.silence("udp", FAR, port)).isEqualTo("timeout");
                assertThat(fault.packets()).isEqualTo(1);
            }
        }

        @Test
        void everyRefusedDatagramIsAnsweredHoweverManyCame() {
            try (AppliedFault fault = apply(new RejectWithIcmp(flow(), Code.PORT_UNREACHABLE))) {
                for (int datagram = 1; datagram <= 30; datagram++) {
                    assertThat(near.udp(FAR, port)).startsWith("Connection refused");
                    assertThat(fault.packets()).isEqualTo(datagram);
                }
            }
        }

        private FilteredFlow flow() {
            return FilteredFlow.udp(NEAR, FAR, port);
        }
    }

    @Nested
    class Reach {
        @Test
        void otherPortsAndTheOtherTransportAreNotTouched() {
            int neighbour = ports.incrementAndGet();
            far.listen(FAR, neighbour);
            try (AppliedFault fault = apply(new DropRequest(FilteredFlow.tcp(NEAR, FAR, port)))) {
                assertThat(near.tcp(FAR, neighbour)).isEqualTo("echo");
                assertThat(near.udp(FAR, port)).isEqualTo("echo");
                assertThat(fault.packets()).isZero();
            }
        }

        @Test
        void rangeOfPortsIncludesItsLast() {
            try (AppliedFault fault =
                    apply(new RejectWithReset(FilteredFlow.of(NEAR, FAR, Transport.TCP, port - 1, port)))) {
                assertThat(near.tcp(FAR, port)).startsWith("Connection refused");
                assertThat(fault.packets()).isEqualTo(1);
            }
        }

        @Test
        void sourcePortsNarrowTheRule() {
            FilteredFlow flow = FilteredFlow.tcp(NEAR, FAR, port);
            try (AppliedFault elsewhere = apply(new RejectWithReset(flow.fromPorts(40000, 41000)))) {
                assertThat(near.tcp(FAR, port)).isEqualTo("echo");
                assertThat(elsewhere.packets()).isZero();
            }
            try (AppliedFault here = apply(new RejectWithReset(flow.fromPorts(10000, 32767)))) {
                assertThat(near.tcp(FAR, port)).startsWith("Connection refused");
                assertThat(here.packets()).isEqualTo(1);
            }
        }

        @Test
        void neighboursOfAZoneDoNotPassTheFirewall() {
            ProbedHost neighbour = new ProbedHost(lab, "fe2");
            try (AppliedFault fault = apply(new DropRequest(FilteredFlow.tcp("10.1.0.11", FAR, port)))) {
                assertThat(neighbour.tcp(FAR, port)).isEqualTo("echo");
                assertThat(fault.packets()).isZero();
            }
        }

        @Test
        void faultsEndOneByOne() {
            AppliedFault tcp = apply(new RejectWithReset(FilteredFlow.tcp(NEAR, FAR, port)));
            AppliedFault udp = apply(new RejectWithIcmp(FilteredFlow.udp(NEAR, FAR, port), Code.PORT_UNREACHABLE));
            tcp.close();
            assertThat(near.tcp(FAR, port)).isEqualTo("echo");
            assertThat(near.udp(FAR, port)).startsWith("Connection refused");
            assertThat(udp.packets()).isEqualTo(1);
            lab.firewall().allowEverything();
            assertThat(near.udp(FAR, port)).isEqualTo("echo");
            assertThatThrownBy(udp::packets).hasMessageContaining("it is removed");
        }

        @Test
        void flowOpenedTheOtherWayBeforeTheRuleDoesNotMakeRequestsLookLikeReplies() {
            assertThat(far.silenceFromPort(40001, NEAR, 40002)).startsWith("Connection refused");
            try (AppliedFault fault = apply(new DropRequest(FilteredFlow.udp(NEAR, FAR, 40001)))) {
                assertThat(near.silenceFromPort(40002, FAR, 40001)).isEqualTo("timeout");
                assertThat(fault.packets()).isEqualTo(1);
            }
        }
    }

    @Test
    void faultOfTcpAloneRefusesUdp() {
        assertThatThrownBy(() -> new DropSynAck(FilteredFlow.udp(NEAR, FAR, 3478)))
                .hasMessageContaining("DropSynAck is about TCP")
                .hasMessageContaining("10.1.0.10:3478 is over udp");
    }

    private AppliedFault apply(Fault fault) {
        return lab.firewall().apply(fault);
    }
}
