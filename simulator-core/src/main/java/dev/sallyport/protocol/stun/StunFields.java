package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.Field;
import dev.sallyport.exchange.Naming;
import dev.sallyport.exchange.Octets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Names the parts of STUN and TURN messages: header and attributes, as IANA registers them; whatever else comes among
 * them is named by its place.
 */
public final class StunFields {

    /** How STUN, and what is built on it, names its bytes. */
    public static final Naming NAMING = new Naming("stun", StunFields::of);

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0x0001, "MAPPED-ADDRESS"),
            Map.entry(0x0006, "USERNAME"),
            Map.entry(0x0008, "MESSAGE-INTEGRITY"),
            Map.entry(0x0009, "ERROR-CODE"),
            Map.entry(0x000a, "UNKNOWN-ATTRIBUTES"),
            Map.entry(0x000c, "CHANNEL-NUMBER"),
            Map.entry(0x000d, "LIFETIME"),
            Map.entry(0x0012, "XOR-PEER-ADDRESS"),
            Map.entry(0x0013, "DATA"),
            Map.entry(0x0014, "REALM"),
            Map.entry(0x0015, "NONCE"),
            Map.entry(0x0016, "XOR-RELAYED-ADDRESS"),
            Map.entry(0x0017, "REQUESTED-ADDRESS-FAMILY"),
            Map.entry(0x0018, "EVEN-PORT"),
            Map.entry(0x0019, "REQUESTED-TRANSPORT"),
            Map.entry(0x0020, "XOR-MAPPED-ADDRESS"),
            Map.entry(0x0024, "PRIORITY"),
            Map.entry(0x0025, "USE-CANDIDATE"),
            Map.entry(0x8022, "SOFTWARE"),
            Map.entry(0x8028, "FINGERPRINT"),
            Map.entry(0x8029, "ICE-CONTROLLED"),
            Map.entry(0x802a, "ICE-CONTROLLING"));

    private final byte[] bytes;
    private final ByteBuffer in;
    private final List<Field> found = new ArrayList<>();
    private int end;

    private StunFields(byte[] bytes) {
        this.bytes = bytes;
        this.in = ByteBuffer.wrap(bytes);
    }

    private static List<Field> of(byte[] bytes) {
        StunFields fields = new StunFields(bytes);
        while (fields.isMessage()) {
            fields.message();
        }
        fields.rest();
        return fields.found;
    }

    private boolean isMessage() {
        return in.remaining() >= StunMessage.HEADER
                && (in.get(in.position()) & 0xc0) == 0
                && in.getInt(in.position() + 4) == StunMessage.COOKIE;
    }

    private void message() {
        end = in.position() + StunMessage.HEADER + Short.toUnsignedInt(in.getShort(in.position() + 2));
        found.add(new Field("message type", String.format("0x%04x", in.getShort())));
        found.add(new Field("message length", String.valueOf(Short.toUnsignedInt(in.getShort()))));
        in.getInt();
        Octets transaction = Octets.of(bytes, in.position(), 12);
        found.add(new Field("transaction ID", transaction.hex()));
        in.position(in.position() + 12);
        while (in.position() + 4 <= Math.min(end, bytes.length) && attribute(transaction)) {
            // the next one follows
        }
    }

    /** Tells whether it was whole. */
    private boolean attribute(Octets transaction) {
        int at = in.position();
        int type = Short.toUnsignedInt(in.getShort(at));
        int length = Short.toUnsignedInt(in.getShort(at + 2));
        int padded = StunMessage.padded(length);
        if (at + 4 + padded > bytes.length) {
            return false;
        }
        Octets value = Octets.of(bytes, at + 4, length);
        String padding = Octets.of(bytes, at + 4 + length, padded - length).hex();
        String zeros = padding.replace("0", "").isEmpty() ? "" : " padded with " + padding;
        found.add(new Field(name(type), words(type, value, transaction) + zeros));
        in.position(at + 4 + padded);
        return true;
    }

    private static String name(int type) {
        return NAMES.getOrDefault(type, String.format("attribute 0x%04x", type));
    }

    /** Says addresses and texts as people write them, where that loses nothing. */
    private static String words(int type, Octets value, Octets transaction) {
        boolean address = value.length() == 8 && value.toArray()[0] == 0 && value.toArray()[1] == 1;
        if (address && name(type).endsWith("-ADDRESS")) {
            return address(ByteBuffer.wrap(value.toArray()), name(type).startsWith("XOR-"));
        }
        String text = new String(value.toArray(), StandardCharsets.US_ASCII);
        return !text.isEmpty() && text.chars().allMatch(c -> c >= ' ' && c < 0x7f) ? '"' + text + '"' : value.hex();
    }

    private static String address(ByteBuffer value, boolean xored) {
        int port = Short.toUnsignedInt(value.getShort(2)) ^ (xored ? StunMessage.COOKIE >>> 16 : 0);
        int host = value.getInt(4) ^ (xored ? StunMessage.COOKIE : 0);
        return (host >>> 24) + "." + (host >>> 16 & 0xff) + "." + (host >>> 8 & 0xff) + "." + (host & 0xff) + ":"
                + port;
    }

    private void rest() {
        Octets rest = Octets.of(bytes, in.position(), in.remaining());
        if (in.hasRemaining() && bytes.length < end) {
            found.add(new Field("a message cut off", rest.hex()));
        } else {
            found.addAll(Field.unnamed(rest.toArray()));
        }
    }
}
