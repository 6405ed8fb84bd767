package dev.sallyport.protocol.dns;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads one message from front to back; pointers in names lead back only, so every name ends (RFC 1035 §4.1.4). */
final class DnsReader {

    private static final int POINTER = 0xc0;

    private final byte[] bytes;
    private int at;

    DnsReader(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    DnsMessage message() throws MalformedMessageException {
        int id = word("id");
        int flags = word("flags");
        int questions = word("number of questions");
        int answers = word("number of answers");
        int authorities = word("number of authorities");
        int additional = word("number of additional records");
        return new DnsMessage(
                id, flags, questions(questions), records(answers), records(authorities), records(additional));
    }

    private List<DnsQuestion> questions(int count) throws MalformedMessageException {
        List<DnsQuestion> questions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            questions.add(new DnsQuestion(name(), word("type"), word("class")));
        }
        return questions;
    }

    private List<DnsRecord> records(int count) throws MalformedMessageException {
        List<DnsRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            DnsName name = name();
            int type = word("type");
            int dnsClass = word("class");
            int ttl = word("time to live") << 16 | word("time to live");
            records.add(new DnsRecord(name, type, dnsClass, ttl, data(word("length"))));
        }
        return records;
    }

    private Octets data(int length) throws MalformedMessageException {
        require(length, "data");
        at += length;
        return Octets.of(bytes, at - length, length);
    }

    /** Reads the name that begins here; goes on behind its first pointer. */
    DnsName name() throws MalformedMessageException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        int begun = at;
        int behind = -1;
        for (int length = octet(); length != 0; length = octet()) {
            if ((length & POINTER) == POINTER) {
                int target = (length & ~POINTER) << 8 | octet();
                behind = behind < 0 ? at : behind;
                begun = back(target, begun);
            } else {
                label(length, wire);
            }
        }
        at = behind < 0 ? at : behind;
        return new DnsName(Octets.of(wire.toByteArray()));
    }

    /** No name stands in the header, and none of what comes later is known. */
    private int back(int target, int begun) throws MalformedMessageException {
        if (target >= begun || target < DnsFraming.HEADER) {
            throw new MalformedMessageException(
                    "name at byte " + begun, "its pointer to byte " + target + " leads to no earlier name");
        }
        at = target;
        return target;
    }

    private void label(int length, ByteArrayOutputStream wire) throws MalformedMessageException {
        if (length > DnsName.LONGEST_LABEL || wire.size() + length + 2 > DnsName.LONGEST) {
            throw new MalformedMessageException(
                    "label at byte " + (at - 1),
                    length > DnsName.LONGEST_LABEL
                            ? String.format("0x%02x is neither a length nor a pointer", length)
                            : "the name is longer than 255 bytes");
        }
        require(length, "label");
        wire.write(length);
        wire.write(bytes, at, length);
        at += length;
    }

    private int word(String what) throws MalformedMessageException {
        require(2, what);
        return octet() << 8 | octet();
    }

    private int octet() throws MalformedMessageException {
        require(1, "name");
        return bytes[at++] & 0xff;
    }

    private void require(int length, String what) throws MalformedMessageException {
        if (bytes.length - at < length) {
            throw new MalformedMessageException(
                    what + " at byte " + at, length + " bytes are needed, " + (bytes.length - at) + " are left");
        }
    }
}
