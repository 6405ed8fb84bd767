package dev.sallyport.identity;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a host presents in TLS, and whom it believes.
 *
 * @param key the private key of the first certificate of the chain
 * @param chain the host's certificate, then intermediates, each issued by the next; the root may be left out
 * @param trusted the authorities whose certificates this host accepts; none means that it accepts nobody
 */
public record Identity(PrivateKey key, List<X509Certificate> chain, List<X509Certificate> trusted) {
    public Identity {
        Objects.requireNonNull(key, "key");
        chain = List.copyOf(chain);
        trusted = List.copyOf(trusted);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("an identity needs a certificate, but the chain is empty");
        }
    }

    /** Returns the host's own certificate. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /**
     * Tells whether the certificate names a host: one of its subject alternative names, or the common name if it has
     * none, is exactly this name or address. Wildcards match nothing, as Lync accepts none between servers.
     */
    public boolean names(String host) {
        return CertificateNames.of(certificate()).include(host);
    }

    /** Returns this identity, or refuses it because its certificate does not name the host. */
    public Identity requireNames(String host) {
        CertificateNames names = CertificateNames.of(certificate());
        if (!names.include(host)) {
            throw new IdentityException("the certificate does not name " + host + ": it names " + names
                    + "; use the certificate of " + host);
        }
        return this;
    }

    /** Returns this identity, or refuses it because a certificate of its chain has expired or is not valid yet. */
    public Identity requireValidAt(Instant now) {
        chain.forEach(certificate -> requireValid(certificate, now));
        return this;
    }

    private static void requireValid(X509Certificate certificate, Instant now) {
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        String subject = "the certificate of " + certificate.getSubjectX500Principal();
        if (now.isAfter(until)) {
            throw new IdentityException(subject + " expired at " + until + " (it is " + now + "); issue it anew");
        }
        if (now.isBefore(from)) {
            throw new IdentityException(
                    subject + " is not valid before " + from + " (it is " + now + "); check this machine's clock");
        }
    }

    /** Names the host and whom it trusts; never anything of the key. */
    @Override
    public String toString() {
        return "Identity[" + CertificateNames.of(certificate()) + ", trusts "
                + trusted.stream().map(X509Certificate::getSubjectX500Principal).toList() + "]";
    }
}
