package dev.sallyport.protocol.http;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of a message's head (RFC 9112 §3, §4 and §5). */
final class HttpHead {

    private static final Pattern REQUEST_LINE = Pattern.compile("([^ ]+) ([^ ]+) (HTTP/[0-9]\\.[0-9])");
    private static final Pattern STATUS_LINE =
            Pattern.compile("(HTTP/[0-9]\\.[0-9]) ([1-9][0-9]{2})(?: (.*))?", Pattern.DOTALL);

    private HttpHead() {}

    /** Returns the message that begins so, its body still to come. */
    static HttpMessage begun(String startLine, List<HttpHeader> fields) throws MalformedMessageException {
        HttpHeaders headers = new HttpHeaders(fields);
        Matcher status = STATUS_LINE.matcher(startLine);
        if (status.matches()) {
            String reason = status.group(3) == null ? "" : status.group(3);
            return new HttpMessage.Response(
                    status.group(1), Integer.parseInt(status.group(2)), reason, headers, Octets.NONE);
        }
        Matcher request = REQUEST_LINE.matcher(startLine);
        if (!request.matches() || !HttpText.isToken(request.group(1)) || !HttpText.isTarget(request.group(2))) {
            throw new MalformedMessageException(
                    "start line", "'" + shown(startLine) + "' is neither a request line nor a status line");
        }
        return new HttpMessage.Request(request.group(1), request.group(2), request.group(3), headers, Octets.NONE);
    }

    /** Reads one field line. */
    static HttpHeader field(String line, int number) throws MalformedMessageException {
        String place = "header line " + number;
        if (line.startsWith(" ") || line.startsWith("\t")) {
            throw new MalformedMessageException(place, "folded lines are obsolete (RFC 9112 §5.2)");
        }
        int colon = line.indexOf(':');
        if (colon < 0 || !HttpText.isToken(line.substring(0, colon))) {
            throw new MalformedMessageException(place, "'" + shown(line) + "' does not begin with a name and a colon");
        }
        return new HttpHeader(line.substring(0, colon), HttpText.trimmed(line.substring(colon + 1)));
    }

    /** Returns the message with its body. */
    static HttpMessage with(HttpMessage begun, Octets body) {
        if (begun instanceof HttpMessage.Request request) {
            return new HttpMessage.Request(
                    request.method(), request.target(), request.version(), request.headers(), body);
        }
        HttpMessage.Response response = (HttpMessage.Response) begun;
        return new HttpMessage.Response(
                response.version(), response.status(), response.reason(), response.headers(), body);
    }

    private static String shown(String line) {
        return line.length() <= 80 ? line : line.substring(0, 80) + "…";
    }
}
