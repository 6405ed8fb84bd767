package dev.sallyport.testkit.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Check;
import dev.sallyport.testkit.interop.Sipp.Calls;
import dev.sallyport.testkit.loopback.LoopbackLab;
import dev.sallyport.testkit.peer.PeerProcess;
import dev.sallyport.testkit.peer.RequiresPeer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * SIPp as a client that signs in at our Front End, and as the Front End where our client does: SRV-03's flow, but in
 * clear, since Debian's SIPp speaks no TLS.
 */
@RequiresPeer("sipp")
class SippRegistrarTest {
    private static final String FRONT_END = "127.50.69.1";
    private static final String CLIENT = "127.50.69.2";
    private static final String NONCE = "0123456789abcdef0123456";

    private final LoopbackLab lab = LoopbackLab.of("""
            lab: registrar
            domain: contoso.lab
            zones: [internal]
            hosts:
              fe1: { zone: internal, address: %s, roles: [front-end] }
              client1: { zone: internal, address: %s, roles: [internal-client] }
            """.formatted(FRONT_END, CLIENT));

    private final Check register = lab.plan("SRV-03").checks().stream()
            .filter(check -> check.exchange().equals("sip/register"))
            .map(Unasked::inClear)
            .findFirst()
            .orElseThrow();

    @TempDir
    private Path directory;

    @AfterEach
    void endTheLab() {
        lab.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"register-uac.xml", "subscribe-uac.xml"})
    void clientIsAnsweredAsItExpects(String scenario) {
        lab.serve("fe1", Unasked.plan(List.of(register)));
        Sipp client = new Sipp(directory, CLIENT);
        Calls calls = client.call(
                FRONT_END + ":5061", client.scenario(scenario), "-t", "t1", "-m", "1", "-cid_str", NONCE + "%u@%s");
        assertThat(calls).as("%s", client).isEqualTo(new Calls(1, 1, 0));
        assertThat(lab.observed("fe1").seen()).singleElement().satisfies(contact -> {
            assertThat(contact.ending().completed()).as("%s", contact.ending()).isTrue();
            assertThat(contact.nonces()).containsExactly(NONCE + "1");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "sip/register, register-uas.xml",
        "sip/subscribe, subscribe-uas.xml",
        "sip/message, message-uas.xml",
        "sip/invite, ''"
    })
    void ourClientIsContentWithTheServer(String exchange, String scenario) {
        Sipp server = new Sipp(directory, FRONT_END);
        List<String> answers = scenario.isEmpty() ? Sipp.builtIn("uas") : server.scenario(scenario);
        try (PeerProcess answering = server.answer(5061, answers)) {
            Completed.of(lab.attempt(Unasked.on(register, exchange)));
            assertThat(server.counted(answering)).isEqualTo(new Calls(1, 1, 0));
        }
    }
}
