package dev.sallyport.testkit.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.testkit.loopback.LoopbackLab;
import dev.sallyport.testkit.peer.PeerProcess;
import dev.sallyport.testkit.peer.RequiresPeer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Impacket asks our endpoint mapper for DCOM, as a Front End asks another (SRV-05), and goes where it is told. */
@RequiresPeer("impacket-rpcdump")
class ImpacketTest {
    private static final String SERVER = "127.57.5.1";
    private static final String DCOM = "00000131-0000-0000-c000-000000000046";
    private static final String ACCOUNTS = "12345778-1234-abcd-ef00-0123456789ac";

    /** Debian's own, where its python3-impacket is; another one may come first on the PATH. */
    private static final String PYTHON = "/usr/bin/python3";

    private final LoopbackLab lab = LoopbackLab.of("""
            lab: mapped
            domain: contoso.lab
            zones: [internal]
            hosts:
              fe1: { zone: internal, address: %s, roles: [front-end] }
              fe2: { zone: internal, address: 127.57.5.2, roles: [front-end] }
            """.formatted(SERVER));

    @TempDir
    private Path directory;

    @BeforeEach
    void serve() {
        lab.serve("fe1", lab.plan("SRV-05"));
    }

    @AfterEach
    void endTheLab() {
        lab.close();
    }

    @Test
    void itLearnsThePortOfDcomAndIsBoundThere() {
        String said = asked(DCOM, "0.0");
        assertThat(said)
                .contains("mapped ncacn_ip_tcp:" + SERVER + "[49155]")
                .contains("bound ncacn_ip_tcp:" + SERVER + "[49155]");
        assertThat(seen(135)).isEqualTo(1);
        assertThat(seen(49155)).isEqualTo(1);
    }

    @Test
    void itIsToldThatAnotherInterfaceIsNotRegistered() {
        assertThat(asked(ACCOUNTS, "1.0")).contains("refused").contains("ept_s_not_registered");
        assertThat(seen(135)).isEqualTo(1);
    }

    private long seen(int port) {
        return lab.observed("fe1").seen().stream()
                .filter(contact -> contact.local().getPort() == port)
                .filter(contact -> contact.sent().bytes() > 0)
                .count();
    }

    private String asked(String wanted, String version) {
        Path script = directory.resolve("map.py");
        try (var resource = ImpacketTest.class.getResourceAsStream("impacket/map.py")) {
            Files.copy(resource, script);
        } catch (IOException failure) {
            throw new UncheckedIOException("could not write " + script, failure);
        }
        List<String> words = List.of(PYTHON, script.toString(), SERVER, wanted, version);
        try (PeerProcess impacket = PeerProcess.start(directory, Map.of(), words)) {
            assertThat(impacket.awaitEnd(Duration.ofSeconds(30)))
                    .as(impacket.output())
                    .isZero();
            return impacket.output();
        }
    }
}
