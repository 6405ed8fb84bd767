package dev.sallyport.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * A host's certificate folder: {@code key.pem} (unencrypted PKCS#8, for its owner's eyes alone), {@code cert.pem} (the
 * host's certificate, then intermediates) and {@code ca.pem} (the trusted authorities). Other files are not looked at.
 */
public record IdentityFolder(Path path) {
    public static final String KEY = "key.pem";
    public static final String CERT = "cert.pem";
    public static final String CA = "ca.pem";

    /**
     * Reads the identity of whichever host the folder is for.
     *
     * @throws IdentityException if the folder or a file is missing or unreadable, the parts do not belong together, or
     *     a certificate of the chain is not valid at this time
     */
    public Identity read(Instant now) {
        requireFolder();
        Pem pem = new Pem(text(KEY), text(CERT), text(CA));
        return explained(() -> pem.identity().requireValidAt(now));
    }

    /**
     * Reads the identity of one host.
     *
     * @param host the name that others dial it by, {@code fe1.contoso.lab}
     * @throws IdentityException as {@link #read(Instant)} does, or if the certificate does not name the host
     */
    public Identity read(String host, Instant now) {
        Identity identity = read(now);
        return explained(() -> identity.requireNames(host));
    }

    /**
     * Writes an identity, over the one that is there; the folder is made if it is missing.
     *
     * @throws UncheckedIOException if that fails
     */
    public void write(Identity identity) {
        Pem pem = Pem.of(identity);
        create();
        file(KEY).writeSecret(pem.key().getBytes(StandardCharsets.US_ASCII));
        file(CERT).write(pem.cert().getBytes(StandardCharsets.US_ASCII));
        file(CA).write(pem.ca().getBytes(StandardCharsets.US_ASCII));
    }

    private void requireFolder() {
        if (!Files.isDirectory(path)) {
            throw new IdentityException("no certificate folder " + path + ": a folder with key.pem, cert.pem and ca.pem"
                    + " is needed; `sallyport certs` makes one for each host");
        }
    }

    private String text(String name) {
        try {
            // A file that is not text at all must end in our message, not in a decoder's.
            return new String(Files.readAllBytes(path.resolve(name)), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IdentityException("could not read " + path.resolve(name) + ": " + AtomicFile.reason(e), e);
        }
    }

    private Identity explained(Supplier<Identity> reading) {
        try {
            return reading.get();
        } catch (IdentityException e) {
            throw new IdentityException("cannot use certificate folder " + path + ": " + e.getMessage(), e);
        }
    }

    private void create() {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException("could not make folder " + path + ": " + AtomicFile.reason(e), e);
        }
    }

    private AtomicFile file(String name) {
        return new AtomicFile(path.resolve(name));
    }
}
