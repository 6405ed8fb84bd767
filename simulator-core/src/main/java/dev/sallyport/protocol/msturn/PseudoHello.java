package dev.sallyport.protocol.msturn;

import dev.sallyport.exchange.Octets;

/**
 * What a TCP connection to the relay begins with, so that middleboxes take it for TLS ([MS-TURN] §2.1.1): a
 * ClientHello, answered by a ServerHello and a ServerHelloDone in one record. No certificate, no encryption follows.
 *
 * @param side who says it
 * @param random 32 bytes; the first four are a time in TLS
 * @param session 32 bytes of the server's choice; none of the client's
 */
public record PseudoHello(Side side, Octets random, Octets session) implements MsTurnMessage {

    private static final int RANDOM_AT = 11;
    private static final int RANDOM = 32;
    private static final int SESSION_AT = 44;

    /** Whose hello; each is a fixed number of bytes around what can be chosen. */
    public enum Side {
        /** Offers TLS_DH_anon_WITH_RC4_128_MD5 alone, without extensions. */
        CLIENT("160301002d" + "01000029" + "0301", "00" + "00020018" + "0100", 0),
        /** Takes it. */
        SERVER("160301004e" + "02000046" + "0301", "0018" + "00" + "0e000000", 32);

        private final Octets before;
        private final Octets after;
        private final int session;

        Side(String before, String after, int session) {
            this.before = Octets.parse(before);
            this.after = Octets.parse(after);
            this.session = session;
        }

        /** Returns what stands before random and session. */
        Octets before() {
            return before;
        }

        int length() {
            return RANDOM_AT + RANDOM + (session == 0 ? 0 : 1 + session) + after.length();
        }
    }

    /** Refuses what does not fit. */
    public PseudoHello {
        if (random.length() != RANDOM || session.length() != side.session) {
            throw new IllegalArgumentException("random of " + random.length() + " and session of " + session.length()
                    + " bytes: a hello of the " + side + " has 32 and " + side.session);
        }
    }

    /** Returns the bytes: 50 of a client, 83 of a server. */
    public Octets wire() {
        String id = side == Side.SERVER ? "20" + session.hex() : "";
        return Octets.parse(side.before.hex() + random.hex() + id + side.after.hex());
    }

    /**
     * Reads a hello of that side.
     *
     * @throws IllegalArgumentException when other bytes than random and session are not as they must be
     */
    static PseudoHello read(Side side, Octets bytes) {
        if (bytes.length() != side.length()) {
            throw new IllegalArgumentException(bytes.length() + " bytes are no hello, which has " + side.length());
        }
        Octets session = side == Side.SERVER ? bytes.slice(SESSION_AT, side.session) : Octets.NONE;
        PseudoHello hello = new PseudoHello(side, bytes.slice(RANDOM_AT, RANDOM), session);
        if (!hello.wire().equals(bytes)) {
            throw new IllegalArgumentException("a hello of real TLS, or of another make: " + bytes);
        }
        return hello;
    }
}
