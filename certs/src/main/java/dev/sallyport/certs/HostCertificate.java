package dev.sallyport.certs;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/**
 * A template of a host's certificate: take the right one, and change what is to be wrong.
 *
 * @param issuer where the authority that issues it publishes what it has to say
 */
record HostCertificate(Request request, Period period, List<KeyPurposeId> purposes, Publication issuer) {
    private static final List<KeyPurposeId> BOTH_ENDS =
            List.of(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth);

    static HostCertificate right(Request request, Instant now, Publication issuer) {
        return new HostCertificate(request, Period.startingAt(now, request.validity()), BOTH_ENDS, issuer);
    }

    HostCertificate during(Period other) {
        return new HostCertificate(request, other, purposes, issuer);
    }

    HostCertificate onlyFor(KeyPurposeId purpose) {
        return new HostCertificate(request, period, List.of(purpose), issuer);
    }

    X509Certificate issuedBy(Issuer signer, KeyPair keys, KeyKind kind, SecureRandom random) {
        var subject = CertificateForm.subject(request.names().get(0));
        return new CertificateForm(signer, subject, keys.getPublic(), period, random)
                .host(kind.hostUsage(), purposes)
                .names(request.names(), request.addresses())
                .template(issuer, purposes)
                .published(issuer)
                .signed();
    }

    X509Certificate signedByItself(KeyPair keys, KeyKind kind, SecureRandom random) {
        var self = Issuer.of(CertificateForm.subject(request.names().get(0)), keys);
        return issuedBy(self, keys, kind, random);
    }
}
