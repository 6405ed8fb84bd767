package dev.sallyport.certs;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/** A certificate revocation list (RFC 5280 §5): a lab revokes nothing, but its hosts want to ask. */
final class RevocationList {
    private RevocationList() {}

    static X509CRL empty(Issuer issuer, Period period) {
        X509v2CRLBuilder builder = new X509v2CRLBuilder(issuer.name(), period.notBefore());
        builder.setNextUpdate(period.notAfter());
        // The number must grow from list to list; the time does.
        CRLNumber number = new CRLNumber(BigInteger.valueOf(period.from().getEpochSecond()));
        try {
            var issuerKey = new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.publicKey());
            builder.addExtension(Extension.authorityKeyIdentifier, false, issuerKey);
            builder.addExtension(Extension.cRLNumber, false, number);
            return new JcaX509CRLConverter().getCRL(builder.build(issuer.signer()));
        } catch (GeneralSecurityException | CertIOException e) {
            throw new IllegalStateException("could not make the revocation list of " + issuer.name(), e);
        }
    }
}
