package dev.sallyport.scenarios;

import dev.sallyport.flow.Party;
import dev.sallyport.lab.Host;
import dev.sallyport.lab.Interface;
import dev.sallyport.lab.Lab;
import dev.sallyport.lab.Trait;
import dev.sallyport.lab.Zone;
import java.net.InetAddress;

/** Hosts of a lab as the ends of flows. */
final class Parties {
    private Parties() {}

    /** Returns a host in a role at one of its addresses, as a host of the other zone meets it. */
    static Party party(Lab lab, Place place, Interface at, InetAddress address, Zone other) {
        return party(lab, place, at, address, at.seenFrom(other, address));
    }

    /** Returns a host in a role at one of its addresses, as one that dials its public address meets it, wherever it is. */
    static Party inPublic(Lab lab, Place place, Interface at, InetAddress address) {
        return party(lab, place, at, address, at.publicAddress().orElse(address));
    }

    private static Party party(Lab lab, Place place, Interface at, InetAddress address, InetAddress dialled) {
        return new Party(
                place.host().name(),
                place.role(),
                at.name(),
                at.zone().name(),
                address,
                dialled,
                at.fqdn(),
                domain(lab, place.host()));
    }

    /** Returns the SIP and XMPP domain that a host speaks for: a partner's own name, else the lab's domain. */
    static String domain(Lab lab, Host host) {
        return host.has(Trait.OUTSIDER) ? host.fqdn() : lab.domain();
    }
}
