package dev.sallyport.protocol.turn;

import dev.sallyport.exchange.Datagram;
import dev.sallyport.exchange.DatagramPort;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.PortRange;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A relayed address held for a client (RFC 8656 §5): its port, its lifetime, and the peers it may exchange data with.
 *
 * <p>Counts seconds by a {@link Step.Later} of its own, so that it needs no clock; ends when its lifetime does, or when
 * its port is closed with the client's connection.
 */
public final class Allocation {

    /** Where the A/V Edge relays. */
    public static final PortRange PORTS = new PortRange(50_000, 59_999);

    /** Seconds without a refresh, unless the client asks for more (RFC 8656 §3.2). */
    public static final int LIFETIME = 600;

    /** The most seconds a client can have at a time. */
    public static final int MOST_LIFETIME = 3600;

    /** Seconds that a permission lasts (RFC 8656 §9). */
    public static final int PERMISSION = 300;

    private static final int MOST_PEERS = 100;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final DatagramPort port;
    private final Map<InetAddress, Long> permissions = new HashMap<>();
    private long now;
    private long end;

    /** Begins with a port and a lifetime that was granted. */
    public Allocation(DatagramPort port, int seconds) {
        this.port = port;
        this.end = seconds;
    }

    /** Returns the lifetime that a request gets: what it asks for within bounds, and 0 for a release. */
    public static int granted(long requested) {
        return requested == 0 ? 0 : (int) Math.min(Math.max(requested, LIFETIME), MOST_LIFETIME);
    }

    /** Returns the relayed address, as peers know it. */
    public InetSocketAddress relayed() {
        return port.published();
    }

    /** Tells whether it has neither expired nor been released. */
    public boolean stands() {
        return now < end && port.isOpen();
    }

    /** Lasts so many seconds from now on; 0 releases it. */
    public void refresh(int seconds) {
        end = now + seconds;
        if (seconds == 0) {
            port.close();
        }
    }

    /** Tells whether a peer is one that this relay ever sends to: an address of the lab, of its own family. */
    public boolean reaches(InetAddress peer) {
        return sameFamily(peer) && port.reaches(peer);
    }

    /** Tells whether a peer's address is of the relay's own family. */
    public boolean sameFamily(InetAddress peer) {
        return peer.getClass() == relayed().getAddress().getClass();
    }

    /** Permits a peer that it {@link #reaches} for {@link #PERMISSION} seconds; not, where there are too many. */
    public boolean permit(InetAddress peer) {
        permissions.values().removeIf(until -> until <= now);
        if (permissions.size() >= MOST_PEERS && !permissions.containsKey(peer)) {
            return false;
        }
        permissions.put(peer, now + PERMISSION);
        return true;
    }

    /** Tells whether data may pass to and from a peer. */
    public boolean permits(InetAddress peer) {
        return stands() && permissions.getOrDefault(peer, 0L) > now;
    }

    /** Returns the step that relays data to a peer; none, where it has no permission. */
    public <M> List<Step<M>> relay(InetSocketAddress peer, Octets data) {
        return permits(peer.getAddress())
                ? List.of(Step.sendFrom("data to the peer", port, () -> new Datagram(peer, data)))
                : List.of();
    }

    /** Returns the seconds since it began. */
    long now() {
        return now;
    }

    /** Returns the step that lets its time pass, second by second, for as long as it stands. */
    public <M> Step<M> passing() {
        return Step.later(SECOND, this::second);
    }

    private <M> List<Step<M>> second() {
        now++;
        if (stands()) {
            return List.of(passing());
        }
        port.close();
        return List.of();
    }
}
