package dev.sallyport.protocol.rtcp;

/**
 * What has been received of one source: cycles, expected and lost packets as RFC 3550 appendix A.1 and A.3 count them.
 *
 * <p>Jitter (A.8) is left at 0: it is made of arrival times, and protocols see no clock.
 */
public final class Received {

    private static final int CYCLE = 0x10000;
    private static final int HALF = 0x8000;

    private int packets;
    private int first;
    private int highest;
    private int expectedBefore;
    private int packetsBefore;

    /** Counts a packet by its sequence number, 16 bits. */
    public void packet(int sequence) {
        if (packets == 0) {
            first = sequence;
            highest = sequence;
        }
        packets++;
        int ahead = sequence - highest & CYCLE - 1;
        if (ahead < HALF) {
            highest += ahead;
        }
    }

    /** Returns how many have come, those that came twice counted twice. */
    public int packets() {
        return packets;
    }

    /** Returns the report on the source, and begins a new interval. */
    public ReceptionReport report(int ssrc) {
        int expected = packets == 0 ? 0 : highest - first + 1;
        int expectedNow = expected - expectedBefore;
        int lostNow = expectedNow - (packets - packetsBefore);
        int fraction = expectedNow == 0 || lostNow <= 0 ? 0 : Math.min(255, (lostNow << 8) / expectedNow);
        expectedBefore = expected;
        packetsBefore = packets;
        return new ReceptionReport(ssrc, fraction, within(expected - packets), highest, 0, 0, 0);
    }

    private static int within(int lost) {
        return Math.max(-0x800000, Math.min(0x7fffff, lost));
    }
}
