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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * curl at one address, which finds every host of the lab at another.
 *
 * @param directory holds what it may present and whom it believes
 * @param address the address it connects from
 * @param farEnd the address at which it finds every host
 */
record Curl(Path directory, String address, String farEnd) {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String MARK = "=answer=";

    /** What it tells of each answer, in the order of {@link Answer}. */
    private static final String TOLD = MARK
            + String.join(
                    "|",
                    "%{http_code}",
                    "%{http_version}",
                    "%{content_type}",
                    "%header{content-length}",
                    "%header{server}",
                    "%header{x-powered-by}",
                    "%header{x-ms-server-fqdn}",
                    "%header{x-sallyport-nonce}",
                    "%header{allow}",
                    "%header{connection}",
                    "%{num_connects}")
            + "|\\n";

    /**
     * An answer as it read it; header fields are empty where there are none.
     *
     * @param connects how many connections it opened for this answer
     */
    record Answer(
            int status,
            String version,
            String type,
            String length,
            String server,
            String poweredBy,
            String fqdn,
            String nonce,
            String allow,
            String connection,
            int connects) {}

    /**
     * What it came to.
     *
     * @param exit its exit status
     * @param answers one a URL
     * @param words all it wrote, bodies among it
     */
    record Asked(int exit, List<Answer> answers, String words) {}

    /** Prepares it with the certificate, key and authorities of an identity. */
    static Curl playing(Identity identity, Path directory, String address, String farEnd) {
        new IdentityFolder(directory).write(identity);
        return new Curl(directory, address, farEnd);
    }

    /** Asks for URLs, one after another, to the end. */
    Asked ask(List<String> urls, String... arguments) {
        List<String> words = new ArrayList<>(List.of("curl", "--silent", "--show-error", "--max-time", "30"));
        words.addAll(List.of("--noproxy", "*", "--interface", address, "--connect-to", "::" + farEnd + ":"));
        words.addAll(List.of("--cacert", IdentityFolder.CA, "--write-out", TOLD));
        words.addAll(Arrays.asList(arguments));
        words.addAll(urls);
        try (PeerProcess curl = PeerProcess.start(directory, Map.of(), words)) {
            int exit = curl.awaitEnd(PATIENCE);
            return new Asked(exit, answers(curl.output()), curl.output());
        }
    }

    /** Returns the arguments by which it presents its certificate, in front of others. */
    static String[] presenting(String... more) {
        List<String> words = new ArrayList<>(List.of("--cert", IdentityFolder.CERT, "--key", IdentityFolder.KEY));
        words.addAll(Arrays.asList(more));
        return words.toArray(String[]::new);
    }

    /** Returns the argument for a body of that text. */
    String body(String text) {
        try {
            Files.writeString(directory.resolve("body"), text, StandardCharsets.UTF_8);
            return "@body";
        } catch (IOException failure) {
            throw new UncheckedIOException("could not write what curl is to send", failure);
        }
    }

    private static List<Answer> answers(String output) {
        return Arrays.stream(output.split("\n"))
                .filter(line -> line.contains(MARK))
                .map(line -> line.substring(line.indexOf(MARK) + MARK.length()).split("\\|"))
                .map(told -> new Answer(
                        Integer.parseInt(told[0]),
                        told[1],
                        told[2],
                        told[3],
                        told[4],
                        told[5],
                        told[6],
                        told[7],
                        told[8],
                        told[9],
                        Integer.parseInt(told[10])))
                .toList();
    }
}
