package dev.sallyport.check;

import java.util.Optional;

/**
 * What one end saw of a TLS handshake, read from its clear TLS 1.2 records (RFC 5246 §7.4).
 *
 * @param version negotiated version, {@code TLSv1.2}; empty before it was
 * @param cipher negotiated cipher suite; empty before it was
 * @param clientRandom ClientHello.random as this end saw it, hexadecimal; empty where none came
 * @param serverRandom ServerHello.random as this end saw it, hexadecimal; empty where none came
 * @param certificateRequested whether a CertificateRequest passed this end
 * @param own SHA-256 of the certificate this end presented, hexadecimal
 * @param peer SHA-256 of the certificate the other end presented, hexadecimal
 * @param refusal why this end itself refused the handshake; empty where it did not
 */
public record TlsSeen(
        String version,
        String cipher,
        String clientRandom,
        String serverRandom,
        boolean certificateRequested,
        Optional<String> own,
        Optional<String> peer,
        Optional<String> refusal) {}
