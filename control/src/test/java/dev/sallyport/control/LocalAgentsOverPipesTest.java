package dev.sallyport.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.certs.KeyKind;
import dev.sallyport.certs.LabCa;
import dev.sallyport.certs.LabName;
import dev.sallyport.certs.Request;
import dev.sallyport.check.Check;
import dev.sallyport.check.Plan;
import dev.sallyport.check.Verdict;
import dev.sallyport.flow.Security;
import dev.sallyport.protocol.Protocols;
import dev.sallyport.run.Agent;
import dev.sallyport.run.CheckRunner;
import dev.sallyport.run.Patience;
import dev.sallyport.run.Progress;
import dev.sallyport.run.RunResult;
import dev.sallyport.transport.Directory;
import dev.sallyport.transport.Directory.Speaker;
import dev.sallyport.transport.LocalAgent;
import dev.sallyport.transport.Network;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LocalAgentsOverPipesTest {

    private final LabCa ca = LabCa.create(new LabName("contoso", "contoso.lab"), KeyKind.EC_P256, Clock.systemUTC());
    private final Directory directory = new Directory(
            Map.of("fe1.contoso.lab", List.of(Samples.FE1), "fe2.contoso.lab", List.of(Samples.FE2)),
            Set.of(Samples.FE1, Samples.FE2),
            Map.of(
                    Samples.FE1, new Speaker("fe1.contoso.lab", "contoso.lab"),
                    Samples.FE2, new Speaker("fe2.contoso.lab", "contoso.lab")));

    @Test
    void aCallOverMutualTlsIsSeenFromBothEnds() throws Exception {
        Check check = Samples.check(
                "fe1 > fe2 sip/tcp",
                Samples.party("fe1", Samples.FE1),
                Samples.party("fe2", Samples.FE2),
                freePort(Samples.FE2),
                Security.MTLS);
        Plan plan = new Plan("contoso", Samples.DIGEST, List.of("documented-ports"), List.of(check), List.of());
        try (Network network = new Network();
                Agent fe1 = agent("fe1", Samples.FE1, network);
                Agent fe2 = agent("fe2", Samples.FE2, network)) {
            Map<String, Agent> agents = Map.of("fe1", fe1, "fe2", fe2);
            RunResult result =
                    new CheckRunner(agents, Patience.spread(), Progress.silent(), Clock.systemUTC()).run(plan);

            assertThat(result.checks()).singleElement().satisfies(found -> {
                assertThat(found.finding().verdict())
                        .as(found.finding().reason())
                        .isEqualTo(Verdict.OPEN);
                assertThat(found.evidence()).singleElement().satisfies(evidence -> assertThat(evidence.meetings())
                        .last()
                        .satisfies(meeting -> assertThat(meeting.arrived()).isTrue()));
            });
        }
    }

    private Agent agent(String host, InetAddress address, Network network) throws IOException {
        PipedOutputStream orders = new PipedOutputStream();
        PipedOutputStream answers = new PipedOutputStream();
        PipedInputStream agentsIn = new PipedInputStream(orders);
        Pipe pipe = Pipe.over(new PipedInputStream(answers), orders);
        PipedHost served = PipedHost.of(
                Samples.TOOL,
                Samples.DIGEST,
                new Territory(host, Set.of(address), directory.addresses()),
                identity -> new LocalAgent(
                        host,
                        host + ".contoso.lab",
                        "contoso.lab",
                        List.of("front-end"),
                        identity,
                        directory,
                        Protocols.spoken(),
                        network,
                        Clock.systemUTC()),
                Optional.empty(),
                note -> {});
        Threads.start(host, () -> AgentLoop.run(served, agentsIn, answers));
        Controller controller = Controller.of(Samples.TOOL, Samples.DIGEST, note -> {});
        return PipeAgent.open(
                controller,
                host,
                pipe,
                Optional.of(ca.issue(Request.of(host + ".contoso.lab").at(List.of(address)))));
    }

    private static int freePort(InetAddress address) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, address)) {
            return socket.getLocalPort();
        }
    }
}
