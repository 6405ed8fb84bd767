package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.Field;
import dev.sallyport.exchange.Naming;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Names the parts of SIP messages: start line, headers, lines of a session description ({@code SDP c=}) and of other
 * bodies.
 *
 * <p>Reads one character a byte, and takes what no message could be as the lines it has.
 */
final class SipFields {

    static final Naming NAMING = new Naming("sip", SipFields::of);

    private static final String LINE_END = "\r\n";

    private final String text;
    private final List<Field> found = new ArrayList<>();
    private int at;

    private SipFields(String text) {
        this.text = text;
    }

    /** Returns the fields of messages that follow each other. */
    static List<Field> of(byte[] bytes) {
        SipFields fields = new SipFields(new String(bytes, StandardCharsets.ISO_8859_1));
        while (fields.at < fields.text.length()) {
            fields.message();
        }
        return fields.found;
    }

    private void message() {
        if (text.startsWith(LINE_END, at)) {
            at += LINE_END.length();
            found.add(new Field("keep-alive", ""));
            return;
        }
        found.add(new Field("start line", line()));
        int length = headers();
        int end = Math.min(text.length(), at + length);
        while (at < end) {
            body(lineWithin(end));
        }
    }

    /** Returns what Content-Length says, as far as it says anything. */
    private int headers() {
        int length = 0;
        while (at < text.length() && !text.startsWith(LINE_END, at)) {
            Field header = header(folded());
            length = is(header, "Content-Length") ? number(header.value()) : length;
            found.add(header);
        }
        if (at < text.length()) {
            at += LINE_END.length();
            found.add(new Field("end of headers", ""));
        }
        return length;
    }

    private static boolean is(Field header, String name) {
        return header.name().toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT));
    }

    private static int number(String value) {
        String digits = value.strip();
        return digits.matches("\\d{1,7}") ? Integer.parseInt(digits) : 0;
    }

    /** A compact name stays visible: that somebody wrote it out is a change, too. */
    private static Field header(String line) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            return new Field("header line", line);
        }
        String written = line.substring(0, colon);
        String full = CompactName.inFull(written.strip());
        String name = full.equals(written) ? full : full + " (written " + written + ")";
        return new Field(name, line.substring(colon + 1));
    }

    private void body(String line) {
        boolean session = line.length() > 1 && line.charAt(1) == '=' && Character.isLowerCase(line.charAt(0));
        found.add(session ? new Field("SDP " + line.substring(0, 2), line.substring(2)) : new Field("body line", line));
    }

    private String folded() {
        StringBuilder whole = new StringBuilder(line());
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            whole.append(LINE_END).append(line());
        }
        return whole.toString();
    }

    private String line() {
        return lineWithin(text.length());
    }

    /** Takes a line without its end; a bare LF that ends a line stays with it. */
    private String lineWithin(int bound) {
        int end = text.indexOf(LINE_END, at);
        boolean whole = end >= 0 && end < bound;
        String line = text.substring(at, whole ? end : bound);
        at = whole ? Math.min(bound, end + LINE_END.length()) : bound;
        return line;
    }
}
