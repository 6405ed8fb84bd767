package dev.sallyport.protocol.msturn;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.StunAttribute;

/** Magic Cookie: the first attribute of every message, always the same ([MS-TURN] §2.2.2). */
public record MagicCookie() implements StunAttribute {

    /** Its type. */
    public static final int TYPE = 0x000f;

    /** How the attributes of every message begin: its type, length and value. */
    static final long START = 0x000f000472c64bc6L;

    private static final Octets VALUE = Octets.parse("72c64bc6");

    static MagicCookie read(Octets value) {
        if (!value.equals(VALUE)) {
            throw new IllegalArgumentException(value + " is not the magic cookie, " + VALUE);
        }
        return new MagicCookie();
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public Octets value(Octets transaction) {
        return VALUE;
    }
}
