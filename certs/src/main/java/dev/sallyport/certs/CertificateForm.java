package dev.sallyport.certs;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;

/**
 * Fills in a certificate (RFC 5280 §4) step by step, and has it signed. Its serial number is random, so that no two
 * collide, whoever else issues under the same name.
 */
final class CertificateForm {
    private static final int COMMON_NAME_LIMIT = 64; // RFC 5280 appendix A.1, ub-common-name
    private static final int SERIAL_BITS = 127; // positive, and within the 20 octets of RFC 5280 §4.1.2.2

    private final Issuer issuer;
    private final X509v3CertificateBuilder builder;
    private final JcaX509ExtensionUtils identifiers;

    CertificateForm(Issuer issuer, X500Name subject, PublicKey key, Period period, SecureRandom random) {
        this.issuer = issuer;
        this.builder = new JcaX509v3CertificateBuilder(
                issuer.name(), serial(random), period.notBefore(), period.notAfter(), subject, key);
        this.identifiers = identifiers();
        add(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
        add(Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(issuer.publicKey()));
    }

    /** Returns the subject of a host; a name too long for a common name gives its first label. */
    static X500Name subject(String name) {
        String commonName = name.length() <= COMMON_NAME_LIMIT ? name : name.substring(0, name.indexOf('.'));
        return new X500NameBuilder().addRDN(BCStyle.CN, commonName).build();
    }

    CertificateForm authority() {
        add(Extension.basicConstraints, true, new BasicConstraints(0));
        return add(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    CertificateForm host(KeyUsage usage, List<KeyPurposeId> purposes) {
        add(Extension.basicConstraints, true, new BasicConstraints(false));
        add(Extension.keyUsage, true, usage);
        return add(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes.toArray(KeyPurposeId[]::new)));
    }

    CertificateForm names(List<String> names, List<InetAddress> addresses) {
        Stream<GeneralName> dns = names.stream().map(name -> new GeneralName(GeneralName.dNSName, name));
        Stream<GeneralName> ip = addresses.stream()
                .map(address -> new GeneralName(GeneralName.iPAddress, new DEROctetString(address.getAddress())));
        GeneralName[] all = Stream.concat(dns, ip).toArray(GeneralName[]::new);
        return add(Extension.subjectAlternativeName, false, new GeneralNames(all));
    }

    /** Lync refuses certificates that do not say where to ask for revocation. */
    CertificateForm revocation(URI crl) {
        GeneralName address = new GeneralName(GeneralName.uniformResourceIdentifier, crl.toASCIIString());
        DistributionPointName name = new DistributionPointName(new GeneralNames(address));
        DistributionPoint[] points = {new DistributionPoint(name, null, null)};
        return add(Extension.cRLDistributionPoints, false, new CRLDistPoint(points));
    }

    X509Certificate signed() {
        try {
            return new JcaX509CertificateConverter().getCertificate(builder.build(issuer.signer()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the certificate just signed cannot be read", e);
        }
    }

    private CertificateForm add(ASN1ObjectIdentifier name, boolean critical, ASN1Encodable value) {
        try {
            builder.addExtension(name, critical, value);
            return this;
        } catch (CertIOException e) {
            throw new IllegalStateException("extension " + name + " cannot be encoded", e);
        }
    }

    private static BigInteger serial(SecureRandom random) {
        return new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1);
    }

    private static JcaX509ExtensionUtils identifiers() {
        try {
            return new JcaX509ExtensionUtils();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-1, which key identifiers are made of", e);
        }
    }
}
