package dev.sallyport.protocol.sip;

/**
 * The answer a request deserves because of how it is written, for all that its headers still say whom to answer.
 *
 * @param code 400, or 505 for another version of SIP
 * @param reason the reason phrase, naming place and problem (RFC 3261 §21.4.1)
 */
public record Refusal(int code, String reason) {

    private static final int LONGEST = 200;

    /** Returns a 400 whose reason phrase names the place and the problem. */
    static Refusal badRequest(String place, String problem) {
        return new Refusal(400, printable("Bad Request: " + place + ": " + problem));
    }

    /** Returns the 505 for a version that is not 2.0. */
    static Refusal version(String found) {
        return new Refusal(505, printable("Version Not Supported: " + found));
    }

    private static String printable(String text) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), LONGEST));
        for (int i = 0; i < text.length() && i < LONGEST; i++) {
            char c = text.charAt(i);
            kept.append(c >= ' ' && c < 0x7f ? c : '?');
        }
        return kept.toString();
    }
}
