package dev.sallyport.testkit.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Contact;
import dev.sallyport.check.Evidence;
import dev.sallyport.check.TlsSeen;
import dev.sallyport.check.Verdict;
import dev.sallyport.run.RunResult.CheckResult;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A host whose certificate is another authority's: our own doing, and no firewall's, whichever end refuses it. */
class RefusedCertificateTest {
    private static final String LAB = """
            lab: pair
            domain: contoso.lab
            zones: [internal]
            hosts:
              fe1: { zone: internal, address: 127.50.61.1, roles: [front-end] }
              mediation1: { zone: internal, address: 127.50.61.2, roles: [mediation] }
            """;

    @Test
    void theInitiatorsIsRefusedByTheFarEndWhichSaysSo() {
        CheckResult result = run("fe1");
        assertThat(refusals(result.evidence().get(0))).isEqualTo("near: false, far: true");
        assertThat(result.finding().verdict()).isEqualTo(Verdict.NOT_MEASURED);
        assertThat(result.finding().reason()).contains("mediation1 refused the TLS handshake itself");
    }

    @Test
    void theFarEndsIsRefusedByTheInitiatorWhichSaysSo() {
        CheckResult result = run("mediation1");
        assertThat(refusals(result.evidence().get(0))).isEqualTo("near: true, far: false");
        assertThat(result.finding().verdict()).isEqualTo(Verdict.NOT_MEASURED);
        assertThat(result.finding().reason()).contains("fe1 refused the TLS handshake itself");
    }

    private static CheckResult run(String stranger) {
        try (LoopbackLab other = LoopbackLab.of(LAB);
                LoopbackLab lab = LoopbackLab.of(LAB, Map.of(stranger, other.identity(stranger)))) {
            return lab.run(lab.plan("SRV-46", "SRV-49")).checks().stream()
                    .filter(result -> result.check().flow().from().host().equals("fe1"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String refusals(Evidence evidence) {
        boolean near = evidence.meetings().stream().anyMatch(meeting -> refused(Optional.of(meeting.near())));
        boolean far = evidence.meetings().stream().anyMatch(meeting -> refused(meeting.far()));
        return "near: " + near + ", far: " + far;
    }

    private static boolean refused(Optional<Contact> contact) {
        return contact.flatMap(Contact::tls).flatMap(TlsSeen::refusal).isPresent();
    }
}
