package dev.sallyport.protocol.sip;

/** Text of the peer's inside a message of ours. */
final class Quoted {

    private static final int LONGEST = 60;

    private Quoted() {}

    /** Returns the text in at most 60 characters, what cannot be printed as {@code \x00}. */
    static String shortened(String text) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < text.length() && i < LONGEST; i++) {
            kept.append(printable(text.charAt(i)));
        }
        return text.length() > LONGEST ? kept.append('…').toString() : kept.toString();
    }

    private static String printable(char c) {
        return c >= ' ' && c < 0x7f ? String.valueOf(c) : String.format("\\x%02x", (int) c);
    }
}
