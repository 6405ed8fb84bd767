package dev.sallyport.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What an agent said last that was no message; when it dies, it is the best explanation there is. Thread-safe. */
final class LastWords {

    private static final int LINES = 5;

    private final Deque<String> lines = new ArrayDeque<>();

    /** Keeps a line, if it says something: a stack trace's frames do not. */
    synchronized void add(String line) {
        if (line.isBlank() || line.startsWith("\tat ")) {
            return;
        }
        if (lines.size() == LINES) {
            lines.removeFirst();
        }
        lines.addLast(line.strip());
    }

    /** Returns {@code : } and the last line; empty where there was none. */
    synchronized String last() {
        return lines.isEmpty() ? "" : ": " + lines.getLast();
    }

    /** Returns the lines before the last; empty where there were none. */
    synchronized String earlier() {
        List<String> all = new ArrayList<>(lines);
        return all.size() < 2 ? "" : "; before that it said: " + String.join(" | ", all.subList(0, all.size() - 1));
    }
}
