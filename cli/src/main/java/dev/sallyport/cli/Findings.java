package dev.sallyport.cli;

import dev.sallyport.report.ResultTable;
import dev.sallyport.run.RunResult;

/** What becomes of a result: reports, the table, and the exit status. */
record Findings(Terminal terminal, ReportFolder folder, boolean strict) {

    /** Writes the reports, prints the table, and returns what the run came to. */
    ExitStatus publish(RunResult found) {
        RunResult result = strict ? Strictness.strict(found) : found;
        folder.write(result);
        terminal.out().print(ResultTable.of(result, terminal.columns(), terminal.colourOut()));
        terminal.err().println("reports: " + folder.directory());
        return ExitStatus.of(result);
    }
}
