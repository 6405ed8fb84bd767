package dev.sallyport.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sallyport challenge}: faults that nobody has chosen, the verdicts, and then the truth. */
@Command(
        name = "challenge",
        description = "Plants three faults drawn by a seed, runs, and only then tells which they were.",
        footer = {
            "",
            "The demo's site and rules; the same seed draws the same faults.",
            "",
            "Examples:",
            "  sallyport challenge --seed 42"
        })
final class ChallengeCommand implements Action {

    private static final int FAULTS = 3;

    private final Terminal terminal;

    @Mixin
    private ReportOption report;

    @Option(names = "--seed", paramLabel = "N", required = true, description = "Draws the faults; any whole number.")
    private long seed;

    ChallengeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitStatus execute() {
        return new PlantedRun(
                        terminal,
                        report.folder().prepare(),
                        PlantedRun.possible(terminal).drawn(seed, FAULTS))
                .publish();
    }
}
