package dev.sallyport.testkit.interop;

import dev.sallyport.identity.Identity;
import dev.sallyport.identity.IdentityFolder;
import dev.sallyport.testkit.peer.PeerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A Prosody 0.12 that is the XMPP server of {@code partner.lab}, in a directory of its own. */
final class Prosody implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path directory;
    private final PeerProcess process;

    /** How it authenticates servers, and lets itself be authenticated. */
    enum Way {
        SASL_EXTERNAL("tls saslauth", true),
        SASL_EXTERNAL_BOTH_WAYS("tls saslauth s2s_bidi", true),
        DIALBACK_OVER_TLS("tls", false),
        DIALBACK_IN_CLEAR("", false);

        private final String modules;
        private final boolean secure;

        Way(String modules, boolean secure) {
            this.modules = modules;
            this.secure = secure;
        }
    }

    /**
     * What it is told about the world.
     *
     * @param address where it listens
     * @param identity what it presents in TLS, and whom it believes
     * @param neighbour the one domain that it knows beside its own
     * @param neighbours the address of that
     */
    record World(String address, Identity identity, String neighbour, String neighbours) {}

    private Prosody(Path directory, PeerProcess process) {
        this.directory = directory;
        this.process = process;
    }

    /** Starts it, and returns once it listens. */
    static Prosody listening(Path directory, World world, Way way) {
        Prosody prosody = start(directory, world, way, Map.of());
        prosody.awaitLog("Activated service 's2s' on [" + world.address() + "]:5269");
        return prosody;
    }

    /** Starts it; it then opens a stream to its neighbour and pings it. */
    static Prosody pinging(Path directory, World world, Way way) {
        return start(directory, world, way, Map.of("PING", world.neighbour()));
    }

    private static Prosody start(Path directory, World world, Way way, Map<String, String> more) {
        new IdentityFolder(directory).write(world.identity());
        copy("prosody.cfg.lua", directory);
        copy("plugins/mod_sallyport_ping.lua", directory);
        write(directory.resolve("hosts"), world.neighbours() + " " + world.neighbour() + "\n");
        Map<String, String> environment = new HashMap<>(more);
        environment.put("INTEROP", directory.toString());
        environment.put("ADDRESS", world.address());
        environment.put("MODULES", way.modules);
        environment.put("SECURE", way.secure ? "1" : "0");
        String config = directory.resolve("prosody.cfg.lua").toString();
        return new Prosody(
                directory, PeerProcess.start(directory, environment, List.of("prosody", "-F", "--config", config)));
    }

    /** Awaits a line of its log that contains these words. */
    void awaitLog(String words) {
        Awaitility.await("Prosody's log to say '" + words + "'")
                .atMost(PATIENCE)
                .until(() -> log().contains(words) || !process.isRunning());
        if (!log().contains(words)) {
            throw new IllegalStateException("Prosody ended before it logged '" + words + "': " + this);
        }
    }

    /** Returns its log so far. */
    String log() {
        Path log = directory.resolve("prosody.log");
        try {
            return Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException("could not read Prosody's log", failure);
        }
    }

    /** Returns everything it has said. */
    @Override
    public String toString() {
        return process.output() + log();
    }

    @Override
    public void close() {
        process.close();
    }

    private static void copy(String name, Path directory) {
        Path file = directory.resolve(name);
        try (var resource = Prosody.class.getResourceAsStream("prosody/" + name)) {
            Files.createDirectories(file.getParent());
            Files.copy(resource, file);
        } catch (IOException failure) {
            throw new UncheckedIOException("could not write " + file, failure);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException("could not write " + file, failure);
        }
    }
}
