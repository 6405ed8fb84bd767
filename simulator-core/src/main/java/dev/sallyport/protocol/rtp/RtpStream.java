package dev.sallyport.protocol.rtp;

import dev.sallyport.exchange.Octets;
import java.nio.ByteBuffer;

/**
 * One end's stream of an attempt: where its numbers start follows from the nonce, so that every packet is known
 * beforehand and a changed one is found out. The far end's start at the complement of the initiator's.
 *
 * @param mark whose stream it is
 * @param nonce 12 random bytes
 */
record RtpStream(MarkedPayload.Mark mark, Octets nonce) {

    /** G.711 µ-law, in every Lync offer: a byte a sample, 8,000 a second (RFC 3551 §4.5.14). */
    static final int PCMU = 0;

    /** Samples, and bytes, in 20 ms. */
    static final int SAMPLES = 160;

    /** Returns a packet of the stream, its payload of this length. */
    RtpPacket packet(int number, int length) {
        ByteBuffer starts = ByteBuffer.wrap(nonce.toArray());
        int turn = mark == MarkedPayload.Mark.INITIATOR ? 0 : -1;
        int sequence = (starts.getShort(0) ^ turn) + number & 0xffff;
        int timestamp = (starts.getInt(2) ^ turn) + number * SAMPLES;
        int ssrc = starts.getInt(6) ^ turn;
        return RtpPacket.of(PCMU, sequence, timestamp, ssrc, new MarkedPayload(mark, nonce, number).octets(length));
    }
}
