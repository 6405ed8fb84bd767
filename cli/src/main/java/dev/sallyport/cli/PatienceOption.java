package dev.sallyport.cli;

import dev.sallyport.run.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** {@code --patience}: when the attempts of a check start, for as long as none of them has completed. */
final class PatienceOption {

    private static final Pattern START = Pattern.compile("(\\d{1,3})(?:\\.(\\d))?s?");
    private static final String EXPECTED = "write when attempts start, in seconds, rising from 0: 0,1,3 or 0,0.5,1";

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "When attempts start while none has completed; 0,1,3 when left out.")
    private String starts = "0,1,3";

    /**
     * Returns what is asked for.
     *
     * @throws BadInputException where it is no rising list of seconds from 0
     */
    Patience patience() {
        List<Duration> ladder = new ArrayList<>();
        for (String start : starts.split(",", -1)) {
            Duration next = start(start.strip());
            boolean rises = ladder.isEmpty() ? next.isZero() : next.compareTo(ladder.get(ladder.size() - 1)) > 0;
            if (!rises) {
                throw refused();
            }
            ladder.add(next);
        }
        return Patience.starting(ladder);
    }

    private Duration start(String text) {
        Matcher seconds = START.matcher(text);
        if (!seconds.matches()) {
            throw refused();
        }
        int tenths = seconds.group(2) == null ? 0 : Integer.parseInt(seconds.group(2));
        return Duration.ofMillis(Integer.parseInt(seconds.group(1)) * 1_000L + tenths * 100L);
    }

    private BadInputException refused() {
        return new BadInputException("--patience " + starts + ": " + EXPECTED);
    }
}
