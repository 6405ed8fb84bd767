package dev.sallyport.protocol.rtp;

import dev.sallyport.exchange.Octets;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * One end's stream of an attempt: where its numbers start follows from the nonce, so that every packet is known
 * beforehand and a changed one is found out. The far end's start at the complement of the initiator's.
 *
 * @param mark whose stream it is
 * @param nonce 12 random bytes
 */
record RtpStream(MarkedPayload.Mark mark, Octets nonce) {

    /** Returns a packet of the stream in this format. */
    RtpPacket packet(MediaFormat format, int number) {
        return packet(
                format.isMarked(number), format.payloadType(), number, time() + format.time(number), format.payload());
    }

    /** Returns the answer to a packet of the other end's stream: as long, and of the same type and time. */
    RtpPacket answer(RtpPacket packet, int number) {
        int since = packet.timestamp() - other().time();
        int length = packet.payload().length();
        return packet(packet.marker(), packet.payloadType(), number, time() + since, length);
    }

    int ssrc() {
        return starts().getInt(6) ^ turn();
    }

    int sequence(int number) {
        return (starts().getShort(0) ^ turn()) + number & 0xffff;
    }

    /** Returns where its timestamps start. */
    int time() {
        return starts().getInt(2) ^ turn();
    }

    /** Returns the stream that goes the other way. */
    RtpStream other() {
        return new RtpStream(mark.other(), nonce);
    }

    private RtpPacket packet(boolean marker, int payloadType, int number, int timestamp, int length) {
        Octets payload = new MarkedPayload(mark, nonce, number).octets(length);
        return new RtpPacket(
                marker,
                payloadType,
                sequence(number),
                timestamp,
                ssrc(),
                List.of(),
                Optional.empty(),
                payload,
                Octets.NONE);
    }

    private ByteBuffer starts() {
        return ByteBuffer.wrap(nonce.toArray());
    }

    private int turn() {
        return mark == MarkedPayload.Mark.INITIATOR ? 0 : -1;
    }
}
