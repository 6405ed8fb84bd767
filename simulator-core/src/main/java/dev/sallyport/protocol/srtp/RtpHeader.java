package dev.sallyport.protocol.srtp;

import dev.sallyport.exchange.MalformedMessageException;
import java.nio.ByteBuffer;

/**
 * What SRTP needs of a packet's header, which stays in clear (RFC 3711 §3.1).
 *
 * @param sequence 16 bits
 * @param length bytes up to the payload, contributing sources and extension included
 */
record RtpHeader(int sequence, int ssrc, int length) {

    private static final int FIXED = 12;
    private static final int EXTENDED = 0x10;

    /** Reads the header of the first bytes of a packet. */
    static RtpHeader read(byte[] packet, int end) throws MalformedMessageException {
        require(FIXED, end);
        ByteBuffer in = ByteBuffer.wrap(packet);
        int length = FIXED + 4 * (packet[0] & 0x0f);
        if ((packet[0] & EXTENDED) != 0) {
            require(length + 4, end);
            length += 4 + 4 * Short.toUnsignedInt(in.getShort(length + 2));
        }
        require(length, end);
        return new RtpHeader(Short.toUnsignedInt(in.getShort(2)), in.getInt(8), length);
    }

    private static void require(int length, int end) throws MalformedMessageException {
        if (length > end) {
            throw new MalformedMessageException(
                    "SRTP header", length + " bytes are more than the " + end + " that stand before the tag");
        }
    }
}
