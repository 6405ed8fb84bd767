package dev.sallyport.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ports of the far end to which an exchange goes besides the one that is dialled.
 *
 * @param reports next to some of the ports that are tried, where their media's reports go (RTCP, RFC 3550 §11)
 * @param leadsTo where the exchange's second connection goes; empty where it makes none
 */
public record Further(List<Integer> reports, Optional<Integer> leadsTo) {

    /** Keeps its own copy. */
    public Further {
        reports = List.copyOf(reports);
    }

    /** None: the exchange keeps to the port dialled. */
    public static Further none() {
        return new Further(List.of(), Optional.empty());
    }

    /** Returns where the reports of media at a port go; empty where they go with it. */
    public Optional<Integer> reportPort(int port) {
        return Optional.of(port + 1).filter(reports::contains);
    }

    /** Returns the further ports of an exchange that dials this one. */
    public List<Integer> from(int port) {
        return Stream.concat(reportPort(port).stream(), leadsTo.stream()).toList();
    }

    /** Returns what goes with one port alone. */
    Further at(int port) {
        return new Further(reportPort(port).stream().toList(), leadsTo);
    }
}
