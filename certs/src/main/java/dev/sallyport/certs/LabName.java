package dev.sallyport.certs;

import java.net.URI;
import java.net.URISyntaxException;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * What a lab's authority is called, and where its revocation list is to be found.
 *
 * @param lab the lab's name, {@code contoso}
 * @param domain its domain, {@code contoso.lab}
 */
public record LabName(String lab, String domain) {

    /** Returns where hosts look for the revocation list, {@code http://crl.contoso.lab/contoso.crl}. */
    public URI crl() {
        try {
            return new URI("http", "crl." + domain, "/" + lab + ".crl", null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "no address for the revocation list of lab " + lab + ": its domain " + domain + " is no host name",
                    e);
        }
    }

    /** Returns the common name of the authority that issues to hosts, {@code contoso lab CA}. */
    public String authority() {
        return lab + " lab CA";
    }

    String policy() {
        return lab + " lab Policy CA";
    }

    String root() {
        return lab + " lab Root CA";
    }

    Publication publication() {
        return new Publication(this, authority(), lab);
    }

    Publication policyPublication() {
        return new Publication(this, policy(), lab + "-policy");
    }

    Publication rootPublication() {
        return new Publication(this, root(), lab + "-root");
    }

    X500Name subject() {
        return subject(authority());
    }

    X500Name subject(String commonName) {
        return new X500NameBuilder()
                .addRDN(BCStyle.O, "Sallyport")
                .addRDN(BCStyle.CN, commonName)
                .build();
    }
}
