package dev.sallyport.certs;

import dev.sallyport.identity.Identity;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** In whose name, and with which key, something is signed. */
record Issuer(X500Name name, PublicKey publicKey, PrivateKey key) {

    static Issuer of(Identity authority) {
        byte[] subject = authority.certificate().getSubjectX500Principal().getEncoded();
        return new Issuer(X500Name.getInstance(subject), authority.certificate().getPublicKey(), authority.key());
    }

    static Issuer of(X500Name name, KeyPair keys) {
        return new Issuer(name, keys.getPublic(), keys.getPrivate());
    }

    /** Signs with SHA-256 by the JDK's own provider, which is quicker than Bouncy Castle's. */
    ContentSigner signer() {
        try {
            return new JcaContentSignerBuilder(KeyKind.signatureBy(key)).build(key);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("this Java cannot sign with " + KeyKind.signatureBy(key), e);
        }
    }
}
