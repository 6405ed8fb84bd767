package dev.sallyport.protocol.srtp;

import dev.sallyport.exchange.MalformedMessageException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * Opens what the other end has protected (RFC 3711 §3.3, §3.4): a packet whose tag is not right is malformed at its tag,
 * one that had come before is nothing.
 */
public final class SrtpReceiver {

    /** How many bytes of a control packet stay in clear. */
    static final int CONTROL_HEADER = 8;

    /** How many bytes its index takes. */
    static final int INDEX = 4;

    /** The bit before the index that says that the packet is encrypted. */
    static final int ENCRYPTED = 0x80000000;

    private final SessionKeys rtp;
    private final SessionKeys rtcp;
    private final Sources sources = new Sources();
    private final PacketWindow reports = new PacketWindow();

    /** Makes the receiver of what this key protects. */
    public SrtpReceiver(MasterKey master) {
        rtp = SessionKeys.forRtp(master);
        rtcp = SessionKeys.forRtcp(master);
    }

    /** Returns the RTP packet; nothing where it had come before. */
    public Optional<byte[]> open(byte[] packet) throws MalformedMessageException {
        int end = packet.length - SessionKeys.TAG;
        RtpHeader header = RtpHeader.read(packet, end);
        PacketWindow window = sources.of(header.ssrc());
        long index = window.indexOf(header.sequence());
        prove("SRTP", rtp.tag(packet, end, (int) (index >>> 16)), packet);
        if (window.has(index)) {
            return Optional.empty();
        }
        window.note(index);
        sources.keep(header.ssrc(), window);
        byte[] opened = Arrays.copyOf(packet, end);
        rtp.apply(header.ssrc(), index, opened, header.length(), end);
        return Optional.of(opened);
    }

    /** Returns the compound packet of RTCP; nothing where it had come before. */
    public Optional<byte[]> openControl(byte[] packet) throws MalformedMessageException {
        int end = packet.length - SessionKeys.TAG - INDEX;
        if (end < CONTROL_HEADER) {
            throw new MalformedMessageException(
                    "SRTCP packet", packet.length + " bytes are too few for header, index and tag");
        }
        ByteBuffer in = ByteBuffer.wrap(packet);
        int last = in.getInt(end);
        prove("SRTCP", rtcp.tag(packet, end, last), packet);
        int index = last & ~ENCRYPTED;
        if (reports.has(index)) {
            return Optional.empty();
        }
        reports.note(index);
        byte[] opened = Arrays.copyOf(packet, end);
        if ((last & ENCRYPTED) != 0) {
            rtcp.apply(in.getInt(4), index, opened, CONTROL_HEADER, end);
        }
        return Optional.of(opened);
    }

    private static void prove(String what, byte[] tag, byte[] packet) throws MalformedMessageException {
        int at = packet.length - SessionKeys.TAG;
        if (!MessageDigest.isEqual(tag, Arrays.copyOfRange(packet, at, packet.length))) {
            throw new MalformedMessageException(
                    what + " tag at byte " + at,
                    "it is not that of the " + at + " bytes before it: they were changed, or protected by another key");
        }
    }
}
