package dev.sallyport.cli;

import java.util.List;

/** Paragraphs with a label at their left, wrapped to a terminal of 80 columns. */
final class Labelled {

    private static final int COLUMNS = 80;
    private static final String MARGIN = "  ";

    private final int labels;
    private final StringBuilder text = new StringBuilder();

    /**
     * Begins without paragraphs.
     *
     * @param labels the width of the longest label
     */
    Labelled(int labels) {
        this.labels = labels;
    }

    /** Adds a paragraph; an empty label continues the one before. */
    Labelled add(String label, String paragraph) {
        int indent = MARGIN.length() + labels + 2;
        List<String> lines = Wrapped.lines(paragraph, COLUMNS - indent);
        text.append(MARGIN)
                .append(padded(label, labels + 2))
                .append(lines.get(0))
                .append('\n');
        lines.stream()
                .skip(1)
                .forEach(line -> text.append(" ".repeat(indent)).append(line).append('\n'));
        return this;
    }

    /** Adds a line without anything. */
    Labelled gap() {
        text.append('\n');
        return this;
    }

    /** Returns the text, each line with its end. */
    String text() {
        return text.toString();
    }

    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
