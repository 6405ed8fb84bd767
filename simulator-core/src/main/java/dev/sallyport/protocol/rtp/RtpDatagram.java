package dev.sallyport.protocol.rtp;

import dev.sallyport.exchange.Framing;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.rtcp.RtcpCompound;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads and writes one datagram's RTP or RTCP (RFC 3550 §5.1). */
final class RtpDatagram implements Framing<RtpMessage> {

    private static final int HEADER = 12;
    private static final int PADDED = 0x20;
    private static final int EXTENDED = 0x10;

    /** Returns all there is: a datagram says its own length. */
    @Override
    public int length(ByteBuffer head) {
        return head.remaining();
    }

    @Override
    public RtpMessage read(byte[] frame) throws MalformedMessageException {
        if (frame.length < 2 || (frame[0] & 0xc0) != 0x80) {
            throw new MalformedMessageException("byte 0", frame.length + " bytes are no RTP of version 2");
        }
        if (RtcpMessage.isType(frame[1] & 0xff)) {
            return new RtcpMessage(RtcpCompound.read(Octets.of(frame)));
        }
        if (frame.length < HEADER) {
            throw new MalformedMessageException("byte " + frame.length, "the header has 12 bytes");
        }
        return rtp(ByteBuffer.wrap(frame));
    }

    @Override
    public byte[] write(RtpMessage message) {
        if (message instanceof RtpPacket packet) {
            return bytes(packet);
        }
        if (message instanceof RtcpMessage rtcp) {
            return RtcpCompound.write(rtcp.packets()).toArray();
        }
        throw new IllegalArgumentException("neither RTP nor RTCP: " + message);
    }

    private static RtpPacket rtp(ByteBuffer in) throws MalformedMessageException {
        int first = in.get();
        int second = in.get();
        int sequence = Short.toUnsignedInt(in.getShort());
        int timestamp = in.getInt();
        int ssrc = in.getInt();
        List<Integer> csrcs = csrcs(in, first & 0x0f);
        Optional<RtpExtension> extension = (first & EXTENDED) == 0 ? Optional.empty() : Optional.of(extension(in));
        int padding = (first & PADDED) == 0 ? 0 : padding(in);
        return new RtpPacket(
                (second & 0x80) != 0,
                second & 0x7f,
                sequence,
                timestamp,
                ssrc,
                csrcs,
                extension,
                taken(in, in.remaining() - padding),
                taken(in, padding));
    }

    private static List<Integer> csrcs(ByteBuffer in, int count) throws MalformedMessageException {
        require(in, 4 * count, "CSRC list");
        List<Integer> csrcs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            csrcs.add(in.getInt());
        }
        return csrcs;
    }

    private static RtpExtension extension(ByteBuffer in) throws MalformedMessageException {
        require(in, 4, "extension");
        int profile = Short.toUnsignedInt(in.getShort());
        int length = 4 * Short.toUnsignedInt(in.getShort());
        require(in, length, "extension");
        return new RtpExtension(profile, taken(in, length));
    }

    private static int padding(ByteBuffer in) throws MalformedMessageException {
        int length = in.hasRemaining() ? in.get(in.limit() - 1) & 0xff : 0;
        if (length == 0 || length > in.remaining()) {
            throw new MalformedMessageException(
                    "padding at byte " + (in.limit() - 1), length + " bytes, where 1 to " + in.remaining() + " can be");
        }
        return length;
    }

    private static void require(ByteBuffer in, int length, String what) throws MalformedMessageException {
        if (in.remaining() < length) {
            throw new MalformedMessageException(
                    what + " at byte " + in.position(),
                    length + " bytes are more than the " + in.remaining() + " that follow");
        }
    }

    private static Octets taken(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return Octets.of(bytes);
    }

    private static byte[] bytes(RtpPacket packet) {
        int extension = packet.extension().map(more -> 4 + more.data().length()).orElse(0);
        ByteBuffer out = ByteBuffer.allocate(HEADER
                + 4 * packet.csrcs().size()
                + extension
                + packet.payload().length()
                + packet.padding().length());
        int padded = packet.padding().length() > 0 ? PADDED : 0;
        int extended = packet.extension().isPresent() ? EXTENDED : 0;
        out.put((byte) (0x80 | padded | extended | packet.csrcs().size()));
        out.put((byte) ((packet.marker() ? 0x80 : 0) | packet.payloadType()));
        out.putShort((short) packet.sequence()).putInt(packet.timestamp()).putInt(packet.ssrc());
        packet.csrcs().forEach(out::putInt);
        packet.extension().ifPresent(more -> out.putShort((short) more.profile())
                .putShort((short) (more.data().length() / 4))
                .put(more.data().toArray()));
        return out.put(packet.payload().toArray())
                .put(packet.padding().toArray())
                .array();
    }
}
