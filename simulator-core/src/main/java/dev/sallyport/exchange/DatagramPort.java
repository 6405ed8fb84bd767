package dev.sallyport.exchange;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A UDP port that a run has opened beside its line, at the same address of this end: a relay's towards its peers, or a
 * peer's own.
 *
 * <p>Lives on the line's thread and no longer than the line.
 */
public interface DatagramPort {

    /** Returns where it is bound. */
    InetSocketAddress local();

    /** Returns where others send to it: the public address of a host behind a static NAT, which keeps the port. */
    default InetSocketAddress published() {
        return local();
    }

    /** Tells whether anything may be sent there: only to addresses of the lab. */
    boolean reaches(InetAddress address);

    /** Sends a datagram; nothing, where {@link #reaches} says no or the port is closed. */
    void send(Datagram datagram);

    /** Tells whether it is still open. */
    boolean isOpen();

    /** Closes it; what comes to it from now on is lost. */
    void close();
}
