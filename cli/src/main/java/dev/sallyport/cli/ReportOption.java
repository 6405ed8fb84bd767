package dev.sallyport.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where reports go. */
final class ReportOption {

    @Option(
            names = "--report",
            paramLabel = "DIR",
            defaultValue = "sallyport-report",
            description = "Where report.json, junit.xml and report.html go; ${DEFAULT-VALUE} when left out.")
    private Path directory = Path.of("sallyport-report");

    ReportFolder folder() {
        return new ReportFolder(directory);
    }
}
