package dev.sallyport.certs;

import java.net.URI;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** A template of a host's certificate: take the right one, and change what is to be wrong. */
record HostCertificate(Request request, Period period, List<KeyPurposeId> purposes, URI crl) {
    private static final List<KeyPurposeId> BOTH_ENDS =
            List.of(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth);

    static HostCertificate right(Request request, Instant now, URI crl) {
        return new HostCertificate(request, Period.startingAt(now, request.validity()), BOTH_ENDS, crl);
    }

    HostCertificate during(Period other) {
        return new HostCertificate(request, other, purposes, crl);
    }

    HostCertificate onlyFor(KeyPurposeId purpose) {
        return new HostCertificate(request, period, List.of(purpose), crl);
    }

    X509Certificate issuedBy(Issuer issuer, KeyPair keys, KeyKind kind, SecureRandom random) {
        var subject = CertificateForm.subject(request.names().get(0));
        return new CertificateForm(issuer, subject, keys.getPublic(), period, random)
                .host(kind.hostUsage(), purposes)
                .names(request.names(), request.addresses())
                .revocation(crl)
                .signed();
    }

    X509Certificate signedByItself(KeyPair keys, KeyKind kind, SecureRandom random) {
        var self = Issuer.of(CertificateForm.subject(request.names().get(0)), keys);
        return issuedBy(self, keys, kind, random);
    }
}
