package dev.sallyport.testkit.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Check;
import dev.sallyport.check.Contact;
import dev.sallyport.check.Evidence;
import dev.sallyport.check.Plan;
import dev.sallyport.check.Verdict;
import dev.sallyport.exchange.StreamSeen;
import dev.sallyport.run.RunResult.CheckResult;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Media over UDP whose reports go to the next port, over sockets. */
@Timeout(60)
class ReportPortTest {

    private final LoopbackLab lab = LoopbackLab.of("""
            lab: contoso
            domain: contoso.lab
            catalog: lync-server-2013
            zones: [internal]
            hosts:
              mediation1: { zone: internal, address: 127.77.0.1, roles: [mediation] }
              client1: { zone: internal, address: 127.77.0.2, roles: [internal-client] }
            """);

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void isPlannedInTheRangeAndBesideNoOtherSample() {
        Check media = media().checks().get(0);

        assertThat(media.further().reports()).isNotEmpty().allSatisfy(port -> {
            assertThat(port % 2).isOne();
            assertThat(media.flow().ports().contains(port)).isTrue();
            assertThat(media.ports()).contains(port - 1).doesNotContain(port);
        });
    }

    @Test
    void takesReportsAndBothEndsTellWhatCame() {
        CheckResult result = lab.run(media()).checks().get(0);

        assertThat(result.finding().verdict()).as(result.finding().reason()).isEqualTo(Verdict.OPEN);
        assertThat(result.evidence()).allSatisfy(evidence -> {
            StreamSeen near = last(evidence).stream().orElseThrow();
            assertThat(near.received()).isEqualTo(5);
            assertThat(near.told())
                    .hasValueSatisfying(told -> assertThat(told.lost()).isZero());
        });
    }

    @Test
    void thatSomebodyElseHoldsKeepsItsMediaFromBeingMeasured() throws IOException {
        Plan media = media();
        int held = media.checks().get(0).further().reports().get(0);
        try (DatagramSocket holder = new DatagramSocket(
                new InetSocketAddress(media.checks().get(0).flow().to().address(), held))) {
            CheckResult result = lab.run(media).checks().get(0);

            assertThat(holder.isBound()).isTrue();
            assertThat(result.finding().verdict()).isEqualTo(Verdict.NOT_MEASURED);
            assertThat(result.finding().reason()).contains(String.valueOf(held));
        }
    }

    private static Contact last(Evidence evidence) {
        return evidence.meetings().get(evidence.meetings().size() - 1).near();
    }

    private Plan media() {
        Plan whole = lab.plan();
        Check media = whole.checks().stream()
                .filter(check -> check.exchange().equals("rtp/audio")
                        && !check.further().reports().isEmpty())
                .findFirst()
                .orElseThrow();
        return new Plan(whole.lab(), whole.labDigest(), whole.scenarios(), List.of(media), List.of());
    }
}
