package dev.sallyport.certs;

import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** The extensions by which Active Directory Certificate Services is known ([MS-WCCE] §2.2.2.7.7). */
final class WindowsNames {
    private static final ASN1ObjectIdentifier MICROSOFT = new ASN1ObjectIdentifier("1.3.6.1.4.1.311");

    /** szOID_CERTSRV_CA_VERSION. */
    static final ASN1ObjectIdentifier AUTHORITY_VERSION = MICROSOFT.branch("21.1");

    /** szOID_ENROLL_CERTTYPE_EXTENSION: the template by its name. */
    static final ASN1ObjectIdentifier TEMPLATE_NAME = MICROSOFT.branch("20.2");

    /** szOID_CERTIFICATE_TEMPLATE: the template by its object identifier and version. */
    static final ASN1ObjectIdentifier TEMPLATE = MICROSOFT.branch("21.7");

    /** szOID_APPLICATION_CERT_POLICIES. */
    static final ASN1ObjectIdentifier APPLICATION_POLICIES = MICROSOFT.branch("21.10");

    /** Every forest has an arc of its own below this one. */
    private static final ASN1ObjectIdentifier FOREST =
            MICROSOFT.branch("21.8").branch("1000001.1000002.1000003.1000004.1000005.106");

    /** The issuance policy. */
    static final ASN1ObjectIdentifier POLICY = FOREST.branch("1.402");

    private static final int MAJOR = 100;
    private static final int MINOR = 4;

    private WindowsNames() {}

    static DERSequence template() {
        ASN1EncodableVector template = new ASN1EncodableVector();
        template.add(FOREST.branch("1.2"));
        template.add(new ASN1Integer(MAJOR));
        template.add(new ASN1Integer(MINOR));
        return new DERSequence(template);
    }

    /** The extended key usage once more, in Windows' own words. */
    static DERSequence applicationPolicies(List<KeyPurposeId> purposes) {
        ASN1EncodableVector policies = new ASN1EncodableVector();
        purposes.forEach(purpose -> policies.add(new DERSequence(purpose)));
        return new DERSequence(policies);
    }
}
