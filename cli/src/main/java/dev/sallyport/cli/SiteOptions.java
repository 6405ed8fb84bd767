package dev.sallyport.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which lab and which scenarios, where the default lab stands in for a missing one. */
final class SiteOptions {

    @Parameters(
            paramLabel = "SCENARIO",
            arity = "0..*",
            description = "Built-in scenarios or scenario files; documented-ports when left out.")
    private List<String> scenarios = List.of();

    @Option(
            names = "--lab",
            paramLabel = "FILE",
            description = "The site under test; every role on this machine's loopback when left out.")
    private Optional<Path> lab = Optional.empty();

    /** Returns the site, or tells every problem of its files. */
    Site site() {
        return lab.map(file -> SiteReader.lab(file, scenarios)).orElseGet(() -> SiteReader.defaultLab(scenarios));
    }

    boolean defaultLab() {
        return lab.isEmpty();
    }
}
