package dev.sallyport.testkit.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sallyport.check.Verdict;
import dev.sallyport.run.RunResult;
import dev.sallyport.run.RunResult.CheckResult;
import dev.sallyport.scenarios.DefaultLab;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
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
    void everyCheckPassesAndIsOpen() {
        assertThat(result.checks()).isNotEmpty().allSatisfy(check -> assertThat(
                        check.finding().verdict())
                .as(
                        "%s (%s): %s",
                        id(check), check.check().exchange(), check.finding().reason())
                .isEqualTo(Verdict.OPEN));
    }

    @Test
    void everyRowOfTheCatalogueIsProven() {
        assertThat(result.rows())
                .allSatisfy(row -> assertThat(row.why()).as(row.id()).isEmpty());
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
