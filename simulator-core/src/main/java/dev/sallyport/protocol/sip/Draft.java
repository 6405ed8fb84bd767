package dev.sallyport.protocol.sip;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A message being written by its template, line by line; Content-Length comes last, by itself. */
final class Draft {

    private final StringBuilder lines = new StringBuilder(768);

    private Draft(String startLine) {
        lines.append(startLine).append("\r\n");
    }

    /** Begins a request. */
    static Draft request(String method, String uri) {
        return new Draft(method + " " + uri + " SIP/2.0");
    }

    /** Begins a response. */
    static Draft response(int code, String reason) {
        return new Draft("SIP/2.0 " + code + " " + reason);
    }

    /** Adds a header. */
    Draft with(String name, String value) {
        lines.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    /** Adds a header a value, in order. */
    Draft withEach(String name, List<String> values) {
        values.forEach(value -> with(name, value));
        return this;
    }

    /** Ends the message without a body. */
    SipText withoutBody() {
        return ended("");
    }

    /** Ends the message with a body of that media type. */
    SipText withBody(String type, String body) {
        return with("Content-Type", type).ended(body);
    }

    private SipText ended(String body) {
        with("Content-Length", Integer.toString(body.length()));
        lines.append("\r\n").append(body);
        return new SipText(lines.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
