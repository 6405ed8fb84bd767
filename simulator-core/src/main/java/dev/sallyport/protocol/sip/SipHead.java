package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.protocol.sip.Headers.Header;
import java.util.ArrayList;
import java.util.List;

/**
 * Start line and headers, split but not yet understood, and the length of the body that follows.
 *
 * @param text all of it, up to and with the empty line; one character a byte
 * @param contentLength bytes of the body
 */
record SipHead(String text, StartLine startLine, Headers headers, int contentLength) {

    private static final int MOST_DIGITS = 9;

    /** Reads the start line, splits the headers and finds Content-Length, which a stream cannot do without (RFC 3261 §18.3). */
    static SipHead read(String text) throws MalformedMessageException {
        int end = text.indexOf("\r\n");
        StartLine startLine = StartLine.read(text.substring(0, end));
        Headers headers = new Headers(headers(text, end + 2));
        return new SipHead(text, startLine, headers, contentLength(headers, text.length()));
    }

    private static List<Header> headers(String text, int first) throws MalformedMessageException {
        List<Header> headers = new ArrayList<>(16);
        int at = first;
        while (at < text.length() - 2) {
            int end = endOfHeader(text, at);
            headers.add(header(text, at, end));
            at = end + 2;
        }
        return List.copyOf(headers);
    }

    /** Returns where the header's last line ends: lines that begin with white space belong to it (§7.3.1). */
    private static int endOfHeader(String text, int at) {
        int end = text.indexOf("\r\n", at);
        while (isSpace(text.charAt(end + 2))) {
            end = text.indexOf("\r\n", end + 2);
        }
        return end;
    }

    private static Header header(String text, int at, int end) throws MalformedMessageException {
        int colon = text.indexOf(':', at);
        String name = colon < 0 || colon > end ? "" : text.substring(at, colon).stripTrailing();
        if (!HeadBytes.isToken(name)) {
            String line = Quoted.shortened(text.substring(at, end));
            throw new MalformedMessageException(
                    "line \"" + line + "\" at byte " + at, "not a header: name, colon, value");
        }
        return new Header(CompactName.inFull(name), value(text, colon + 1, end), at);
    }

    private static String value(String text, int from, int end) {
        String value = text.substring(from, end).strip();
        return value.indexOf('\r') < 0 ? value : unfolded(value);
    }

    private static String unfolded(String value) {
        StringBuilder line = new StringBuilder(value.length());
        value.lines().forEach(part -> line.append(line.isEmpty() ? "" : " ").append(part.strip()));
        return line.toString();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    private static int contentLength(Headers headers, int end) throws MalformedMessageException {
        Header found = null;
        for (Header header : headers.all()) {
            if (header.is("Content-Length")) {
                if (found != null && !found.value().equals(header.value())) {
                    throw new MalformedMessageException(header.place(), "contradicts the one at byte " + found.at());
                }
                found = header;
            }
        }
        if (found == null) {
            throw new MalformedMessageException(
                    "headers up to byte " + end,
                    "Content-Length is missing; over TCP only it tells where the message ends (RFC 3261 §18.3)");
        }
        return length(found);
    }

    private static int length(Header header) throws MalformedMessageException {
        String value = header.value();
        if (value.isEmpty() || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new MalformedMessageException(header.place(), "not a number of bytes");
        }
        if (value.length() > MOST_DIGITS || Integer.parseInt(value) > SipCodec.LONGEST_BODY) {
            throw new MalformedMessageException(
                    header.place(), "beyond the bound of " + SipCodec.LONGEST_BODY + " bytes");
        }
        return Integer.parseInt(value);
    }
}
