package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Naming;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * SIP over a byte stream: headers to the empty line, then as many bytes as Content-Length says (RFC 3261 §18.3), and
 * keep-alives between messages (RFC 5626 §4.4.1).
 *
 * <p>Headers are bounded to 64 KiB, a body to 1 MiB. Messages that stand before a malformed one are still returned; the
 * exception comes with the next call then, and with every later one.
 */
final class SipCodec implements Codec<SipMessage> {

    static final int LONGEST_HEAD = 64 * 1024;
    static final int LONGEST_BODY = 1024 * 1024;

    private static final byte[] NOTHING = {};

    private byte[] kept = NOTHING;
    private int from;
    private int to;
    private int scanned;
    private SipHead head;
    private MalformedMessageException broken;

    @Override
    public Naming naming() {
        return SipFields.NAMING;
    }

    @Override
    public byte[] encode(SipMessage message) {
        return message.bytes();
    }

    @Override
    public List<SipMessage> decode(byte[] bytes) throws MalformedMessageException {
        if (broken != null) {
            throw broken;
        }
        keep(bytes);
        List<SipMessage> messages = new ArrayList<>();
        try {
            for (SipMessage next = next(); next != null; next = next()) {
                messages.add(next);
            }
        } catch (MalformedMessageException e) {
            restart();
            broken = e;
            if (messages.isEmpty()) {
                throw e;
            }
        }
        release();
        return messages;
    }

    @Override
    public void restart() {
        kept = NOTHING;
        from = 0;
        to = 0;
        scanned = 0;
        head = null;
        broken = null;
    }

    /** Returns the next whole message, or null while there is none. */
    private SipMessage next() throws MalformedMessageException {
        if (head == null) {
            KeepAlive ping = betweenMessages();
            if (ping != null) {
                return ping;
            }
            int end = endOfHead();
            if (end < 0) {
                return null;
            }
            head = SipHead.read(new String(kept, from, end - from, StandardCharsets.ISO_8859_1));
        }
        int length = head.text().length() + head.contentLength();
        if (to - from < length) {
            return null;
        }
        byte[] bytes = Arrays.copyOfRange(kept, from, from + length);
        SipHead whole = head;
        consume(length);
        return SipReader.read(whole, bytes);
    }

    /** Skips line ends before a message (RFC 3261 §7.5); two of them are a ping. */
    private KeepAlive betweenMessages() {
        while (lineEndAt(from)) {
            if (lineEndAt(from + 2)) {
                consume(4);
                return KeepAlive.PING;
            }
            if (to - from == 2 || to - from == 3 && kept[from + 2] == '\r') {
                return null;
            }
            consume(2);
        }
        return null;
    }

    private boolean lineEndAt(int at) {
        return to - at >= 2 && kept[at] == '\r' && kept[at + 1] == '\n';
    }

    /** Returns the byte after the empty line, or -1 while it has not come. */
    private int endOfHead() throws MalformedMessageException {
        if (onlyLineEndsSoFar()) {
            return -1;
        }
        if (from < to) {
            HeadBytes.checkFirst(kept[from]);
        }
        for (int i = Math.max(scanned, from); i < to; i++) {
            HeadBytes.check(kept, from, i);
            if (kept[i] == '\n' && i - 3 >= from && lineEndAt(i - 3)) {
                return i + 1;
            }
            if (i - from >= LONGEST_HEAD) {
                throw new MalformedMessageException(
                        "headers at byte " + (i - from), "no empty line in " + LONGEST_HEAD + " bytes ends them");
            }
            scanned = i + 1;
        }
        return -1;
    }

    private boolean onlyLineEndsSoFar() {
        return to - from <= 3 && from < to && kept[from] == '\r' && (to - from == 1 || kept[from + 1] == '\n');
    }

    private void consume(int length) {
        from += length;
        scanned = from;
        head = null;
    }

    private void keep(byte[] bytes) {
        if (to + bytes.length > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(2 * kept.length, to + bytes.length));
        }
        System.arraycopy(bytes, 0, kept, to, bytes.length);
        to += bytes.length;
    }

    /** Moves what is incomplete to the front; holds no more memory than a common message needs while there is nothing. */
    private void release() {
        if (from == 0) {
            return;
        }
        if (from == to && kept.length > LONGEST_HEAD) {
            kept = NOTHING;
        } else {
            System.arraycopy(kept, from, kept, 0, to - from);
        }
        to -= from;
        scanned -= from;
        from = 0;
    }
}
