package dev.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Check;
import dev.sallyport.check.Finding;
import dev.sallyport.check.Source;
import dev.sallyport.check.Status;
import dev.sallyport.check.Verdict;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.Party;
import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import dev.sallyport.run.RunResult;
import dev.sallyport.run.RunResult.CheckResult;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StrictnessTest {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final Party END = new Party("fe1", "front-end", "", "in", HERE, HERE, "fe1.a.test", "a.test");

    @Test
    void whatPassedButLeavesSomethingOpenBecomesInconclusive() {
        Finding strict = strict(Status.PASSED, List.of("the host firewall of fe1"));

        assertThat(strict.status()).isEqualTo(Status.INCONCLUSIVE);
        assertThat(strict.verdict()).isEqualTo(Verdict.REQUEST_LOST);
        assertThat(strict.reason()).endsWith("not excluded: the host firewall of fe1");
    }

    @Test
    void whatPassedWithoutDoubtStaysPassed() {
        assertThat(strict(Status.PASSED, List.of()).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void whatFailedStaysFailed() {
        assertThat(strict(Status.FAILED, List.of("the host firewall of fe1")).status())
                .isEqualTo(Status.FAILED);
    }

    private static Finding strict(Status status, List<String> notExcluded) {
        Finding finding = new Finding(
                status, Verdict.REQUEST_LOST, Stage.CONNECT, How.SILENCE, "nothing came", notExcluded, List.of());
        RunResult result = new RunResult(
                "a",
                List.of(),
                Instant.EPOCH,
                0,
                List.of(new CheckResult(check(), finding, List.of())),
                List.of(),
                false);
        return Strictness.strict(result).checks().get(0).finding();
    }

    private static Check check() {
        Flow flow = new Flow(END, END, Transport.TCP, PortRange.of(5061), Optional.empty(), "sip", Security.MTLS);
        return new Check(
                flow.label(),
                List.of("SRV-03"),
                Expectation.DENY,
                false,
                flow,
                List.of(5061),
                "sip/options",
                true,
                false,
                new Source(HERE, true),
                List.of());
    }
}
