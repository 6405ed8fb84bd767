package dev.sallyport.certs;

import dev.sallyport.identity.Identity;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.bc.BcPKCS12PBEOutputEncryptorBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;

/**
 * An identity as a PKCS#12 file (RFC 7292) for Java and for Windows: the key with its certificate, the chain, and the
 * authorities as trusted entries. It is encrypted with triple DES and SHA-1, because the Windows releases that Lync
 * Server 2013 runs on open nothing newer; the password is public anyway, and the file's permissions protect it.
 */
final class Pkcs12 {
    static final String PASSWORD = "sallyport";

    /** What Java takes as the sign of a trusted certificate, with the purposes it is trusted for. */
    private static final ASN1ObjectIdentifier TRUSTED_KEY_USAGE =
            new ASN1ObjectIdentifier("2.16.840.1.113894.746875.1.1");

    private static final int ITERATIONS = 2048;

    private final String alias;
    private final Identity identity;

    private Pkcs12(String alias, Identity identity) {
        this.alias = alias;
        this.identity = identity;
    }

    static byte[] bytes(String alias, Identity identity) {
        try {
            return new Pkcs12(alias, identity).bytes();
        } catch (PKCSException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException("could not make the PKCS#12 file of " + alias, e);
        }
    }

    private byte[] bytes() throws PKCSException, GeneralSecurityException, IOException {
        return new PKCS12PfxPduBuilder()
                .addData(key())
                .addEncryptedData(encryption(), certificates().toArray(PKCS12SafeBag[]::new))
                .build(new BcPKCS12MacCalculatorBuilder().setIterationCount(ITERATIONS), PASSWORD.toCharArray())
                .getEncoded();
    }

    private PKCS12SafeBag key() throws GeneralSecurityException {
        return named(new JcaPKCS12SafeBagBuilder(identity.key(), encryption()), alias)
                .addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, keyId())
                .build();
    }

    private List<PKCS12SafeBag> certificates() throws GeneralSecurityException, IOException {
        List<PKCS12SafeBag> bags = new ArrayList<>();
        bags.add(named(new JcaPKCS12SafeBagBuilder(identity.certificate()), alias)
                .addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, keyId())
                .build());
        for (X509Certificate intermediate :
                identity.chain().subList(1, identity.chain().size())) {
            bags.add(new JcaPKCS12SafeBagBuilder(intermediate).build());
        }
        for (X509Certificate authority : identity.trusted()) {
            bags.add(trusted("ca-" + (bags.size() - identity.chain().size() + 1), authority));
        }
        return bags;
    }

    private static PKCS12SafeBag trusted(String name, X509Certificate authority) throws IOException {
        return named(new JcaPKCS12SafeBagBuilder(authority), name)
                .addBagAttribute(TRUSTED_KEY_USAGE, KeyPurposeId.anyExtendedKeyUsage)
                .build();
    }

    private static PKCS12SafeBagBuilder named(PKCS12SafeBagBuilder bag, String name) {
        return bag.addBagAttribute(PKCS12SafeBag.friendlyNameAttribute, new DERBMPString(name));
    }

    /** Joins the key to its certificate. */
    private ASN1Encodable keyId() throws GeneralSecurityException {
        PublicKey key = identity.certificate().getPublicKey();
        return new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key);
    }

    private static OutputEncryptor encryption() {
        return new BcPKCS12PBEOutputEncryptorBuilder(
                        PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC,
                        CBCBlockCipher.newInstance(new DESedeEngine()))
                .setIterationCount(ITERATIONS)
                .build(PASSWORD.toCharArray());
    }
}
