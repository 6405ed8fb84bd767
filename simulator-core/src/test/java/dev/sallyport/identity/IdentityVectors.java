package dev.sallyport.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The keys and certificates in {@code src/test/resources}, made by OpenSSL. */
final class IdentityVectors {
    private IdentityVectors() {}

    static Pem host() {
        return new Pem(text("key.pem"), text("cert.pem"), text("ca.pem"));
    }

    static Pem hostWithCommonNameOnly() {
        return new Pem(text("rsa-key.pem"), text("rsa-cert-with-common-name-only.pem"), text("ca.pem"));
    }

    static String text(String file) {
        try (InputStream in = IdentityVectors.class.getResourceAsStream("" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
