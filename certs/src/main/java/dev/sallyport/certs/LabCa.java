package dev.sallyport.certs;

import dev.sallyport.identity.Identity;
import dev.sallyport.identity.IdentityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A lab's certificate authority: one self-signed root, which issues hosts' certificates directly. Certificates follow
 * what Lync Server 2013 asks for: SHA-256, server and client use, a CRL distribution point.
 */
public final class LabCa {
    private static final Duration TEN_YEARS = Duration.ofDays(3650);

    private final LabName name;
    private final KeyKind kind;
    private final Clock clock;
    private final Identity authority;
    private final SecureRandom random;

    private LabCa(LabName name, KeyKind kind, Clock clock, Identity authority, SecureRandom random) {
        this.name = name;
        this.kind = kind;
        this.clock = clock;
        this.authority = authority;
        this.random = random;
    }

    /** Makes a new authority, valid for ten years, whose own key and whose hosts' keys are of one kind. */
    public static LabCa create(LabName name, KeyKind kind, Clock clock) {
        SecureRandom random = new SecureRandom();
        KeyPair keys = kind.generate(random);
        Period period = Period.startingAt(clock.instant(), TEN_YEARS);
        X509Certificate root = new CertificateForm(
                        Issuer.of(name.subject(), keys), name.subject(), keys.getPublic(), period, random)
                .authority()
                .signed();
        Identity authority = new Identity(keys.getPrivate(), List.of(root), List.of(root));
        return new LabCa(name, kind, clock, authority, random);
    }

    /**
     * Takes up an authority that was created earlier.
     *
     * @param kind the kind of the hosts' keys; the authority's own may be another
     * @param authority what {@link #authority()} returned
     * @throws IdentityException if it is another lab's, or no authority at all
     */
    public static LabCa of(LabName name, KeyKind kind, Clock clock, Identity authority) {
        X509Certificate root = authority.certificate();
        if (root.getBasicConstraints() < 0) {
            throw new IdentityException(
                    "the certificate of " + root.getSubjectX500Principal() + " is a host's, not an authority's");
        }
        if (!Issuer.of(authority).name().equals(name.subject())) {
            throw new IdentityException("the authority is " + root.getSubjectX500Principal() + ", not " + name.subject()
                    + ": it belongs to another lab");
        }
        return new LabCa(name, kind, clock, authority, new SecureRandom());
    }

    /** Returns the authority as an identity, for keeping: its key, its certificate, and trust in itself. */
    public Identity authority() {
        return authority;
    }

    /** Returns the certificate that hosts trust. */
    public X509Certificate certificate() {
        return authority.certificate();
    }

    /** Makes a key and issues a certificate for it; its holder trusts this authority. */
    public Identity issue(Request request) {
        return issue(template(request));
    }

    /** Issues for many, in their order, on all cores: an RSA key costs more than everything else together. */
    public List<Identity> issueAll(List<Request> requests) {
        return requests.parallelStream().map(this::issue).toList();
    }

    /** Returns a signed revocation list without entries, valid as long as the authority, so that none goes stale. */
    public X509CRL crl() {
        return RevocationList.empty(
                Issuer.of(authority), Period.startingAt(now(), TEN_YEARS).endingBy(end()));
    }

    /** Returns the maker of certificates with one fault each. */
    public WrongIdentities wrong() {
        return new WrongIdentities(this);
    }

    LabName name() {
        return name;
    }

    Instant now() {
        return clock.instant();
    }

    /** Returns another authority with the same kind of keys and the same clock. */
    LabCa another(LabName otherName) {
        return create(otherName, kind, clock);
    }

    HostCertificate template(Request request) {
        HostCertificate right = HostCertificate.right(request, now(), name.crl());
        return right.during(right.period().endingBy(end()));
    }

    Identity issue(HostCertificate template) {
        KeyPair keys = kind.generate(random);
        return trusting(keys, template.issuedBy(Issuer.of(authority), keys, kind, random));
    }

    Identity signedByItself(HostCertificate template) {
        KeyPair keys = kind.generate(random);
        return trusting(keys, template.signedByItself(keys, kind, random));
    }

    private Identity trusting(KeyPair keys, X509Certificate certificate) {
        return new Identity(keys.getPrivate(), List.of(certificate), authority.trusted());
    }

    private Instant end() {
        return certificate().getNotAfter().toInstant();
    }
}
