package dev.sallyport.exchange;

import java.util.Locale;

/** How far one end came; in this order. */
public enum Stage {
    /** Finding the address of a name. */
    RESOLVE,
    /** Opening the connection; UDP has none and begins with its request. */
    CONNECT,
    /** The TLS handshake. */
    TLS,
    /** The first message, up to the first answer. */
    REQUEST,
    /** What follows the first answer. */
    REPLY,
    /** Media. */
    STREAM,
    /** Standing silent. */
    IDLE;

    /** Returns the stage as reports write it, {@code connect}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads what {@link #text} wrote. */
    public static Stage parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
