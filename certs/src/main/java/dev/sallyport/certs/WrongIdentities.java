package dev.sallyport.certs;

import dev.sallyport.identity.Identity;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/**
 * Identities that a peer must refuse, each for one fault alone: all else is as {@link LabCa#issue} makes it, and their
 * holder trusts the lab's authority.
 */
public final class WrongIdentities {
    private static final Duration DAY = Duration.ofDays(1);

    private final LabCa ca;

    WrongIdentities(LabCa ca) {
        this.ca = ca;
    }

    /** Its time ended a day ago. */
    public Identity expired(Request request) {
        Instant end = ca.now().minus(DAY);
        return ca.issue(ca.template(request).during(new Period(end.minus(DAY), end)));
    }

    /** Its time begins in a day. */
    public Identity notYetValid(Request request) {
        Instant start = ca.now().plus(DAY);
        return ca.issue(ca.template(request).during(new Period(start, start.plus(DAY))));
    }

    /**
     * From an authority of another name, which nobody here trusts. A Java client asked for a certificate of the lab's
     * authority keeps this one to itself and sends none; {@link #impostor} is sent.
     */
    public Identity stranger(Request request) {
        return from(new LabName("stranger", ca.name().domain()), request);
    }

    /** From an authority that bears the name of the lab's, but has another key. */
    public Identity impostor(Request request) {
        return from(ca.name(), request);
    }

    /** For a host of another name and no address: whoever presents it is not the host of the request. */
    public Identity otherName(Request request) {
        return ca.issue(Request.of("somebody-else." + ca.name().domain()).validFor(request.validity()));
    }

    /** For servers alone: a host that presents it as a client, as mutual TLS asks, is refused. */
    public Identity withoutClientUse(Request request) {
        return ca.issue(ca.template(request).onlyFor(KeyPurposeId.id_kp_serverAuth));
    }

    /** Vouched for by nobody but its own key. */
    public Identity selfSigned(Request request) {
        return ca.signedByItself(ca.template(request));
    }

    private Identity from(LabName name, Request request) {
        Identity foreign = ca.another(name).issue(request);
        return new Identity(foreign.key(), foreign.chain(), ca.authority().trusted());
    }
}
