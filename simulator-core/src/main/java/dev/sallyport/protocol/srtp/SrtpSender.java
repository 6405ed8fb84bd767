package dev.sallyport.protocol.srtp;

import dev.sallyport.exchange.MalformedMessageException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Protects what one end sends: RTP as SRTP, RTCP as SRTCP (RFC 3711 §3.3, §3.4). */
public final class SrtpSender {

    private final SessionKeys rtp;
    private final SessionKeys rtcp;
    private final Sources sources = new Sources();
    private int reports;

    /** Makes the sender of this key. */
    public SrtpSender(MasterKey master) {
        rtp = SessionKeys.forRtp(master);
        rtcp = SessionKeys.forRtcp(master);
    }

    /** Returns the packet with its payload encrypted and its tag added: ten bytes more. */
    public byte[] protect(byte[] packet) {
        RtpHeader header = header(packet);
        PacketWindow window = sources.of(header.ssrc());
        long index = window.indexOf(header.sequence());
        window.note(index);
        sources.keep(header.ssrc(), window);
        byte[] out = Arrays.copyOf(packet, packet.length + SessionKeys.TAG);
        rtp.apply(header.ssrc(), index, out, header.length(), packet.length);
        byte[] tag = rtp.tag(out, packet.length, (int) (index >>> 16));
        System.arraycopy(tag, 0, out, packet.length, tag.length);
        return out;
    }

    /** Returns the compound packet encrypted but for its first eight bytes, with index and tag: 14 bytes more. */
    public byte[] protectControl(byte[] packet) {
        int index = ++reports & Integer.MAX_VALUE;
        ByteBuffer out = ByteBuffer.allocate(packet.length + SrtpReceiver.INDEX + SessionKeys.TAG);
        out.put(packet).putInt(index | SrtpReceiver.ENCRYPTED);
        rtcp.apply(out.getInt(4), index, out.array(), SrtpReceiver.CONTROL_HEADER, packet.length);
        return out.put(rtcp.tag(out.array(), packet.length, index | SrtpReceiver.ENCRYPTED))
                .array();
    }

    private static RtpHeader header(byte[] packet) {
        try {
            return RtpHeader.read(packet, packet.length);
        } catch (MalformedMessageException e) {
            throw new IllegalArgumentException("what is to be protected is no RTP packet: " + e.getMessage(), e);
        }
    }
}
