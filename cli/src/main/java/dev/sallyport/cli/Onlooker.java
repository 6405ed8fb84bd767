package dev.sallyport.cli;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Listening;
import dev.sallyport.check.Plan;
import dev.sallyport.report.ProgressLines;
import dev.sallyport.run.Patience;
import dev.sallyport.run.Progress;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A run's progress on standard error; where ports below 1024 could not be bound, it also says what would have let us.
 */
final class Onlooker implements Progress, AutoCloseable {

    private static final int PRIVILEGED = 1024;

    private final Terminal terminal;
    private final ProgressLines lines;
    private final AtomicBoolean unprivileged = new AtomicBoolean();

    private Onlooker(Terminal terminal, ProgressLines lines) {
        this.terminal = terminal;
        this.lines = lines;
    }

    static Onlooker of(Terminal terminal, Plan plan, Patience patience) {
        ProgressLines lines = terminal.live()
                ? ProgressLines.bar(terminal.err(), terminal.columns(), plan.checks(), patience)
                : ProgressLines.plain(terminal.err(), plan.checks(), patience);
        return new Onlooker(terminal, lines);
    }

    @Override
    public void armed(String host, List<Listening> listening) {
        lines.armed(host, listening);
        if (listening.stream()
                .anyMatch(one -> one.endpoint().port() < PRIVILEGED
                        && one.problem()
                                .filter(why -> why.contains("below 1024"))
                                .isPresent())) {
            unprivileged.set(true);
        }
    }

    @Override
    public void attempted(Attempt attempt) {
        lines.attempted(attempt);
    }

    @Override
    public void lost(String host, String why) {
        lines.lost(host, why);
    }

    @Override
    public void close() {
        lines.close();
        if (unprivileged.get() && !terminal.withoutNamespace().isEmpty()) {
            terminal.err()
                    .println("without root, ports below 1024 need a private network namespace; "
                            + terminal.withoutNamespace());
        }
    }
}
