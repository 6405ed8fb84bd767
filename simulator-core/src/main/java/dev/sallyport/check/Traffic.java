package dev.sallyport.check;

/**
 * What one end sent or received in one direction, above TLS.
 *
 * @param bytes how many
 * @param digest SHA-256 of all of them in order, in hexadecimal; empty where none were. Over UDP, where datagrams may
 *     overtake each other, the sum of the datagrams' own, modulo 2^256
 * @param whole whether the end of the stream was seen, so that nothing is still to come; never over UDP
 */
public record Traffic(long bytes, String digest, boolean whole) {

    /** Nothing, so far. */
    public static final Traffic NONE = new Traffic(0, "", false);

    /** Tells whether the same count of bytes arrived as was sent, and yet not the same ones. */
    public boolean rewritten(Traffic arrived) {
        return bytes == arrived.bytes && !digest.equals(arrived.digest);
    }

    /** Tells whether bytes were put in, or taken out of a stream that arrived to its end. */
    public boolean resized(Traffic arrived) {
        return arrived.bytes > bytes || arrived.whole && arrived.bytes < bytes;
    }
}
