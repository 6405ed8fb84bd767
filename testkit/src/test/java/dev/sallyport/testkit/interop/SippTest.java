package dev.sallyport.testkit.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Check;
import dev.sallyport.check.Contact;
import dev.sallyport.flow.Security;
import dev.sallyport.testkit.interop.Sipp.Calls;
import dev.sallyport.testkit.loopback.LoopbackLab;
import dev.sallyport.testkit.peer.PeerProcess;
import dev.sallyport.testkit.peer.RequiresPeer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIPp as the gateway on a trunk in clear TCP: it calls our Mediation Server (SRV-48), and is called by it (SRV-25). */
@RequiresPeer("sipp")
class SippTest {
    private static final String MEDIATION = "127.50.68.1";
    private static final String GATEWAY = "127.50.68.2";

    private final LoopbackLab lab = LoopbackLab.of("""
            lab: trunk
            domain: contoso.lab
            zones: [internal]
            hosts:
              mediation1: { zone: internal, address: %s, roles: [mediation] }
              gateway1: { zone: internal, address: %s, roles: [pstn-gateway] }
            """.formatted(MEDIATION, GATEWAY));

    private Sipp sipp;

    @BeforeEach
    void playTheGateway(@TempDir Path directory) {
        sipp = new Sipp(directory, GATEWAY);
    }

    @AfterEach
    void endTheLab() {
        lab.close();
    }

    @Nested
    class CallingOurMediationServer {
        private static final String TRUNK = MEDIATION + ":5068";

        @BeforeEach
        void serve() {
            lab.serve("mediation1", lab.plan("SRV-48"));
        }

        @Test
        void optionsIsAnsweredAndItsNonceSeen() {
            Calls calls = sipp.call(
                    TRUNK,
                    sipp.scenario("options-uac.xml"),
                    "-t",
                    "t1",
                    "-m",
                    "1",
                    "-cid_str",
                    "0123456789abcdef0123456%u@%s");
            assertThat(calls).isEqualTo(new Calls(1, 1, 0));
            assertThat(seen()).singleElement().satisfies(contact -> {
                assertThat(contact.nonces()).containsExactly("0123456789abcdef01234561");
                assertThat(contact.remote().getAddress().getHostAddress()).isEqualTo(GATEWAY);
            });
        }

        @Test
        void oneCallIsMadeAnsweredAndEnded() {
            Calls calls = sipp.call(TRUNK, Sipp.builtIn("uac"), "-t", "t1", "-m", "1");
            assertThat(calls).isEqualTo(new Calls(1, 1, 0));
            assertThat(seen()).singleElement().satisfies(SippTest::wentInOrder);
        }

        @Test
        void dozensOfCallsShareOneConnection() {
            Calls calls = sipp.call(TRUNK, Sipp.builtIn("uac"), "-t", "t1", "-m", "60", "-r", "60", "-l", "20");
            assertThat(calls).isEqualTo(new Calls(60, 60, 0));
            assertThat(seen()).singleElement().satisfies(SippTest::wentInOrder);
        }

        @Test
        void dozensOfCallsComeOnAConnectionEach() {
            Calls calls = sipp.call(TRUNK, Sipp.builtIn("uac"), "-t", "tn", "-m", "36", "-r", "36", "-l", "36");
            assertThat(calls).isEqualTo(new Calls(36, 36, 0));
            assertThat(seen()).hasSize(36).allSatisfy(SippTest::wentInOrder);
        }

        private List<Contact> seen() {
            return lab.observed("mediation1").seen();
        }
    }

    @Nested
    class CalledByOurMediationServer {
        private final Check invite = lab.plan("SRV-25").checks().stream()
                .filter(check -> check.flow().security() == Security.NONE)
                .findFirst()
                .orElseThrow();

        @Test
        void ourCallIsAnsweredAndEnded() {
            try (PeerProcess answering = sipp.answer(invite.ports().get(0), Sipp.builtIn("uas"))) {
                Completed.of(lab.attempt(invite));
                assertThat(sipp.counted(answering)).isEqualTo(new Calls(1, 1, 0));
            }
        }

        @Test
        void ourOptionsIsAnswered() {
            Check options = Unasked.on(invite, "sip/options");
            try (PeerProcess answering = sipp.answer(options.ports().get(0), sipp.scenario("options-uas.xml"))) {
                Completed.of(lab.attempt(options));
                assertThat(sipp.counted(answering)).isEqualTo(new Calls(1, 1, 0));
            }
        }

        @Test
        void ourTrunkIsFoundAliveAndCalledOnOneConnection() {
            Check trunk = Unasked.on(invite, "sip/trunk");
            try (PeerProcess answering = sipp.answer(trunk.ports().get(0), sipp.scenario("trunk-uas.xml"))) {
                Completed.of(lab.attempt(trunk));
                assertThat(sipp.counted(answering)).isEqualTo(new Calls(1, 1, 0));
            }
        }
    }

    private static void wentInOrder(Contact contact) {
        assertThat(contact.ending().completed()).as("%s", contact.ending()).isTrue();
        assertThat(contact.received().bytes()).isPositive();
    }
}
