package dev.sallyport.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketTableTest {

    private static final String HEAD =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";

    @TempDir
    Path proc;

    @BeforeEach
    void aProcess() throws IOException {
        Files.createDirectories(proc.resolve("net"));
        Files.createDirectories(proc.resolve("812/fd"));
        Files.writeString(proc.resolve("812/comm"), "nginx\n");
        Files.createSymbolicLink(proc.resolve("812/fd/6"), Path.of("socket:[4711]"));
    }

    private void table(String name, String... lines) throws IOException {
        Files.writeString(proc.resolve("net").resolve(name), HEAD + String.join("\n", lines) + "\n");
    }

    @Test
    void showsWhoseSynCameAndWasNeverCompleted() throws IOException {
        table(
                "tcp",
                "   0: 0A00010A:13C5 00000000:0000 0A 00000000:00000000 00:00000000 00000000  0 0 99 1",
                "   1: 0A00010A:13C5 326433C6:9C41 03 00000000:00000000 01:00000060 00000001  0 0 0 1");

        assertThat(new SocketTable(proc).halfOpen())
                .extracting(entry -> entry.local() + " from " + entry.remote())
                .containsExactly("/10.1.0.10:5061 from /198.51.100.50:40001");
    }

    @Test
    void findsAnIpv4HandshakeInTheIpv6TableOfADualStackListener() throws IOException {
        table("tcp");
        table(
                "tcp6",
                "   0: 0000000000000000FFFF00000A00010A:13C5 0000000000000000FFFF0000326433C6:9C41 03"
                        + " 00000000:00000000 01:00000060 00000001  0 0 0 1");

        assertThat(new SocketTable(proc).halfOpen())
                .extracting(entry -> entry.remote().toString())
                .containsExactly("/198.51.100.50:40001");
    }

    @Test
    void namesTheProcessThatHoldsAPort() throws IOException {
        table("tcp", "   0: 00000000:01BB 00000000:0000 0A 00000000:00000000 00:00000000 00000000  0 0 4711 1");

        assertThat(new SocketTable(proc).holder("tcp", InetAddress.getByName("10.1.0.10"), 443))
                .hasValue("nginx (pid 812)");
    }

    @Test
    void doesNotBlameAListenerOnAnotherAddress() throws IOException {
        table("tcp", "   0: 0B00010A:01BB 00000000:0000 0A 00000000:00000000 00:00000000 00000000  0 0 4711 1");

        assertThat(new SocketTable(proc).holder("tcp", InetAddress.getByName("10.1.0.10"), 443))
                .isEmpty();
    }

    @Test
    void isEmptyWhereTheSystemHasNoSuchTable() {
        assertThat(new SocketTable(proc.resolve("nowhere")).halfOpen()).isEmpty();
    }
}
