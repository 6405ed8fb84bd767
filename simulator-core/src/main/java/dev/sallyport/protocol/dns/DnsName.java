package dev.sallyport.protocol.dns;

import dev.sallyport.exchange.Octets;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A domain name (RFC 1035 §3.1).
 *
 * @param wire its labels, each behind its length, as they came; without the empty label at the end
 */
public record DnsName(Octets wire) {

    /** The most bytes of a name, its end included (RFC 1035 §2.3.4). */
    static final int LONGEST = 255;

    /** The most bytes of a label. */
    static final int LONGEST_LABEL = 63;

    /** The name of the whole tree. */
    static final DnsName ROOT = new DnsName(Octets.NONE);

    /** Returns the name that a text with dots means; a dot at the end is none of its labels. */
    public static DnsName of(String text) {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        for (String label : text.isEmpty() ? new String[0] : text.split("\\.")) {
            byte[] bytes = label.getBytes(StandardCharsets.ISO_8859_1);
            if (bytes.length == 0 || bytes.length > LONGEST_LABEL) {
                throw new IllegalArgumentException("domain name '" + text + "': label '" + label + "' has "
                        + bytes.length + " bytes; 1 to 63 are needed (RFC 1035 §2.3.4)");
            }
            wire.write(bytes.length);
            wire.writeBytes(bytes);
        }
        if (wire.size() >= LONGEST) {
            throw new IllegalArgumentException("domain name '" + text + "' is longer than 255 bytes (RFC 1035 §2.3.4)");
        }
        return new DnsName(Octets.of(wire.toByteArray()));
    }

    /** Returns the labels, one character a byte, in lower case: names know no case (RFC 4343). */
    List<String> labels() {
        byte[] bytes = wire.toArray();
        List<String> labels = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += 1 + bytes[at]) {
            labels.add(new String(bytes, at + 1, bytes[at], StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
        }
        return labels;
    }

    /** Returns the name without its first label. */
    DnsName parent() {
        int first = 1 + wire.slice(0, 1).toArray()[0];
        return new DnsName(wire.slice(first, wire.length() - first));
    }

    /** Returns the name of that label below this one. */
    DnsName child(String label) {
        ByteArrayOutputStream child = new ByteArrayOutputStream();
        child.writeBytes(DnsName.of(label).wire.toArray());
        child.writeBytes(wire.toArray());
        return new DnsName(Octets.of(child.toByteArray()));
    }

    /** Tells whether this is another name or one below it. */
    boolean isWithin(DnsName other) {
        List<String> mine = labels();
        List<String> theirs = other.labels();
        return mine.size() >= theirs.size()
                && mine.subList(mine.size() - theirs.size(), mine.size()).equals(theirs);
    }

    /** Tells whether both are the same name, whatever their case. */
    boolean isSameAs(DnsName other) {
        return labels().equals(other.labels());
    }

    @Override
    public String toString() {
        return String.join(".", labels());
    }
}
