package dev.sallyport.protocol.srtp;

/**
 * Which packets of a source have come: the highest index, of 48 bits, and which of the 64 up to it (RFC 3711 §3.3.2).
 */
final class PacketWindow {

    private static final int SIZE = 64;
    private static final int HALF = 0x8000;

    private long highest = -1;
    private long come;

    /** Returns the index that a sequence number means: the one nearest to the highest (RFC 3711 appendix A). */
    long indexOf(int sequence) {
        if (highest < 0) {
            return sequence;
        }
        long rollover = highest >>> 16;
        int last = (int) highest & 0xffff;
        if (last < HALF && sequence - last > HALF && rollover > 0) {
            rollover--;
        } else if (last >= HALF && last - HALF > sequence) {
            rollover++;
        }
        return rollover << 16 | sequence;
    }

    /** Tells whether a packet had come before, or is too old to know. */
    boolean has(long index) {
        long age = highest - index;
        return age >= 0 && (age >= SIZE || (come >>> age & 1) != 0);
    }

    /** Notes a packet that has come, its tag proven. */
    void note(long index) {
        if (index > highest) {
            come = index - highest >= SIZE ? 0 : come << index - highest;
            highest = index;
        }
        come |= 1L << highest - index;
    }
}
