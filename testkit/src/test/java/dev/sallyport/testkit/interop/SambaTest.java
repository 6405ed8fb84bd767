package dev.sallyport.testkit.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Contact;
import dev.sallyport.exchange.Ending;
import dev.sallyport.testkit.firewall.RequiresFirewall;
import dev.sallyport.testkit.peer.PeerProcess;
import dev.sallyport.testkit.peer.RequiresPeer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samba at both ends of a push of the configuration (SRV-37), and asking our endpoint mapper (SRV-05). */
@RequiresFirewall
@RequiresPeer({"smbclient", "smbd", "rpcclient"})
class SambaTest {
    private static final String OURS = "10.56.0.10";
    private static final String THEIRS = "10.56.0.20";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String LAB = """
            lab: pushed
            domain: contoso.lab
            zones: [internal]
            hosts:
              ours: { zone: internal, address: %s, roles: [front-end, central-management] }
              theirs: { zone: internal, address: %s, roles: [front-end, central-management] }
            """.formatted(OURS, THEIRS);

    private static Wire wire;

    @TempDir
    private Path directory;

    @BeforeAll
    static void open(@TempDir Path directory) {
        wire = Wire.of(directory, LAB, "ours");
        wire.serve("ours", "SRV-37", "SRV-05");
    }

    @AfterAll
    static void close() {
        wire.close();
    }

    @Nested
    class AskingOurs {

        @Test
        void smbclientNegotiatesAndIsRefusedItsSession() {
            String said = said("smbclient", "-d", "5", "-N", "-L", OURS);
            assertThat(said)
                    .contains("negotiated dialect[SMB3_02] against server[" + OURS + "]")
                    .contains("session setup failed: NT_STATUS_ACCESS_DENIED");
            assertThat(seen(445)).anySatisfy(contact -> {
                assertThat(contact.ending().completed())
                        .as("%s", contact.ending())
                        .isTrue();
                assertThat(contact.received().bytes()).isPositive();
                assertThat(contact.sent().bytes()).isPositive();
            });
        }

        @Test
        void smbclientOfSmb1AloneGetsNoProtocol() {
            String said = said("smbclient", "--option=client min protocol=NT1", "-m", "NT1", "-N", "-L", OURS);
            assertThat(said).contains("protocol negotiation failed: NT_STATUS_");
            assertThat(seen(445)).anySatisfy(contact -> {
                assertThat(contact.received().bytes()).isPositive();
                assertThat(contact.sent().bytes()).isZero();
            });
        }

        @Test
        void rpcclientIsToldThatItsInterfaceIsNotRegistered() {
            String said = said("rpcclient", "-N", "ncacn_ip_tcp:" + OURS, "-c", "epmmap");
            assertThat(said).contains("epm_Map returned 382312662 (0x16C9A0D6)");
            assertThat(seen(135))
                    .anySatisfy(contact -> assertThat(contact.sent().bytes()).isGreaterThan(100));
        }

        private String said(String... words) {
            try (PeerProcess client = wire.start("theirs", directory, words)) {
                assertThat(client.awaitEnd(PATIENCE)).as(client.output()).isEqualTo(1);
                return client.output();
            }
        }

        private static List<Contact> seen(int port) {
            return wire.seen("ours", port);
        }
    }

    @Nested
    class AskedByOurs {

        @Test
        void smbdNegotiatesWhatWeAskFor() {
            try (Smbd smbd = Smbd.listening(wire, "theirs", THEIRS, directory, "SMB3_11")) {
                assertThat(ending().completed()).as("%s\n%s", ending(), smbd).isTrue();
                assertThat(smbd.toString())
                        .contains("Allowed connection from " + OURS)
                        .contains("Selected protocol SMB2_FF", "Selected protocol SMB3_02");
            }
        }

        @Test
        void smbdThatSpeaksSmb1AloneDoesNotDo() {
            try (Smbd smbd = Smbd.listening(wire, "theirs", THEIRS, directory, "NT1")) {
                Ending ending = ending();
                assertThat(ending.completed()).as("%s\n%s", ending, smbd).isFalse();
                assertThat(ending.detail()).contains("awaiting response that there is SMB2");
                assertThat(smbd.toString()).contains("Allowed connection from " + OURS);
            }
        }

        private static Ending ending() {
            List<Attempt> attempts = wire.attempt("ours > theirs 445/tcp");
            return attempts.get(attempts.size() - 1).contact().ending();
        }
    }
}
