package dev.sallyport.testkit.interop;

import dev.sallyport.identity.Identity;
import dev.sallyport.identity.IdentityFolder;
import dev.sallyport.testkit.peer.PeerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * OpenSSL's own client and server at one address.
 *
 * @param directory holds what it presents and whom it believes
 * @param address the address it connects from, and listens at
 */
record Openssl(Path directory, String address) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String ISSUERS = "issuers.pem";

    /** Prepares it with the certificate, key and authorities of an identity. */
    static Openssl playing(Identity identity, Path directory, String address) {
        new IdentityFolder(directory).write(identity);
        Openssl openssl = new Openssl(directory, address);
        openssl.writeIssuers();
        return openssl;
    }

    /** Returns the arguments by which it presents its certificate. */
    List<String> certificate() {
        List<String> words = new ArrayList<>(List.of("-cert", IdentityFolder.CERT, "-key", IdentityFolder.KEY));
        if (Files.exists(directory.resolve(ISSUERS))) {
            words.addAll(List.of("-cert_chain", ISSUERS));
        }
        return words;
    }

    /** Connects as TLS client, says a text, and returns all it wrote once that has these words or it has ended. */
    String connect(String farEnd, String said, String until, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("openssl", "s_client", "-connect", farEnd, "-bind", address));
        words.addAll(List.of("-noservername", "-ign_eof", "-CAfile", IdentityFolder.CA, "-verify_return_error"));
        words.addAll(arguments);
        try (PeerProcess client = PeerProcess.start(directory, Map.of(), words, said)) {
            Awaitility.await("s_client to hear '" + until + "' or to end")
                    .atMost(PATIENCE)
                    .until(() -> client.output().contains(until) || !client.isRunning());
            return client.output();
        }
    }

    /** Listens as an HTTPS server that answers any GET with a page of its own, and demands a certificate. */
    PeerProcess listen(int port) {
        List<String> words = new ArrayList<>(List.of("openssl", "s_server", "-accept", address + ":" + port, "-www"));
        words.addAll(List.of("-tls1_2", "-CAfile", IdentityFolder.CA, "-Verify", "3", "-verify_return_error"));
        words.addAll(certificate());
        PeerProcess server = PeerProcess.start(directory, Map.of(), words);
        Awaitility.await("s_server listening at " + address + ":" + port)
                .atMost(PATIENCE)
                .until(() -> ListeningSockets.include(address, port) || !server.isRunning());
        return server;
    }

    /** Awaits that the server has written these words. */
    static void await(PeerProcess server, String words) {
        Awaitility.await("s_server to say '" + words + "'").atMost(PATIENCE).until(() -> server.output()
                .contains(words));
    }

    /** It takes its own certificate and those of its issuers from different files. */
    private void writeIssuers() {
        try {
            String chain = Files.readString(directory.resolve(IdentityFolder.CERT));
            int issuers = chain.indexOf(BEGIN, BEGIN.length());
            if (issuers > 0) {
                Files.writeString(directory.resolve(ISSUERS), chain.substring(issuers));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("could not write " + directory.resolve(ISSUERS), failure);
        }
    }
}
