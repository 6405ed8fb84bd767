package dev.sallyport.protocol.rtp;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.ice.IceCredentials;
import dev.sallyport.protocol.srtp.MasterKey;
import dev.sallyport.protocol.srtp.SrtpReceiver;
import dev.sallyport.protocol.srtp.SrtpSender;

/**
 * What protects an attempt's media at one end: a key a direction, as two crypto lines of SDP would give (RFC 4568), but
 * made of the nonce that the connectivity check has brought.
 *
 * @param nonce 12 bytes
 */
record MediaKeys(Octets nonce, SrtpSender sender, SrtpReceiver receiver) {

    /** Returns what this end needs, given whose packets it sends. */
    static MediaKeys at(MarkedPayload.Mark end, Octets nonce) {
        return new MediaKeys(nonce, new SrtpSender(key(end, nonce)), new SrtpReceiver(key(end.other(), nonce)));
    }

    private static MasterKey key(MarkedPayload.Mark sender, Octets nonce) {
        String purpose = sender == MarkedPayload.Mark.INITIATOR ? "sallyport srtp initiator" : "sallyport srtp far end";
        return MasterKey.of(new IceCredentials(nonce).derived(purpose).slice(0, MasterKey.SIZE));
    }
}
