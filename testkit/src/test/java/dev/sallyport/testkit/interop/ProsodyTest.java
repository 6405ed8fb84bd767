package dev.sallyport.testkit.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Check;
import dev.sallyport.check.Contact;
import dev.sallyport.check.Plan;
import dev.sallyport.check.TlsSeen;
import dev.sallyport.exchange.Ending;
import dev.sallyport.identity.Identity;
import dev.sallyport.testkit.interop.Prosody.Way;
import dev.sallyport.testkit.interop.Prosody.World;
import dev.sallyport.testkit.loopback.LoopbackLab;
import dev.sallyport.testkit.peer.RequiresPeer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Prosody as XMPP partner of our Edge: it opens streams to it (XMPP-01), and accepts its streams (XMPP-02). */
@RequiresPeer("prosody")
class ProsodyTest {
    private static final String EDGE = "127.52.69.1";
    private static final String PARTNER = "127.52.69.2";

    private static final String LAB = """
            lab: xmpp
            domain: contoso.lab
            zones: [perimeter]
            hosts:
              edge1: { zone: perimeter, address: %s, roles: [edge] }
              partner1: { zone: perimeter, address: %s, fqdn: partner.lab, roles: [xmpp-partner] }
            """.formatted(EDGE, PARTNER);

    private final LoopbackLab lab = LoopbackLab.of(LAB);
    private final World world = new World(PARTNER, lab.identity("partner1"), "contoso.lab", EDGE);
    private final Plan plan = lab.plan("XMPP-01", "XMPP-02");

    @TempDir
    private Path directory;

    @BeforeEach
    void serve() {
        lab.serve("edge1", plan);
    }

    @AfterEach
    void endTheLab() {
        lab.close();
    }

    @Nested
    class OpeningAStreamToOurEdge {
        private static final String COMPLETE = "Outgoing s2s connection partner.lab->contoso.lab complete";

        @Test
        void itIsAuthenticatedByItsCertificate() {
            try (Prosody prosody = pinging(Way.SASL_EXTERNAL)) {
                prosody.awaitLog(COMPLETE);
                assertThat(seen()).singleElement().satisfies(contact -> {
                    assertThat(contact.tls().flatMap(TlsSeen::peer))
                            .as("certificate at %s", contact)
                            .isPresent();
                    assertThat(contact.calledBack()).isEmpty();
                });
            }
        }

        @Test
        void itsPingIsAnsweredOnTheSameStreamWhereBothWaysAreAgreedOn() {
            try (Prosody prosody = pinging(Way.SASL_EXTERNAL_BOTH_WAYS)) {
                prosody.awaitLog("PONG from contoso.lab");
                assertThat(prosody.log()).contains(COMPLETE).doesNotContain("NO PONG");
            }
        }

        @ParameterizedTest
        @EnumSource(names = {"DIALBACK_OVER_TLS", "DIALBACK_IN_CLEAR"})
        void itIsAuthenticatedByDialback(Way way) {
            try (Prosody prosody = pinging(way)) {
                prosody.awaitLog(COMPLETE);
                assertThat(prosody.log()).contains("verified dialback key... it is valid");
                assertThat(seen()).singleElement().satisfies(contact -> {
                    assertThat(contact.calledBack().filter(Ending::completed))
                            .as("dialback of %s", contact)
                            .isPresent();
                    assertThat(contact.tls().isPresent()).isEqualTo(way == Way.DIALBACK_OVER_TLS);
                });
            }
        }

        @Test
        void aCertificateOfAnotherAuthorityIsRefused() {
            World strangers = new World(PARTNER, otherAuthoritys(), "contoso.lab", EDGE);
            try (Prosody prosody = Prosody.pinging(directory, strangers, Way.SASL_EXTERNAL)) {
                Awaitility.await("our Edge refusing the certificate")
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> seen().stream().anyMatch(ProsodyTest::refusedByUs));
                assertThat(prosody.log()).doesNotContain(COMPLETE);
            }
        }

        private Identity otherAuthoritys() {
            try (LoopbackLab other = LoopbackLab.of(LAB)) {
                return other.identity("partner1");
            }
        }

        private Prosody pinging(Way way) {
            return Prosody.pinging(directory, world, way);
        }
    }

    @Nested
    class AcceptingAStreamOfOurEdge {

        @ParameterizedTest
        @EnumSource(names = {"SASL_EXTERNAL", "SASL_EXTERNAL_BOTH_WAYS"})
        void ourCertificateIsAccepted(Way way) {
            try (Prosody prosody = listening(way)) {
                assertThat(attempts("xmpp/server")).as("%s", prosody).anySatisfy(ProsodyTest::completed);
                assertThat(prosody.log()).contains("Accepting SASL EXTERNAL identity from contoso.lab");
            }
        }

        @ParameterizedTest
        @EnumSource
        void ourDialbackKeyIsVerifiedAtOurEdge(Way way) {
            try (Prosody prosody = listening(way)) {
                assertThat(attempts("xmpp/dialback")).as("%s", prosody).anySatisfy(ProsodyTest::completed);
                assertThat(prosody.log()).contains("Incoming s2s connection contoso.lab->partner.lab complete");
                assertThat(seen()).as("Prosody's own connection").isNotEmpty();
            }
        }

        private Prosody listening(Way way) {
            return Prosody.listening(directory, world, way);
        }

        private List<Attempt> attempts(String exchange) {
            Check check = plan.checks().stream()
                    .filter(each -> each.flow().from().host().equals("edge1"))
                    .filter(each -> each.exchange().equals(exchange))
                    .findFirst()
                    .orElseThrow();
            return lab.attempt(check);
        }
    }

    private List<Contact> seen() {
        return lab.observed("edge1").seen();
    }

    private static boolean refusedByUs(Contact contact) {
        return contact.tls().flatMap(TlsSeen::refusal).isPresent();
    }

    private static void completed(Attempt attempt) {
        Ending ending = attempt.contact().ending();
        assertThat(ending.completed()).as("%s", ending).isTrue();
    }
}
