package dev.sallyport.identity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;

/**
 * An identity as three texts (RFC 7468), as they stand in a certificate folder and as they are sent to an agent.
 *
 * @param key one unencrypted PKCS#8 key, RSA or EC
 * @param cert the host's certificate, then intermediates
 * @param ca the trusted authorities
 */
public record Pem(String key, String cert, String ca) {
    private static final List<String> KEY_ALGORITHMS = List.of("RSA", "EC");

    public static Pem of(Identity identity) {
        return new Pem(
                PemBlock.of(identity.key()).text(), PemBlock.text(identity.chain()), PemBlock.text(identity.trusted()));
    }

    /**
     * Reads the identity and holds what belongs together against each other: the key against the certificate, and each
     * certificate of the chain against the next. Validity in time is for the caller to ask.
     *
     * @throws IdentityException if a text cannot be read, or the parts do not belong together
     */
    public Identity identity() {
        PrivateKey privateKey = privateKey();
        List<X509Certificate> chain = PemBlock.certificates("cert.pem", cert);
        List<X509Certificate> trusted = PemBlock.certificates("ca.pem", ca);
        requireOwner(privateKey, chain.get(0));
        requireOrder(chain);
        return new Identity(privateKey, chain, trusted);
    }

    private PrivateKey privateKey() {
        List<PemBlock> blocks = PemBlock.all("key.pem", key);
        byte[] pkcs8 = blocks.stream()
                .filter(block -> block.label().equals(PemBlock.PRIVATE_KEY))
                .map(PemBlock::content)
                .findFirst()
                .orElseThrow(() -> new IdentityException("key.pem holds " + PemBlock.labels(blocks)
                        + " where an unencrypted PKCS#8 PRIVATE KEY is needed;"
                        + " convert it with: openssl pkcs8 -topk8 -nodes -in OLD -out key.pem"));
        return KEY_ALGORITHMS.stream()
                .flatMap(algorithm -> privateKey(algorithm, pkcs8).stream())
                .findFirst()
                .orElseThrow(() -> new IdentityException(
                        "key.pem holds a PRIVATE KEY that is neither RSA nor EC, or is damaged; issue it anew"));
    }

    private static Optional<PrivateKey> privateKey(String algorithm, byte[] pkcs8) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (InvalidKeySpecException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + algorithm + " keys", e);
        }
    }

    private static void requireOwner(PrivateKey key, X509Certificate certificate) {
        if (!verifies(certificate.getPublicKey(), key)) {
            throw new IdentityException("key.pem is not the key of the first certificate of cert.pem ("
                    + certificate.getSubjectX500Principal() + "); copy both from the same folder");
        }
    }

    /** A signature is the one proof that holds for every kind of key: only RSA keys carry their public half. */
    private static boolean verifies(PublicKey publicKey, PrivateKey key) {
        String algorithm = key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        byte[] sample = publicKey.getEncoded();
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(sample);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(sample);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static void requireOrder(List<X509Certificate> chain) {
        for (int i = 1; i < chain.size(); i++) {
            requireIssuer(chain.get(i - 1), chain.get(i));
        }
    }

    private static void requireIssuer(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new IdentityException(
                    "cert.pem is out of order: " + certificate.getSubjectX500Principal() + " was not issued by "
                            + issuer.getSubjectX500Principal()
                            + ", which follows it; put the host's certificate first, then each one's issuer",
                    e);
        }
    }

    /** Shows the certificates, never the key. */
    @Override
    public String toString() {
        return "Pem[cert=" + cert + ", ca=" + ca + "]";
    }
}
