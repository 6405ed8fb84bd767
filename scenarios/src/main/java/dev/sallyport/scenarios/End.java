package dev.sallyport.scenarios;

import dev.sallyport.flow.Party;
import dev.sallyport.lab.Host;
import dev.sallyport.lab.Interface;
import dev.sallyport.lab.Lab;
import dev.sallyport.lab.Zone;
import java.net.InetAddress;
import java.util.List;

/** A host of a lab at one of its addresses, whichever way a flow goes there. */
record End(Host host, String role, Interface at, InetAddress address) {

    static End of(Lab lab, Party party) {
        Host host = lab.host(party.host()).orElseThrow();
        Interface at = host.interfaceNamed(party.network()).orElseThrow();
        return new End(host, party.role(), at, party.address());
    }

    Zone zone() {
        return at.zone();
    }

    Place place() {
        return new Place(host, role, List.of(at));
    }

    /** Returns the end as a host of the other zone meets it. */
    Party party(Lab lab, Zone other) {
        return Parties.party(lab, place(), at, address, other);
    }

    boolean sameHost(End other) {
        return host.name().equals(other.host.name());
    }

    boolean sameFamily(End other) {
        return address.getClass() == other.address.getClass();
    }
}
