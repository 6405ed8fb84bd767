package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.MalformedMessageException;

/** Which bytes can stand in start line and headers (RFC 3261 §25.1); tells another protocol at its first byte. */
final class HeadBytes {

    private static final String MARKS_IN_TOKENS = "-.!%*_+`'~";

    private HeadBytes() {}

    /** Refuses a first byte that no method and no {@code SIP/2.0} begins with. */
    static void checkFirst(byte b) throws MalformedMessageException {
        if (!isToken((char) (b & 0xff))) {
            throw new MalformedMessageException(
                    "line 1 at byte 0", "begins with " + hex(b) + ", as no request or response does");
        }
    }

    /** Refuses control characters, and a line end that is not CR and LF together. */
    static void check(byte[] bytes, int from, int at) throws MalformedMessageException {
        byte b = bytes[at];
        boolean afterReturn = at > from && bytes[at - 1] == '\r';
        if (b == '\n' ? !afterReturn : afterReturn) {
            throw new MalformedMessageException(
                    "line end at byte " + (at - from), "CR and LF must stand together (RFC 3261 §7)");
        }
        if (b >= 0 && b < ' ' && b != '\r' && b != '\n' && b != '\t' || b == 0x7f) {
            throw new MalformedMessageException(
                    "byte " + (at - from), "control character " + hex(b) + " in start line or headers");
        }
    }

    /** Tells whether a character may stand in a token: a method, a header's name. */
    static boolean isToken(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || MARKS_IN_TOKENS.indexOf(c) >= 0;
    }

    /** Tells whether all characters may stand in a token, and there are some. */
    static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isToken(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static String hex(byte b) {
        return String.format("0x%02x", b);
    }
}
