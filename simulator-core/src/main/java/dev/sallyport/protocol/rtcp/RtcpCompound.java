package dev.sallyport.protocol.rtcp;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads and writes the packets of one datagram (RFC 3550 §6.1), any first, as {@code a=rtcp-rsize} allows (RFC 5506).
 */
public final class RtcpCompound {

    private static final int HEADER = 4;
    private static final int SENDER = 28;
    private static final int RECEIVER = 8;

    private RtcpCompound() {}

    /** Returns the packets in order; what they say is never lost, {@link #write} gives the same bytes. */
    public static List<RtcpPacket> read(Octets compound) throws MalformedMessageException {
        List<RtcpPacket> packets = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(compound.toArray());
        while (in.hasRemaining() || packets.isEmpty()) {
            int at = in.position();
            int length = length(in);
            packets.add(packet(compound.slice(at, length)));
            in.position(at + length);
        }
        return packets;
    }

    /** Returns the packets one behind the other. */
    public static Octets write(List<RtcpPacket> packets) {
        List<byte[]> parts =
                packets.stream().map(packet -> bytes(packet).toArray()).toList();
        ByteBuffer out =
                ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
        parts.forEach(out::put);
        return Octets.of(out.array());
    }

    private static int length(ByteBuffer in) throws MalformedMessageException {
        String place = "RTCP packet at byte " + in.position();
        if (in.remaining() < HEADER || (in.get(in.position()) & 0xc0) != 0x80) {
            throw new MalformedMessageException(place, in.remaining() + " bytes are no RTCP of version 2");
        }
        int length = HEADER + 4 * Short.toUnsignedInt(in.getShort(in.position() + 2));
        if (length > in.remaining()) {
            throw new MalformedMessageException(
                    place, length + " bytes are more than the " + in.remaining() + " that follow");
        }
        return length;
    }

    private static RtcpPacket packet(Octets bytes) {
        RtcpPacket raw = new RawRtcp(bytes);
        RtcpPacket known = known(bytes);
        return bytes(known).equals(bytes) ? known : raw;
    }

    private static RtcpPacket known(Octets bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes.toArray());
        int count = in.get() & 0x1f;
        int type = in.get() & 0xff;
        in.getShort();
        int reports = count * ReceptionReport.SIZE;
        if (type == SenderReport.TYPE && bytes.length() == SENDER + reports) {
            return new SenderReport(
                    in.getInt(), in.getLong(), in.getInt(), in.getInt(), in.getInt(), reports(in, count));
        }
        if (type == ReceiverReport.TYPE && bytes.length() == RECEIVER + reports) {
            return new ReceiverReport(in.getInt(), reports(in, count));
        }
        if (type == SourceDescription.TYPE && count == 1 && bytes.length() > RECEIVER + 2) {
            int ssrc = in.getInt();
            in.get();
            int length = Math.min(in.get() & 0xff, in.remaining());
            return new SourceDescription(
                    ssrc, bytes.slice(in.position(), length).text());
        }
        return new RawRtcp(bytes);
    }

    private static List<ReceptionReport> reports(ByteBuffer in, int count) {
        List<ReceptionReport> reports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            reports.add(ReceptionReport.read(in));
        }
        return reports;
    }

    private static Octets bytes(RtcpPacket packet) {
        if (packet instanceof SenderReport sender) {
            ByteBuffer out = head(SenderReport.TYPE, SENDER, sender.reports());
            out.putInt(sender.ssrc()).putLong(sender.ntp()).putInt(sender.timestamp());
            return ended(out.putInt(sender.packets()).putInt(sender.octets()), sender.reports());
        }
        if (packet instanceof ReceiverReport receiver) {
            ByteBuffer out = head(ReceiverReport.TYPE, RECEIVER, receiver.reports());
            return ended(out.putInt(receiver.ssrc()), receiver.reports());
        }
        return packet instanceof SourceDescription source ? bytes(source) : ((RawRtcp) packet).bytes();
    }

    /** The item ends with zeros up to a multiple of four bytes, one at least. */
    private static Octets bytes(SourceDescription source) {
        byte[] name = source.name().getBytes(StandardCharsets.UTF_8);
        int length = RECEIVER + 2 + name.length + 4 & ~3;
        ByteBuffer out = head(1, SourceDescription.TYPE, length).putInt(source.ssrc());
        return Octets.of(out.put((byte) SourceDescription.CNAME)
                .put((byte) name.length)
                .put(name)
                .array());
    }

    private static ByteBuffer head(int type, int length, List<ReceptionReport> reports) {
        return head(reports.size(), type, length + ReceptionReport.SIZE * reports.size());
    }

    private static ByteBuffer head(int count, int type, int length) {
        ByteBuffer out = ByteBuffer.allocate(length);
        return out.put((byte) (0x80 | count)).put((byte) type).putShort((short) (length / 4 - 1));
    }

    private static Octets ended(ByteBuffer out, List<ReceptionReport> reports) {
        reports.forEach(report -> report.write(out));
        return Octets.of(out.array());
    }

    static void requireCount(int reports) {
        if (reports > 31) {
            throw new IllegalArgumentException(reports + " reception reports are more than the 31 of one packet");
        }
    }
}
