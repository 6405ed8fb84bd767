package dev.sallyport.check;

/**
 * What one end sent or received in one direction, above TLS.
 *
 * @param bytes how many
 * @param digest SHA-256 of all of them in order, in hexadecimal; empty where none were
 */
public record Traffic(long bytes, String digest) {

    /** Nothing. */
    public static final Traffic NONE = new Traffic(0, "");

    /** Tells whether as many bytes came out as went in, and yet not the same ones. */
    public boolean altered(Traffic arrived) {
        return bytes == arrived.bytes && !digest.equals(arrived.digest);
    }
}
