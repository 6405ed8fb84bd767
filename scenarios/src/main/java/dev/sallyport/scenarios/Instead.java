package dev.sallyport.scenarios;

import dev.sallyport.flow.Transport;
import java.util.List;

/**
 * An exchange that a scenario has walked along the paths of documented flows of its protocol, instead of what is
 * documented there, always in clear.
 *
 * @param exchange {@code sip/alg}
 * @param ports where, at each far end
 */
public record Instead(String exchange, List<At> ports) {

    private static final int FIRST_OF_ANY = 20_000;
    private static final int ANY = 10_000;

    /** Keeps its own copy. */
    public Instead {
        ports = List.copyOf(ports);
    }

    /**
     * A port, or any of the lab's choosing.
     *
     * @param port 0 for any
     */
    public record At(int port, Transport transport) {

        /** Reads {@code 5060/udp}, {@code random/tcp}. */
        static At parse(String text) {
            String[] parts = text.split("/", -1);
            boolean known = parts.length == 2
                    && parts[0].matches("random|[1-9]\\d{0,4}")
                    && parts[1].matches("tcp|udp")
                    && (parts[0].equals("random") || Integer.parseInt(parts[0]) <= 65_535);
            if (!known) {
                throw new IllegalArgumentException(
                        "'" + text + "' is not a port and its transport; write 5060/udp, or random/tcp for any port");
            }
            int port = parts[0].equals("random") ? 0 : Integer.parseInt(parts[0]);
            return new At(port, parts[1].equals("tcp") ? Transport.TCP : Transport.UDP);
        }

        /** Returns the port; where any will do, one that follows from the lab, so that ids stay the same. */
        int in(String lab) {
            return port > 0 ? port : FIRST_OF_ANY + Math.floorMod(lab.hashCode(), ANY);
        }
    }

    /** Returns the protocol whose paths are walked. */
    public String protocol() {
        return exchange.substring(0, exchange.indexOf('/'));
    }
}
