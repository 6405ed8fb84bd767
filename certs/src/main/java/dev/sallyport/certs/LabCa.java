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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A lab's certificate authority: the one that issues to hosts, below two others. Certificates follow what Lync Server 2013
 * asks for: SHA-256, server and client use, a CRL distribution point; and they say what those of a company's own authority
 * say, so that chains have the size that they have there: more than 4 KB, which is where firewalls begin to lose them.
 */
public final class LabCa {
    private static final Duration TEN_YEARS = Duration.ofDays(3650);

    private final LabName name;
    private final KeyKind kind;
    private final Clock clock;
    private final Identity authority;
    private final Optional<Hierarchy> above;
    private final SecureRandom random;

    private LabCa(
            LabName name,
            KeyKind kind,
            Clock clock,
            Identity authority,
            Optional<Hierarchy> above,
            SecureRandom random) {
        this.name = name;
        this.kind = kind;
        this.clock = clock;
        this.authority = authority;
        this.above = above;
        this.random = random;
    }

    /** Makes a new authority, valid for ten years, whose own key and whose hosts' keys are of one kind. */
    public static LabCa create(LabName name, KeyKind kind, Clock clock) {
        SecureRandom random = new SecureRandom();
        Period period = Period.startingAt(clock.instant(), TEN_YEARS);
        Hierarchy hierarchy = Hierarchy.create(name, kind, period, random);
        return new LabCa(name, kind, clock, hierarchy.issuing(), Optional.of(hierarchy), random);
    }

    /**
     * Takes up an authority that was created earlier.
     *
     * @param kind the kind of the hosts' keys; the authority's own may be another
     * @param authority what {@link #authority()} returned
     * @throws IdentityException if it is another lab's, or no authority at all
     */
    public static LabCa of(LabName name, KeyKind kind, Clock clock, Identity authority) {
        X509Certificate certificate = authority.certificate();
        if (certificate.getBasicConstraints() < 0) {
            throw new IdentityException(
                    "the certificate of " + certificate.getSubjectX500Principal() + " is a host's, not an authority's");
        }
        if (!Issuer.of(authority).name().equals(name.subject())) {
            throw new IdentityException("the authority is " + certificate.getSubjectX500Principal() + ", not "
                    + name.subject() + ": it belongs to another lab");
        }
        return new LabCa(name, kind, clock, authority, Optional.empty(), new SecureRandom());
    }

    /**
     * Returns the authority as an identity, for keeping: its key, its certificate with those above it but the root's, and
     * whom its hosts trust.
     */
    public Identity authority() {
        return authority;
    }

    /** Returns the certificate by which it issues. */
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

    /**
     * Returns the revocation lists of the authorities above, by file name; only where this authority was just made, for their
     * keys are not kept.
     */
    Map<String, X509CRL> listsAbove() {
        return above.map(Hierarchy::lists).orElse(Map.of());
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
        HostCertificate right = HostCertificate.right(request, now(), name.publication());
        return right.during(right.period().endingBy(end()));
    }

    Identity issue(HostCertificate template) {
        KeyPair keys = kind.generate(random);
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(template.issuedBy(Issuer.of(authority), keys, kind, random));
        authority.chain().stream().filter(issuer -> !isRoot(issuer)).forEach(chain::add);
        return new Identity(keys.getPrivate(), chain, authority.trusted());
    }

    Identity signedByItself(HostCertificate template) {
        KeyPair keys = kind.generate(random);
        return new Identity(
                keys.getPrivate(), List.of(template.signedByItself(keys, kind, random)), authority.trusted());
    }

    /** A root is left out of what is presented: who does not have it already may not believe it. */
    private static boolean isRoot(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
    }

    private Instant end() {
        return certificate().getNotAfter().toInstant();
    }
}
