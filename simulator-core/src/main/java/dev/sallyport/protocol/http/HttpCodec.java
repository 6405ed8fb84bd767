package dev.sallyport.protocol.http;

import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * HTTP/1.1 messages on a connection (RFC 9112), several one after another.
 *
 * <p>Keeps at most a head of 64 KiB and a body of 1 MiB. Trailers are read and dropped (§7.1.2). A response whose body
 * ends with the connection is given when its head is whole, without that body: the codec does not see the close.
 * Messages before a malformed one in the same bytes are given first; what follows a malformed one is dropped.
 */
public final class HttpCodec implements Codec<HttpMessage> {

    /** The most bytes of a head, and of a trailer section. */
    public static final int MOST_HEAD = 1 << 16;

    private enum State {
        START_LINE,
        FIELDS,
        FIXED_BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILERS,
        DROPPING
    }

    private final Deque<String> asked = new ArrayDeque<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final List<HttpHeader> fields = new ArrayList<>();
    private State state = State.START_LINE;
    private String startLine = "";
    private HttpMessage begun;
    private boolean lineReturned;
    private int headBytes;
    private int awaited;
    private MalformedMessageException refused;

    /** Writes head and body; the body must be what the headers say of it. */
    @Override
    public byte[] encode(HttpMessage message) {
        if (message instanceof HttpMessage.Request request) {
            asked.add(request.method());
        }
        return HttpEncoder.encode(message);
    }

    @Override
    public List<HttpMessage> decode(byte[] bytes) throws MalformedMessageException {
        List<HttpMessage> whole = new ArrayList<>();
        if (refused == null) {
            takeAll(bytes, whole);
        }
        if (refused != null && whole.isEmpty() && state != State.DROPPING) {
            state = State.DROPPING;
            throw refused;
        }
        return whole;
    }

    @Override
    public void restart() {
        asked.clear();
        refused = null;
        begin();
    }

    /** Returns how many bytes are kept of what is not yet whole. */
    int kept() {
        return line.size() + body.size() + headBytes;
    }

    private void takeAll(byte[] bytes, List<HttpMessage> whole) {
        int at = 0;
        try {
            while (at < bytes.length && state != State.DROPPING) {
                at += awaited > 0 ? takeBody(bytes, at, whole) : takeOfLine(bytes[at], whole);
            }
        } catch (MalformedMessageException e) {
            begin();
            refused = e;
        }
    }

    private int takeBody(byte[] bytes, int at, List<HttpMessage> whole) {
        int length = Math.min(awaited, bytes.length - at);
        body.write(bytes, at, length);
        awaited -= length;
        if (awaited == 0) {
            if (state == State.CHUNK) {
                state = State.CHUNK_END;
            } else {
                finish(whole);
            }
        }
        return length;
    }

    private int takeOfLine(byte next, List<HttpMessage> whole) throws MalformedMessageException {
        if (next == '\n') {
            String text = line.toString(StandardCharsets.ISO_8859_1);
            line.reset();
            lineReturned = false;
            takeLine(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text, whole);
            return 1;
        }
        requireLineCharacter(next & 0xff);
        line.write(next);
        lineReturned = next == '\r';
        if (++headBytes > MOST_HEAD) {
            throw new MalformedMessageException(place(), "no end within " + MOST_HEAD + " bytes");
        }
        return 1;
    }

    private void requireLineCharacter(int c) throws MalformedMessageException {
        boolean begins = state == State.START_LINE && line.size() == 0;
        if (lineReturned || c != '\r' && (begins ? !HttpText.isTokenCharacter(c) : !HttpText.isFieldCharacter(c))) {
            throw new MalformedMessageException(
                    place() + ", byte " + line.size(), String.format("0x%02x cannot stand here", c));
        }
    }

    private void takeLine(String text, List<HttpMessage> whole) throws MalformedMessageException {
        switch (state) {
            case START_LINE -> takeStartLine(text);
            case FIELDS -> takeField(text, whole);
            case CHUNK_SIZE -> takeChunkSize(text);
            case CHUNK_END -> takeChunkEnd(text);
            case TRAILERS -> takeTrailer(text, whole);
            default -> throw new IllegalStateException("a line cannot end in a body: " + state);
        }
    }

    private void takeStartLine(String text) throws MalformedMessageException {
        if (text.isEmpty()) {
            return; // RFC 9112 §2.2: an empty line before a request is to be overlooked.
        }
        HttpHead.begun(text, List.of());
        startLine = text;
        state = State.FIELDS;
    }

    private void takeField(String text, List<HttpMessage> whole) throws MalformedMessageException {
        if (!text.isEmpty()) {
            fields.add(HttpHead.field(text, fields.size() + 1));
            return;
        }
        begun = HttpHead.begun(startLine, fields);
        HttpFraming framing = HttpFraming.of(begun, answersHead(begun));
        if (framing instanceof HttpFraming.Chunked) {
            state = State.CHUNK_SIZE;
        } else if (framing instanceof HttpFraming.Fixed fixed && fixed.length() > 0) {
            state = State.FIXED_BODY;
            awaited = fixed.length();
        } else {
            finish(whole);
            state = framing instanceof HttpFraming.UntilClose ? State.DROPPING : State.START_LINE;
        }
    }

    private void takeChunkSize(String text) throws MalformedMessageException {
        String size = HttpText.trimmed(text.split(";", 2)[0]);
        if (!size.matches("0*[0-9A-Fa-f]{1,6}")) {
            throw new MalformedMessageException(place(), "'" + size + "' is not a hexadecimal length");
        }
        awaited = Integer.parseInt(size, 16);
        if (body.size() + awaited > HttpFraming.MOST) {
            throw new MalformedMessageException(place(), "the chunks are more than " + HttpFraming.MOST + " bytes");
        }
        headBytes = 0;
        state = awaited == 0 ? State.TRAILERS : State.CHUNK;
    }

    private void takeChunkEnd(String text) throws MalformedMessageException {
        if (!text.isEmpty()) {
            throw new MalformedMessageException(place(), "the chunk is longer than its length says");
        }
        state = State.CHUNK_SIZE;
    }

    private void takeTrailer(String text, List<HttpMessage> whole) throws MalformedMessageException {
        if (text.isEmpty()) {
            finish(whole);
        } else {
            HttpHead.field(text, 1);
        }
    }

    private void finish(List<HttpMessage> whole) {
        whole.add(HttpHead.with(begun, Octets.of(body.toByteArray())));
        begin();
    }

    private void begin() {
        state = State.START_LINE;
        line.reset();
        lineReturned = false;
        body.reset();
        fields.clear();
        startLine = "";
        begun = null;
        headBytes = 0;
        awaited = 0;
    }

    /** Tells whether a response answers HEAD; interim ones (1xx) come before the answer. */
    private boolean answersHead(HttpMessage message) {
        if (!(message instanceof HttpMessage.Response response)) {
            return false;
        }
        String method = response.status() < 200 ? asked.peek() : asked.poll();
        return "HEAD".equals(method);
    }

    private String place() {
        return switch (state) {
            case START_LINE -> "start line";
            case FIELDS -> "header line " + (fields.size() + 1);
            case CHUNK_SIZE, CHUNK_END -> "chunk at body byte " + body.size();
            case TRAILERS -> "trailer";
            default -> "body";
        };
    }
}
