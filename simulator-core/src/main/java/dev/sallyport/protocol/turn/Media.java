package dev.sallyport.protocol.turn;

import dev.sallyport.exchange.Octets;
import java.util.Locale;

/** What passes through a relay: each with the attempt's nonce, of 32 bytes. */
public enum Media {
    /** The client's, by which the dialect asks for permission; it need not arrive, for a NAT may hide the peer yet. */
    OPENING,
    /** The peer's first, which comes to the client as a Data indication. */
    PEER_FIRST,
    /** The client's first, which it sends with the peer's address. */
    CLIENT_FIRST,
    /** The client's second, which it sends the short way. */
    CLIENT_SECOND,
    /** The peer's second, which comes to the client the short way. */
    PEER_SECOND;

    private static final int SIZE = 32;

    /** Returns the bytes: the kind's name and full stops, which nobody takes for RTP, then the nonce. */
    public Octets of(String nonce) {
        String name = name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String text = name + ".".repeat(SIZE - 13 - name.length()) + " ";
        return Octets.parse(Octets.utf8(text).hex() + nonce);
    }
}
