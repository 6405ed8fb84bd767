package dev.sallyport.protocol.http;

import java.util.stream.IntStream;

/** The characters that make up HTTP's words (RFC 9110 §5.5 and §5.6.2). */
final class HttpText {

    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private HttpText() {}

    static boolean isToken(String text) {
        return !text.isEmpty() && text.chars().allMatch(HttpText::isTokenCharacter);
    }

    static boolean isTokenCharacter(int c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || TOKEN_MARKS.indexOf(c) >= 0;
    }

    /** Tells whether it is visible ASCII, as a request's target is. */
    static boolean isTarget(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    static boolean isFieldValue(String text) {
        return isFieldText(text) && text.equals(trimmed(text));
    }

    static boolean isFieldText(String text) {
        return text.chars().allMatch(HttpText::isFieldCharacter);
    }

    static boolean isFieldCharacter(int c) {
        return c == '\t' || c >= ' ' && c != 0x7f && c <= 0xff;
    }

    /** Returns the text without spaces and tabs around it; other white space is none in HTTP. */
    static String trimmed(String text) {
        int from = IntStream.range(0, text.length())
                .filter(i -> !isBlank(text.charAt(i)))
                .findFirst()
                .orElse(text.length());
        int to = text.length();
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
