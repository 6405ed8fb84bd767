package dev.sallyport.benchmarks;

import dev.sallyport.certs.KeyKind;
import dev.sallyport.certs.LabCa;
import dev.sallyport.certs.LabName;
import dev.sallyport.certs.Request;
import dev.sallyport.check.Check;
import dev.sallyport.check.Source;
import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.Party;
import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import dev.sallyport.identity.Identity;
import dev.sallyport.protocol.Protocols;
import dev.sallyport.run.Patience;
import dev.sallyport.transport.Directory;
import dev.sallyport.transport.LocalAgent;
import dev.sallyport.transport.Network;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Ten thousand exchanges in flight in one process: STUN bindings towards a socket that keeps silent until every request
 * has come, so that all of them stand at the same time. Prints how many stood, on how many threads, in how much heap.
 */
public final class InFlight {

    private static final int EXCHANGES = 10_000;
    private static final int PORT = 13_478;

    private InFlight() {}

    /** Runs it once. */
    public static void main(String[] arguments) throws IOException {
        InetAddress near = InetAddress.getByName("127.0.0.1");
        InetAddress far = InetAddress.getByName("127.0.0.2");
        int threadsBefore = threads();
        try (DatagramChannel silent = DatagramChannel.open().bind(new InetSocketAddress(far, PORT));
                Network network = new Network();
                LocalAgent agent = agent(near, far, network)) {
            AtomicInteger ended = new AtomicInteger();
            long began = System.nanoTime();
            Patience once = new Patience(List.of(Duration.ZERO), Duration.ofSeconds(30), Duration.ofSeconds(30));
            CompletableFuture<Void> fired = agent.fire(checks(near, far), once, attempt -> ended.incrementAndGet())
                    .toCompletableFuture();
            receive(silent);
            System.out.printf(
                    "%,d exchanges in flight after %.1f s, %d ended; %d threads more than at the start; %d MiB of heap%n",
                    EXCHANGES, (System.nanoTime() - began) / 1e9, ended.get(), threads() - threadsBefore, heap());
            agent.stop();
            fired.join();
        }
    }

    private static void receive(DatagramChannel silent) throws IOException {
        ByteBuffer datagram = ByteBuffer.allocate(2048);
        for (int come = 0; come < EXCHANGES; come++) {
            datagram.clear();
            silent.receive(datagram);
        }
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    private static LocalAgent agent(InetAddress near, InetAddress far, Network network) {
        Identity identity = LabCa.create(new LabName("benchmark", "benchmark.lab"), KeyKind.EC_P256, Clock.systemUTC())
                .issue(Request.of("near.benchmark.lab"));
        Directory directory = new Directory(Map.of("near.benchmark.lab", List.of(near)), Set.of(near, far), Map.of());
        return new LocalAgent(
                "near",
                "near.benchmark.lab",
                "benchmark.lab",
                List.of("remote-client"),
                identity,
                directory,
                Protocols.spoken(),
                network,
                Clock.systemUTC());
    }

    private static List<Check> checks(InetAddress near, InetAddress far) {
        Party from = party("near", "remote-client", near);
        Party to = party("far", "edge", far);
        Flow flow = new Flow(from, to, Transport.UDP, PortRange.of(PORT), Optional.empty(), "stun", Security.NONE);
        return IntStream.range(0, EXCHANGES)
                .mapToObj(number -> new Check(
                        "check " + number,
                        List.of(),
                        Expectation.ALLOW,
                        false,
                        flow,
                        List.of(PORT),
                        "stun/binding",
                        true,
                        false,
                        new Source(near, true),
                        List.of()))
                .toList();
    }

    private static Party party(String host, String role, InetAddress address) {
        return new Party(host, role, "", "loopback", address, address, host + ".benchmark.lab", "benchmark.lab");
    }
}
