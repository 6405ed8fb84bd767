package dev.sallyport.check;

import dev.sallyport.flow.Endpoint;
import java.util.Optional;

/**
 * Whether a host listens where it was asked to.
 *
 * @param problem why it does not, with the holder of the port where it can be told; empty while it listens
 * @param certificate SHA-256 of the certificate it presents there, hexadecimal; empty where it speaks no TLS
 */
public record Listening(Endpoint endpoint, Optional<String> problem, Optional<String> certificate) {

    /** Tells whether the endpoint was bound. */
    public boolean bound() {
        return problem.isEmpty();
    }
}
