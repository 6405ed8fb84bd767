package dev.sallyport.certs;

import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyQualifierId;
import org.bouncycastle.asn1.x509.PolicyQualifierInfo;
import org.bouncycastle.asn1.x509.UserNotice;
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
    private static final String NOTICE =
            "This authority certifies the hosts of a test lab, to one another alone. What it"
                    + " promises, and to whom, stands in its practice statement; relying on it elsewhere is at one's own risk.";
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

    CertificateForm authority(int pathLength) {
        add(Extension.basicConstraints, true, new BasicConstraints(pathLength));
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

    /** Where to ask for revocation, without which Lync refuses a certificate, and where the issuer's own is to be had. */
    CertificateForm published(Publication issuer) {
        DistributionPointName name = new DistributionPointName(addresses(issuer.revocationLists()));
        DistributionPoint[] points = {new DistributionPoint(name, null, null)};
        add(Extension.cRLDistributionPoints, false, new CRLDistPoint(points));
        return add(Extension.authorityInfoAccess, false, new AuthorityInformationAccess(access(issuer)));
    }

    private static AccessDescription[] access(Publication issuer) {
        Stream<AccessDescription> certificates = issuer.certificates().stream()
                .map(address -> new AccessDescription(AccessDescription.id_ad_caIssuers, address(address)));
        AccessDescription status = new AccessDescription(AccessDescription.id_ad_ocsp, address(issuer.status()));
        return Stream.concat(certificates, Stream.of(status)).toArray(AccessDescription[]::new);
    }

    /** What an enterprise authority of Windows writes into a certificate of its template for web servers and clients. */
    CertificateForm template(Publication issuer, List<KeyPurposeId> purposes) {
        add(WindowsNames.TEMPLATE, false, WindowsNames.template());
        add(WindowsNames.APPLICATION_POLICIES, false, WindowsNames.applicationPolicies(purposes));
        return policies(issuer);
    }

    /** What Windows writes into the certificate of an authority below another. */
    CertificateForm subordinate(Publication issuer) {
        add(WindowsNames.AUTHORITY_VERSION, false, new ASN1Integer(0));
        add(WindowsNames.TEMPLATE_NAME, false, new DERBMPString("SubCA"));
        return policies(issuer);
    }

    private CertificateForm policies(Publication issuer) {
        ASN1EncodableVector qualifiers = new ASN1EncodableVector();
        qualifiers.add(new PolicyQualifierInfo(PolicyQualifierId.id_qt_unotice, new UserNotice(null, NOTICE)));
        qualifiers.add(new PolicyQualifierInfo(issuer.practiceStatement()));
        PolicyInformation policy = new PolicyInformation(WindowsNames.POLICY, new DERSequence(qualifiers));
        return add(Extension.certificatePolicies, false, new CertificatePolicies(policy));
    }

    private static GeneralNames addresses(List<String> addresses) {
        return new GeneralNames(addresses.stream().map(CertificateForm::address).toArray(GeneralName[]::new));
    }

    private static GeneralName address(String address) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, address);
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
