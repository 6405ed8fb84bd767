package dev.sallyport.scenarios;

import dev.sallyport.lab.Host;
import dev.sallyport.lab.Interface;
import java.util.List;

/**
 * A host in a role, at those of its interfaces where the role may stand.
 *
 * @param interfaces at least one; several where the role names none and the host has several
 */
record Place(Host host, String role, List<Interface> interfaces) {
    Place {
        interfaces = List.copyOf(interfaces);
    }
}
