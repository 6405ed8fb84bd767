package dev.sallyport.testkit.interop;

import dev.sallyport.testkit.peer.PeerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * Samba's file server on a host of a wire, with all that it keeps in a directory of its own.
 *
 * <p>It is left its own process group, for when it ends it ends its whole group: in ours, that would be the test's.
 */
final class Smbd implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PeerProcess process;

    private Smbd(PeerProcess process) {
        this.process = process;
    }

    /**
     * Starts it, and returns once it listens at port 445.
     *
     * @param newest the newest protocol it speaks, {@code SMB3_11}
     */
    static Smbd listening(Wire wire, String host, String address, Path directory, String newest) {
        Path settings = directory.resolve("smb.conf");
        try {
            for (String kept : List.of("private", "lock", "state", "cache", "pid", "ncalrpc")) {
                Files.createDirectories(directory.resolve(kept));
            }
            Files.writeString(settings, settings(address, directory, newest));
        } catch (IOException failure) {
            throw new UncheckedIOException("could not write " + settings, failure);
        }
        // It takes the end of a pipe on its standard input for the end of its work.
        String command = "exec smbd --foreground --debug-stdout --configfile=" + settings + " </dev/null";
        Smbd smbd = new Smbd(wire.start(host, directory, "sh", "-c", command));
        Awaitility.await("smbd listening")
                .atMost(PATIENCE)
                .until(() -> smbd.toString().contains("waiting for connections") || !smbd.process.isRunning());
        return smbd;
    }

    private static String settings(String address, Path directory, String newest) {
        return """
                [global]
                workgroup = CONTOSO
                server role = standalone server
                interfaces = %1$s/24
                bind interfaces only = yes
                smb ports = 445
                disable netbios = yes
                load printers = no
                rpc start on demand helpers = no
                server min protocol = NT1
                server max protocol = %3$s
                log level = 3
                private dir = %2$s/private
                lock directory = %2$s/lock
                state directory = %2$s/state
                cache directory = %2$s/cache
                pid directory = %2$s/pid
                ncalrpc dir = %2$s/ncalrpc
                """.formatted(address, directory, newest);
    }

    /** Returns everything it has said. */
    @Override
    public String toString() {
        return process.output();
    }

    @Override
    public void close() {
        process.close();
    }
}
