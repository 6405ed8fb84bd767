package dev.sallyport.testkit.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sallyport.check.Status;
import dev.sallyport.check.Verdict;
import dev.sallyport.protocol.Protocols;
import dev.sallyport.run.RunResult;
import dev.sallyport.run.RunResult.CheckResult;
import dev.sallyport.scenarios.DefaultLab;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The run of a user who names nothing: all roles on this machine, over real sockets. */
class DefaultLabTest {
    /** Addresses that vary with the process, so that two builds on one machine do not meet. */
    private static final String NETWORK = "127." + (64 + ProcessHandle.current().pid() % 128) + ".";

    private static RunResult result;

    @BeforeAll
    static void runEverything() {
        assumeThat(lowPortProblem())
                .as("the documented ports below 1024 need root, or net.ipv4.ip_unprivileged_port_start=0")
                .isEmpty();
        try (LoopbackLab lab = LoopbackLab.of(DefaultLab.text().replace("127.0.", NETWORK))) {
            result = lab.run(lab.plan());
        }
    }

    @Test
    void everyCheckThatIsSpokenPasses() {
        assertThat(spoken()).isNotEmpty().allSatisfy(check -> assertThat(
                        check.finding().verdict())
                .as(
                        "%s (%s): %s",
                        id(check), check.check().exchange(), check.finding().reason())
                .isEqualTo(Verdict.OPEN));
    }

    @Test
    void everyCheckThatIsNotSpokenYetIsInconclusive() {
        List<CheckResult> unspoken = result.checks().stream()
                .filter(check -> !check.check().spoken())
                .toList();
        assertThat(unspoken)
                .allSatisfy(check ->
                        assertThat(check.finding().status()).as(id(check)).isEqualTo(Status.INCONCLUSIVE));
    }

    @Test
    void everyExchangeThatWeSpeakIsWalkedSomewhere() {
        Set<String> walked =
                spoken().stream().map(check -> check.check().exchange()).collect(Collectors.toSet());
        Set<String> known = Protocols.spoken().all().stream()
                .flatMap(protocol -> protocol.exchanges().stream())
                .map(exchange -> exchange.name())
                .collect(Collectors.toSet());
        assertThat(walked).isEqualTo(known);
    }

    private static List<CheckResult> spoken() {
        return result.checks().stream().filter(check -> check.check().spoken()).toList();
    }

    private static String id(CheckResult check) {
        return check.check().id();
    }

    private static String lowPortProblem() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(NETWORK + "0.1"), 443));
            return "";
        } catch (IOException refused) {
            return refused.getMessage();
        }
    }
}
