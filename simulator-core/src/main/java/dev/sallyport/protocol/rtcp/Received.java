package dev.sallyport.protocol.rtcp;

/**
 * What has been received of one source: cycles, expected and lost packets, and jitter, as RFC 3550 appendix A.1, A.3 and
 * A.8 reckon them.
 */
public final class Received {

    private static final int CYCLE = 0x10000;
    private static final int HALF = 0x8000;
    private static final long NANOS = 1_000_000_000L;

    private final int rate;
    private int packets;
    private int first;
    private int highest;
    private int expectedBefore;
    private int packetsBefore;
    private long firstArrived;
    private int transit;
    private int sixteenJitters;

    /**
     * Begins to count.
     *
     * @param rate units of the timestamp in a second
     */
    public Received(int rate) {
        this.rate = rate;
    }

    /**
     * Counts a packet.
     *
     * @param sequence 16 bits
     * @param timestamp 32 bits
     * @param arrivedNanos when it came, since any moment
     */
    public void packet(int sequence, int timestamp, long arrivedNanos) {
        if (packets == 0) {
            first = sequence;
            highest = sequence;
            firstArrived = arrivedNanos;
        }
        vary(timestamp, ticks(arrivedNanos - firstArrived));
        packets++;
        int ahead = sequence - highest & CYCLE - 1;
        if (ahead < HALF) {
            highest += ahead;
        }
    }

    private int ticks(long nanos) {
        return (int) (nanos / NANOS * rate + nanos % NANOS * rate / NANOS);
    }

    /** A.8, in whole numbers: a sixteenth of each difference in transit time. */
    private void vary(int timestamp, int arrived) {
        int now = arrived - timestamp;
        if (packets > 0) {
            sixteenJitters += Math.abs(now - transit) - (sixteenJitters + 8 >> 4);
        }
        transit = now;
    }

    /** Returns how many have come, those that came twice counted twice. */
    public int packets() {
        return packets;
    }

    /** Returns how many should have come before the last one and did not; negative where some came twice. */
    public int lost() {
        return within(expected() - packets);
    }

    /** Returns the jitter until now, in milliseconds. */
    public double jitterMillis() {
        return millis(sixteenJitters >> 4, rate);
    }

    /** Returns a jitter of a report in milliseconds. */
    public static double millis(int jitter, int rate) {
        return Integer.toUnsignedLong(jitter) * 1_000.0 / rate;
    }

    /** Returns the report on the source, and begins a new interval. */
    public ReceptionReport report(int ssrc) {
        int expectedNow = expected() - expectedBefore;
        int lostNow = expectedNow - (packets - packetsBefore);
        int fraction = expectedNow == 0 || lostNow <= 0 ? 0 : Math.min(255, (lostNow << 8) / expectedNow);
        expectedBefore = expected();
        packetsBefore = packets;
        return new ReceptionReport(ssrc, fraction, lost(), highest, sixteenJitters >> 4, 0, 0);
    }

    private int expected() {
        return packets == 0 ? 0 : highest - first + 1;
    }

    private static int within(int lost) {
        return Math.max(-0x800000, Math.min(0x7fffff, lost));
    }
}
