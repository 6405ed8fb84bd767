package dev.sallyport.transport;

import dev.sallyport.check.Kept;
import dev.sallyport.check.Traffic;
import dev.sallyport.exchange.Naming;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Counts and digests what passes in one direction. Lives on its connection's event loop; its count may be read. */
final class Meter {

    private static final BigInteger DIGESTS = BigInteger.ONE.shiftLeft(256);

    private final boolean ordered;
    private final Optional<Beginning> beginning;
    private final MessageDigest digest = sha256();
    private BigInteger sum = BigInteger.ZERO;
    private long bytes;
    private boolean whole;

    private Meter(boolean ordered, Optional<Keeping> keeping) {
        this.ordered = ordered;
        this.beginning = keeping.map(room -> new Beginning(ordered, room));
    }

    /** Meters a stream, whose bytes have one order. */
    static Meter ofStream() {
        return new Meter(true, Optional.empty());
    }

    /** Meters datagrams, which may overtake each other: their order does not change the digest. */
    static Meter ofDatagrams() {
        return new Meter(false, Optional.empty());
    }

    /** Meters a TCP connection or a UDP peer, and keeps the beginning where there is room. */
    static Meter keeping(boolean ordered, Keeping room) {
        return new Meter(ordered, Optional.of(room));
    }

    synchronized void passed(byte[] some) {
        if (ordered) {
            digest.update(some);
        } else {
            sum = sum.add(new BigInteger(1, digest.digest(some))).mod(DIGESTS);
        }
        bytes += some.length;
        beginning.ifPresent(kept -> kept.passed(some));
    }

    /** Notes that the stream ended in order: nothing is still to come. */
    synchronized void ended() {
        whole = true;
    }

    synchronized long bytes() {
        return bytes;
    }

    synchronized Traffic traffic() {
        return new Traffic(bytes, bytes == 0 ? "" : digested(), whole);
    }

    /** Returns the same with its beginning, as that protocol names it. */
    synchronized Traffic traffic(Naming naming) {
        Traffic summed = traffic();
        Optional<Kept> kept = beginning.filter(b -> bytes > 0).map(b -> b.kept(naming));
        return new Traffic(summed.bytes(), summed.digest(), summed.whole(), kept);
    }

    private String digested() {
        return ordered ? HexFormat.of().formatHex(copy().digest()) : String.format("%064x", sum);
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
