package dev.sallyport.certs;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import org.bouncycastle.asn1.x509.KeyUsage;

/** The kinds of key that Lync Server 2013 accepts and we issue; signatures are always with SHA-256. */
public enum KeyKind {
    /** What Lync deployments use; a key takes about 60 ms to make. The signature is PKCS#1 v1.5: Lync knows no PSS. */
    RSA_2048(
            "RSA",
            new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4),
            KeyUsage.digitalSignature | KeyUsage.keyEncipherment),

    /** Quick: a key takes less than a millisecond. */
    EC_P256("EC", new ECGenParameterSpec("secp256r1"), KeyUsage.digitalSignature);

    private final String algorithm;
    private final transient AlgorithmParameterSpec parameters;
    private final int usage;

    KeyKind(String algorithm, AlgorithmParameterSpec parameters, int usage) {
        this.algorithm = algorithm;
        this.parameters = parameters;
        this.usage = usage;
    }

    KeyPair generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(parameters, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot make " + this + " keys", e);
        }
    }

    /** Returns what a host's key of this kind is for (RFC 5280 §4.2.1.3): TLS 1.2 encrypts to RSA keys, too. */
    KeyUsage hostUsage() {
        return new KeyUsage(usage);
    }

    static String signatureBy(PrivateKey key) {
        return key.getAlgorithm().equals(EC_P256.algorithm) ? "SHA256withECDSA" : "SHA256withRSA";
    }
}
