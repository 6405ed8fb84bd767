package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.MalformedMessageException;

/** The first line of a message (RFC 3261 §7.1, §7.2). */
sealed interface StartLine {

    /** {@code INVITE sip:bob@contoso.lab SIP/2.0}, each part as it was written. */
    record RequestLine(String method, String uri, String version) implements StartLine {}

    /** {@code SIP/2.0 200 OK}; the reason may be empty. */
    record StatusLine(int code, String reason) implements StartLine {}

    /** The version that is spoken. */
    String VERSION = "SIP/2.0";

    /** Reads the line, without its end. */
    static StartLine read(String line) throws MalformedMessageException {
        return line.startsWith("SIP/") ? statusLine(line) : requestLine(line);
    }

    private static RequestLine requestLine(String line) throws MalformedMessageException {
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !HeadBytes.isToken(parts[0]) || !parts[2].startsWith("SIP/")) {
            throw malformed(line, "neither 'METHOD uri SIP/2.0' nor 'SIP/2.0 code reason'");
        }
        return new RequestLine(parts[0], parts[1], parts[2]);
    }

    private static StatusLine statusLine(String line) throws MalformedMessageException {
        int end = line.indexOf(' ', VERSION.length() + 1);
        String code = end < 0 ? line.substring(Math.min(line.length(), 8)) : line.substring(8, end);
        if (!line.startsWith(VERSION + " ") || !isCode(code)) {
            throw malformed(line, "not 'SIP/2.0', a code from 100 to 699, and a reason");
        }
        return new StatusLine(Integer.parseInt(code), end < 0 ? "" : line.substring(end + 1));
    }

    private static boolean isCode(String text) {
        return text.length() == 3
                && text.charAt(0) >= '1'
                && text.charAt(0) <= '6'
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static MalformedMessageException malformed(String line, String problem) {
        return new MalformedMessageException("line 1 \"" + Quoted.shortened(line) + "\" at byte 0", problem);
    }
}
