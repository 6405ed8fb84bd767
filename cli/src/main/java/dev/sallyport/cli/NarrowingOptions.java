package dev.sallyport.cli;

import dev.sallyport.check.Status;
import dev.sallyport.flow.Expectation;
import dev.sallyport.json.ReportFile;
import dev.sallyport.scenarios.Selection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which of the planned checks are meant, as every command that plans has it. */
final class NarrowingOptions {

    @Option(
            names = "--only",
            paramLabel = "WORD",
            arity = "1..*",
            split = ",",
            description = "Rows (SRV-03), documents (PIC), roles, hosts, protocols; several narrow by kind and widen"
                    + " within a kind.")
    private List<String> only = List.of();

    @Option(names = "--from", paramLabel = "HOST", split = ",", description = "Only what this host begins.")
    private List<String> from = List.of();

    @Option(names = "--to", paramLabel = "HOST", split = ",", description = "Only what this host accepts.")
    private List<String> to = List.of();

    @Option(
            names = "--expect",
            paramLabel = "allow|deny",
            description = "Only what the firewall is to allow, or to deny.")
    private Optional<Expectation> expect = Optional.empty();

    @Option(
            names = "--failed",
            paramLabel = "RUN.json",
            description = "Only what failed in an earlier run's report.json.")
    private Optional<Path> failed = Optional.empty();

    Selection selection() {
        return new Selection(only, from, to, expect, failed.map(NarrowingOptions::failedIn));
    }

    private static Set<String> failedIn(Path file) {
        return ReportFile.read(file.toString(), InputText.of(file)).run().checks().stream()
                .filter(result -> result.finding().status() == Status.FAILED)
                .map(result -> result.check().id())
                .collect(Collectors.toSet());
    }
}
