package dev.sallyport.report;

import java.util.ArrayList;
import java.util.List;

/** Text fitted to a terminal: on lines of a width, and without characters that would steer it. */
final class TerminalText {

    private TerminalText() {}

    /** Returns text on one line with control characters, which a far host may have sent, replaced. */
    static String harmless(String text) {
        return text.replaceAll("\\s+", " ")
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?")
                .strip();
    }

    /** Returns text in lines of at most {@code width} characters; a longer word is broken. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : harmless(text).split(" ")) {
            if (length(line) > 0 && length(line) + 1 + length(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
            breakInto(lines, line, width);
        }
        lines.add(line.toString());
        return lines;
    }

    private static void breakInto(List<String> lines, StringBuilder line, int width) {
        while (length(line) > width) {
            int end = line.offsetByCodePoints(0, width);
            lines.add(line.substring(0, end));
            line.delete(0, end);
        }
    }

    /** Returns text cut to {@code width} characters, with an ellipsis where something is missing. */
    static String cut(String text, int width) {
        String safe = harmless(text);
        return length(safe) <= width
                ? safe
                : safe.substring(0, safe.offsetByCodePoints(0, Math.max(0, width - 1))) + "…";
    }

    static int length(CharSequence text) {
        return (int) text.codePoints().count();
    }
}
