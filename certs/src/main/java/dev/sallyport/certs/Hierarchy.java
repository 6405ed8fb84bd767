package dev.sallyport.certs;

import dev.sallyport.identity.Identity;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * A lab's authorities in three tiers, as companies build them with Windows: a root, one below it that sets the policy,
 * and the one that issues to hosts. Hosts trust all three by themselves, as members of a domain do, so a chain costs no
 * more signatures to judge than one without the tiers. The keys of the upper two live as long as this object: they are
 * kept offline for good.
 *
 * @param issuing the one that issues: its key, its certificate and the policy authority's, and trust in all three
 */
record Hierarchy(Identity issuing, Issuer policy, Issuer root, Period period) {

    /** The files of the upper authorities' revocation lists in an authority's folder. */
    static final String ROOT_LIST = "root.crl";

    static final String POLICY_LIST = "policy.crl";

    static Hierarchy create(LabName lab, KeyKind kind, Period period, SecureRandom random) {
        Tier tiers = new Tier(lab, period, random);
        KeyPair rootKeys = kind.generate(random);
        KeyPair policyKeys = kind.generate(random);
        KeyPair issuingKeys = kind.generate(random);
        Issuer root = Issuer.of(lab.subject(lab.root()), rootKeys);
        Issuer policy = Issuer.of(lab.subject(lab.policy()), policyKeys);
        X509Certificate first = tiers.root(root);
        X509Certificate second = tiers.below(root, lab.rootPublication(), policy.name(), policyKeys, 1);
        X509Certificate third = tiers.below(policy, lab.policyPublication(), lab.subject(), issuingKeys, 0);
        Identity issuing =
                new Identity(issuingKeys.getPrivate(), List.of(third, second), List.of(third, second, first));
        return new Hierarchy(issuing, policy, root, period);
    }

    /** Returns the empty revocation lists of the upper two, by their files: nobody can sign another one later. */
    Map<String, X509CRL> lists() {
        return Map.of(ROOT_LIST, RevocationList.empty(root, period), POLICY_LIST, RevocationList.empty(policy, period));
    }

    /** Makes the certificates of authorities. */
    private record Tier(LabName lab, Period period, SecureRandom random) {

        X509Certificate root(Issuer root) {
            return new CertificateForm(root, root.name(), root.publicKey(), period, random)
                    .authority(2)
                    .signed();
        }

        X509Certificate below(Issuer issuer, Publication published, X500Name subject, KeyPair keys, int pathLength) {
            return new CertificateForm(issuer, subject, keys.getPublic(), period, random)
                    .authority(pathLength)
                    .subordinate(published)
                    .published(published)
                    .signed();
        }
    }
}
