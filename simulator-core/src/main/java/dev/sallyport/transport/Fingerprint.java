package dev.sallyport.transport;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** SHA-256 of a certificate's DER form, in hexadecimal. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(byte[] der) {
        return HexFormat.of().formatHex(Meter.sha256().digest(der));
    }

    static String of(X509Certificate certificate) {
        try {
            return of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException(
                    "the certificate of " + certificate.getSubjectX500Principal() + " has no DER form", e);
        }
    }
}
