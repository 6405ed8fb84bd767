package dev.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.certs.KeyKind;
import dev.sallyport.check.Attempt;
import dev.sallyport.check.Plan;
import dev.sallyport.run.Agent;
import dev.sallyport.run.Patience;
import dev.sallyport.scenarios.Selection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoppedAttemptTest {

    @TempDir
    Path folder;

    /** The far end is asked what it saw as soon as firing has stopped; what ends later it could not tell of. */
    @Test
    void anAttemptUnderWayWhenFiringStopsIsNotReported() throws IOException {
        Site site = SiteReader.lab(SmallLab.in(folder, ""), List.of());
        Plan plan =
                site.plan(new Selection(List.of("SRV-48"), List.of(), List.of(), Optional.empty(), Optional.empty()));
        var identities = Identities.made(site.lab(), Set.of("gateway1"), KeyKind.EC_P256, Clock.systemUTC());
        List<Attempt> told = new CopyOnWriteArrayList<>();
        try (ServerSocket silent = new ServerSocket(25068, 1, InetAddress.getByName("127.77.0.2"));
                LocalAgents agents = new LocalAgents(site.lab(), identities, Clock.systemUTC())) {
            Agent agent = agents.byHost().get("gateway1");
            CompletableFuture<Void> fired =
                    agent.fire(plan.checks(), Patience.spread(), told::add).toCompletableFuture();
            try (Socket underWay = silent.accept()) {
                assertThat(underWay.isConnected()).isTrue();
                agent.stop();
                fired.join();
            }
        }
        assertThat(told).isEmpty();
    }
}
