package dev.sallyport.cli;

import dev.sallyport.json.ReportFile;
import dev.sallyport.report.HtmlReport;
import dev.sallyport.report.JunitXml;
import dev.sallyport.run.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory of a run's reports: {@code report.json}, {@code junit.xml}, {@code report.html}. */
record ReportFolder(Path directory) {

    /** Makes the directory before anything is sent: a run whose findings cannot be kept is not worth its packets. */
    ReportFolder prepare() {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new BadInputException(
                    "cannot make the report folder " + directory + ": " + e + "; name another by --report");
        }
        if (!Files.isWritable(directory)) {
            throw new BadInputException(
                    "cannot write into the report folder " + directory + "; name another by --report");
        }
        return this;
    }

    /** Writes all reports of a run, over those of an earlier one. */
    void write(RunResult result) {
        write(result, Tool.name());
    }

    /** Writes them as the tool that made the run. */
    void write(RunResult result, String tool) {
        write("report.json", new ReportFile(tool, result).write());
        write("junit.xml", JunitXml.of(result));
        write("report.html", HtmlReport.of(result, tool));
    }

    private void write(String name, String text) {
        Path file = directory.resolve(name);
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file + ": " + e, e);
        }
    }
}
