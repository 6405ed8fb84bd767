package dev.sallyport.transport;

import dev.sallyport.check.Traffic;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and digests what passes in one direction. Lives on its connection's event loop; its count may be read. */
final class Meter {

    private final MessageDigest digest = sha256();
    private long bytes;
    private boolean whole;

    synchronized void passed(byte[] some) {
        digest.update(some);
        bytes += some.length;
    }

    /** Notes that the stream ended in order: nothing is still to come. */
    synchronized void ended() {
        whole = true;
    }

    synchronized Traffic traffic() {
        String passed = bytes == 0 ? "" : HexFormat.of().formatHex(copy().digest());
        return new Traffic(bytes, passed, whole);
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
