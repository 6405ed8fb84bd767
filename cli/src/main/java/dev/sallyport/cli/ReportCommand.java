package dev.sallyport.cli;

import dev.sallyport.json.ReportFile;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sallyport report}: renders a stored run again. */
@Command(
        name = "report",
        description = "Renders a stored run again: report.json, junit.xml, report.html.",
        footer = {"", "Example:", "  sallyport report monday/report.json --out monday-again"})
final class ReportCommand implements Action {

    private final Terminal terminal;

    @Parameters(paramLabel = "RUN.json", description = "A run's report.json.")
    private Path run;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the reports go.")
    private Path out;

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitStatus execute() {
        ReportFile stored = ReportFile.read(run.toString(), InputText.of(run));
        new ReportFolder(out).prepare().write(stored.run(), stored.tool());
        terminal.err().println("reports: " + out);
        return ExitStatus.PASSED;
    }
}
