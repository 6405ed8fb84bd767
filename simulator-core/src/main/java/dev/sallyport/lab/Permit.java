package dev.sallyport.lab;

import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Transport;
import java.util.List;

/**
 * Traffic that is legitimate beyond the documents.
 *
 * @param from whose traffic, at least one
 * @param to where it may go, at least one
 * @param reason why, in the site's words; "" where none is given
 */
public record Permit(List<End> from, List<End> to, Transport transport, PortRange ports, String reason) {
    /**
     * A host, or one interface of it.
     *
     * @param network the interface's name; "" for all of the host
     */
    public record End(String host, String network) {
        /** Returns whether the interface of the host is meant. */
        public boolean covers(Host candidate, Interface its) {
            return candidate.name().equals(host)
                    && (network.isEmpty() || its.name().equals(network));
        }

        @Override
        public String toString() {
            return network.isEmpty() ? host : host + "/" + network;
        }
    }

    /** Keeps its own copies of the lists. */
    public Permit {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }
}
