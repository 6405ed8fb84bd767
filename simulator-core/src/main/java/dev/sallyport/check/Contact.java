package dev.sallyport.check;

import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import dev.sallyport.exchange.StreamSeen;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One meeting of two ends as one of them saw it: an initiator's attempt, or what a far end saw arrive.
 *
 * @param at when it began, by this host's clock
 * @param local this end's address and port
 * @param remote the other end's address and port as this end saw them
 * @param nonces the attempt's nonce; at a far end those that arrived
 * @param ending how far it came and how it ended
 * @param sent what this end sent
 * @param received what this end received
 * @param tls what it saw of TLS; empty where the flow has none or none began
 * @param calledBack how this end's second connection, back to the other's host, ended (XEP-0220); empty where it made none
 * @param millis how long it took
 * @param onward the connection by which this end passed it on, as a load balancer does; empty where it did not
 * @param stream what this end saw of the media that came to it; empty where none did
 * @param limit the largest IP packet, in bytes, to which an attempt kept both ends; empty where it kept to none
 * @param silence how an attempt stood silent; empty where it did not
 */
public record Contact(
        Instant at,
        InetSocketAddress local,
        InetSocketAddress remote,
        List<String> nonces,
        Ending ending,
        Traffic sent,
        Traffic received,
        Optional<TlsSeen> tls,
        Optional<Ending> calledBack,
        double millis,
        Optional<Contact> onward,
        Optional<StreamSeen> stream,
        Optional<Integer> limit,
        Optional<Silence> silence) {

    /** Keeps its own copy. */
    public Contact {
        nonces = List.copyOf(nonces);
    }

    /** A contact without media, that kept to no size of packets. */
    public Contact(
            Instant at,
            InetSocketAddress local,
            InetSocketAddress remote,
            List<String> nonces,
            Ending ending,
            Traffic sent,
            Traffic received,
            Optional<TlsSeen> tls,
            Optional<Ending> calledBack,
            double millis,
            Optional<Contact> onward) {
        this(
                at,
                local,
                remote,
                nonces,
                ending,
                sent,
                received,
                tls,
                calledBack,
                millis,
                onward,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A contact that was not passed on. */
    public Contact(
            Instant at,
            InetSocketAddress local,
            InetSocketAddress remote,
            List<String> nonces,
            Ending ending,
            Traffic sent,
            Traffic received,
            Optional<TlsSeen> tls,
            Optional<Ending> calledBack,
            double millis) {
        this(at, local, remote, nonces, ending, sent, received, tls, calledBack, millis, Optional.empty());
    }

    /** Returns the contact with what was seen of its media. */
    public Contact with(Optional<StreamSeen> media) {
        return new Contact(
                at,
                local,
                remote,
                nonces,
                ending,
                sent,
                received,
                tls,
                calledBack,
                millis,
                onward,
                media,
                limit,
                silence);
    }

    /** Returns the same contact, which kept to packets of this size. */
    public Contact keptTo(Optional<Integer> bytes) {
        return new Contact(
                at,
                local,
                remote,
                nonces,
                ending,
                sent,
                received,
                tls,
                calledBack,
                millis,
                onward,
                stream,
                bytes,
                silence);
    }

    /** Returns the same contact, which stood silent like this. */
    public Contact silent(Optional<Silence> how) {
        return new Contact(
                at, local, remote, nonces, ending, sent, received, tls, calledBack, millis, onward, stream, limit, how);
    }

    /** Returns the same contact without what was kept of its bytes. */
    public Contact summed() {
        return new Contact(
                at,
                local,
                remote,
                nonces,
                ending,
                sent.summed(),
                received.summed(),
                tls,
                calledBack,
                millis,
                onward,
                stream,
                limit,
                silence);
    }

    /**
     * Tells whether it opened and then broke in a way that losing packets can explain: silence, or an end that somebody
     * made of it.
     */
    public boolean lostOnTheWay() {
        boolean opened = ending.stage().compareTo(Stage.CONNECT) > 0;
        return opened && List.of(How.SILENCE, How.RESET, How.CLOSED).contains(ending.how());
    }
}
