package dev.sallyport.check;

/** As much of a text as shows where it differs from another. */
final class Excerpt {

    private static final int WHOLE = 120;
    private static final int BEFORE = 30;
    private static final int SHOWN = 90;

    private Excerpt() {}

    /** Returns the text on one line, cut to the place of the first difference where it is long. */
    static String of(String text, String other) {
        if (text.length() <= WHOLE) {
            return oneLine(text);
        }
        int from = Math.max(0, differingAt(text, other) - BEFORE);
        int to = Math.min(text.length(), from + SHOWN);
        return (from > 0 ? "…" : "") + oneLine(text.substring(from, to)) + (to < text.length() ? "…" : "");
    }

    private static int differingAt(String text, String other) {
        int at = 0;
        while (at < Math.min(text.length(), other.length()) && text.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at == text.length() ? 0 : at;
    }

    /** What a peer sent may not look like lines of ours. */
    private static String oneLine(String text) {
        return text.strip().replaceAll("\\p{C}+", " ");
    }
}
