package dev.sallyport.protocol.dns;

import dev.sallyport.exchange.Framing;
import dev.sallyport.exchange.MalformedMessageException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** One message a datagram, of at most 4,096 bytes, as EDNS commonly allows. */
final class DnsFraming implements Framing<DnsMessage> {

    static final int HEADER = 12;
    static final int LONGEST = 4096;

    private static final int POINTER_TO_QUESTION = 0xc000 | HEADER;

    /** Returns all there is: a datagram says its own length. */
    @Override
    public int length(ByteBuffer head) {
        return head.remaining();
    }

    /** Takes no notice of bytes behind the message, as servers do. */
    @Override
    public DnsMessage read(byte[] frame) throws MalformedMessageException {
        if (frame.length > LONGEST) {
            throw new MalformedMessageException("byte " + LONGEST, "the message goes on beyond it");
        }
        return new DnsReader(frame, 0).message();
    }

    @Override
    public byte[] write(DnsMessage message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        word(out, message.id());
        word(out, message.flags());
        word(out, message.questions().size());
        word(out, message.answers().size());
        word(out, message.authorities().size());
        word(out, message.additional().size());
        for (DnsQuestion question : message.questions()) {
            name(out, question.name());
            word(out, question.type());
            word(out, question.dnsClass());
        }
        message.answers().forEach(record -> record(out, record, message.questions()));
        message.authorities().forEach(record -> record(out, record, message.questions()));
        message.additional().forEach(record -> record(out, record, message.questions()));
        return out.toByteArray();
    }

    private static void record(ByteArrayOutputStream out, DnsRecord record, List<DnsQuestion> questions) {
        boolean asked = !questions.isEmpty()
                && !record.name().equals(DnsName.ROOT)
                && questions.get(0).name().equals(record.name());
        if (asked) {
            word(out, POINTER_TO_QUESTION);
        } else {
            name(out, record.name());
        }
        word(out, record.type());
        word(out, record.dnsClass());
        word(out, record.ttl() >>> 16);
        word(out, record.ttl());
        word(out, record.data().length());
        out.writeBytes(record.data().toArray());
    }

    private static void name(ByteArrayOutputStream out, DnsName name) {
        out.writeBytes(name.wire().toArray());
        out.write(0);
    }

    private static void word(ByteArrayOutputStream out, int value) {
        out.write(value >>> 8);
        out.write(value);
    }
}
