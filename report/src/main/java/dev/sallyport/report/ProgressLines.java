package dev.sallyport.report;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Check;
import dev.sallyport.check.Listening;
import dev.sallyport.run.Patience;
import dev.sallyport.run.Progress;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Tells how far a run is: on a terminal as a bar on one line that is written anew, elsewhere as a plain line for each
 * tenth. What could not be bound and which agents were lost is told at once. Safe from any thread.
 */
public final class ProgressLines implements Progress, AutoCloseable {

    private static final int TENTH = 10;
    private static final int MOST_PROBLEMS = 3;
    private static final int WHOLE = 100;
    private static final int LONGEST_BAR = 40;

    private final PrintStream out;
    private final OptionalInt width;
    private final int total;
    private final int attemptsEach;
    private final Map<String, Integer> attempts = new HashMap<>();
    private final Set<String> finished = new HashSet<>();
    private int done;
    private int told = -1;
    private int drawn;

    private ProgressLines(PrintStream out, OptionalInt width, List<Check> checks, Patience patience) {
        this.out = out;
        this.width = width;
        this.total = checks.stream()
                .filter(Check::spoken)
                .mapToInt(check -> (int) check.ports().stream().distinct().count())
                .sum();
        this.attemptsEach = patience.starts().size();
    }

    /**
     * Returns the progress for a terminal.
     *
     * @param width how many characters its lines have
     */
    public static ProgressLines bar(PrintStream out, int width, List<Check> checks, Patience patience) {
        return new ProgressLines(out, OptionalInt.of(width), checks, patience);
    }

    /** Returns the progress for a file or a build's log. */
    public static ProgressLines plain(PrintStream out, List<Check> checks, Patience patience) {
        return new ProgressLines(out, OptionalInt.empty(), checks, patience);
    }

    @Override
    public synchronized void armed(String host, List<Listening> listening) {
        List<Listening> unbound =
                listening.stream().filter(endpoint -> !endpoint.bound()).toList();
        unbound.stream()
                .limit(MOST_PROBLEMS)
                .forEach(endpoint -> message(
                        host + " cannot listen on " + endpoint.endpoint().label() + ": "
                                + endpoint.problem().orElseThrow()));
        if (unbound.size() > MOST_PROBLEMS) {
            message(host + " cannot listen on " + (unbound.size() - MOST_PROBLEMS) + " more endpoints");
        }
        long bound = listening.stream().filter(Listening::bound).count();
        if (width.isEmpty() && bound > 0) {
            message(host + " listens at " + Words.count(bound, "endpoint"));
        }
    }

    @Override
    public synchronized void attempted(Attempt attempt) {
        String port = attempt.check() + " " + attempt.port();
        boolean over = attempt.contact().ending().completed() || attempts.merge(port, 1, Integer::sum) >= attemptsEach;
        if (over && finished.add(port)) {
            done = Math.min(total, done + 1);
            tell();
        }
    }

    @Override
    public synchronized void lost(String host, String why) {
        message("lost the agent of " + host + ": " + why);
    }

    /** Takes the bar off its line, so that what follows begins on a clean one. */
    @Override
    public synchronized void close() {
        clear();
        out.flush();
    }

    private void message(String text) {
        clear();
        out.print(TerminalText.harmless(text) + "\n");
        if (width.isPresent() && done > 0) {
            show(percent());
        }
        out.flush();
    }

    private void tell() {
        int percent = percent();
        int step = width.isPresent() ? percent : percent / TENTH;
        if (step != told) {
            told = step;
            show(percent);
        }
    }

    private int percent() {
        return total == 0 ? WHOLE : (int) ((long) done * WHOLE / total);
    }

    private void show(int percent) {
        String count = done + " of " + Words.count(total, "port") + " tried, " + percent + " %";
        if (width.isPresent()) {
            draw(barred(count, percent));
        } else {
            out.print(count + "\n");
        }
        out.flush();
    }

    private String barred(String count, int percent) {
        int room = Math.min(LONGEST_BAR, width.getAsInt() - 1 - count.length() - 3);
        if (room < TENTH) {
            return TerminalText.cut(count, Math.max(1, width.getAsInt() - 1));
        }
        int full = room * percent / WHOLE;
        return "[" + "#".repeat(full) + "-".repeat(room - full) + "] " + count;
    }

    /** Writes over what stood there; spaces cover what was longer, since not every terminal can clear a line. */
    private void draw(String line) {
        out.print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
        drawn = line.length();
    }

    private void clear() {
        if (drawn > 0) {
            out.print("\r" + " ".repeat(drawn) + "\r");
            drawn = 0;
        }
    }
}
