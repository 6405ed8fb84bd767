package dev.sallyport.cli;

import dev.sallyport.json.RecordFile;
import dev.sallyport.json.Records;
import dev.sallyport.json.Records.Named;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sallyport judge}: two-sided verdicts from what both sides recorded. */
@Command(
        name = "judge",
        description =
                "Two-sided verdicts from what probe and serve recorded; needs no connection between the machines.",
        footer = {"", "Example:", "  sallyport judge partner1.json edge1.json"})
final class JudgeCommand implements Action {

    private final Terminal terminal;

    @Parameters(paramLabel = "RECORD", arity = "1..*", description = "What probe --record and serve --record wrote.")
    private List<Path> records = List.of();

    @Mixin
    private ReportOption report;

    @Option(names = "--strict", description = "A check whose proof leaves something open is inconclusive.")
    private boolean strict;

    JudgeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitStatus execute() {
        Records together = together(records.stream().map(JudgeCommand::named).toList());
        return new Findings(terminal, report.folder().prepare(), strict).publish(together.judge());
    }

    private static Records together(List<Named> named) {
        try {
            return Records.of(named);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(e.getMessage());
        }
    }

    private static Named named(Path file) {
        return new Named(file.toString(), RecordFile.read(file.toString(), InputText.of(file)));
    }
}
