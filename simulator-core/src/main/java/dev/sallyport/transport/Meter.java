package dev.sallyport.transport;

import dev.sallyport.check.Traffic;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and digests what passes in one direction. Lives on its connection's event loop; its count may be read. */
final class Meter {

    private final MessageDigest digest = sha256();
    private long bytes;

    synchronized void passed(byte[] some) {
        digest.update(some);
        bytes += some.length;
    }

    synchronized Traffic traffic() {
        return bytes == 0 ? Traffic.NONE : new Traffic(bytes, HexFormat.of().formatHex(copy().digest()));
    }

    private MessageDigest copy() {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this JDK's SHA-256 cannot be read while it goes on", e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks SHA-256", e);
        }
    }
}
