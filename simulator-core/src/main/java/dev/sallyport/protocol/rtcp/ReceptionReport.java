package dev.sallyport.protocol.rtcp;

import java.nio.ByteBuffer;

/**
 * What one end has received of a source (RFC 3550 §6.4.1).
 *
 * @param fractionLost of 256, since the report before
 * @param lost since the beginning, 24 bits with sign: negative where packets came twice
 * @param highest the highest sequence number with its cycles before it, 32 bits
 * @param jitter in units of the timestamp
 * @param lastReport the middle of the last sender report's time; 0 for none
 * @param delay since that report, in 1/65536 s
 */
public record ReceptionReport(
        int ssrc, int fractionLost, int lost, int highest, int jitter, int lastReport, int delay) {

    /** How many bytes it takes. */
    static final int SIZE = 24;

    private static final int MOST_LOST = 0x7fffff;

    /** Refuses what its fields cannot hold. */
    public ReceptionReport {
        if (fractionLost < 0 || fractionLost > 255 || lost > MOST_LOST || lost < ~MOST_LOST) {
            throw new IllegalArgumentException(
                    "loss " + lost + ", " + fractionLost + "/256: 24 bits with sign and 8 bits are possible");
        }
    }

    static ReceptionReport read(ByteBuffer in) {
        int ssrc = in.getInt();
        int loss = in.getInt();
        return new ReceptionReport(
                ssrc, loss >>> 24, loss << 8 >> 8, in.getInt(), in.getInt(), in.getInt(), in.getInt());
    }

    void write(ByteBuffer out) {
        out.putInt(ssrc).putInt(fractionLost << 24 | lost & 0xffffff);
        out.putInt(highest).putInt(jitter).putInt(lastReport).putInt(delay);
    }
}
