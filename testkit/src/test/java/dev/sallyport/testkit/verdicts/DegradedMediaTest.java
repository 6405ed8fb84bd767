package dev.sallyport.testkit.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Bounds;
import dev.sallyport.check.Check;
import dev.sallyport.check.Strain;
import dev.sallyport.check.Verdict;
import dev.sallyport.flow.Transport;
import dev.sallyport.run.RunResult.CheckResult;
import dev.sallyport.testkit.firewall.RequiresFirewall;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A firewall that loses speech at random: it works, and worse than a scenario bears. */
@RequiresFirewall
@Timeout(120)
class DegradedMediaTest {

    /** Packets of speech alone (20 and 8 bytes of IPv4 and UDP, 12 of RTP, 73 of speech, 10 of SRTP): a fifth of those one way. */
    private static final String LOSES_SPEECH = """
            table inet noisy {
              chain pass {
                type filter hook forward priority 10
                ip saddr %s meta l4proto udp meta length 123 numgen random mod 100 < 20 drop
              }
            }
            """;

    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.of("media.yaml");
        site.warmUp();
    }

    @AfterEach
    void forgetTheRules() {
        site.firewall().load("");
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void lossBeyondTheBoundIsToldTowardsTheEndThatMissesIt() {
        Check speech = speech(0.01);
        site.firewall()
                .load(LOSES_SPEECH.formatted(speech.flow().from().address().getHostAddress()));
        CheckResult there = only(speech);
        site.firewall().load(LOSES_SPEECH.formatted(speech.flow().to().address().getHostAddress()));
        CheckResult back = only(speech);

        assertThat(there.finding().verdict()).as(Found.words(there)).isEqualTo(Verdict.DEGRADED);
        assertThat(there.finding().reason())
                .contains("packets towards " + speech.flow().to().label() + " were lost; the scenario bears 1 %");
        assertThat(back.finding().verdict()).as(Found.words(back)).isEqualTo(Verdict.DEGRADED);
        assertThat(back.finding().reason())
                .contains("packets towards " + speech.flow().from().label() + " were lost");
    }

    @Test
    void aScenarioThatBearsItPassesIt() {
        Check speech = speech(0.5);
        site.firewall()
                .load(LOSES_SPEECH.formatted(speech.flow().from().address().getHostAddress()));
        CheckResult found = only(speech);
        assertThat(found.finding().verdict()).as(Found.words(found)).isEqualTo(Verdict.OPEN);
    }

    @Test
    void aWayThatLosesNothingIsOpen() {
        CheckResult found = only(speech(0.01));
        assertThat(found.finding().verdict()).as(Found.words(found)).isEqualTo(Verdict.OPEN);
    }

    private static Check speech(double loss) {
        Bounds bounds = new Bounds(Optional.of(loss), Optional.empty(), Optional.empty());
        return site.checks().stream()
                .filter(check ->
                        check.exchange().equals("rtp/audio") && check.flow().transport() == Transport.UDP)
                .filter(SiteFile::crosses)
                .findFirst()
                .map(check -> check.at(check.ports().get(0)).under(Strain.of(Optional.empty(), bounds)))
                .orElseThrow();
    }

    private static CheckResult only(Check check) {
        return site.run(Site.LONG, List.of(check)).checks().get(0);
    }
}
