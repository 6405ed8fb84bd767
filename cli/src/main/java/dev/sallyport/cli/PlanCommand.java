package dev.sallyport.cli;

import dev.sallyport.check.Plan;
import dev.sallyport.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sallyport plan}: what a run would do, without doing it. */
@Command(
        name = "plan",
        description = "Prints what run would check, with counts and an estimate; sends nothing.",
        footer = {"", "Examples:", "  sallyport plan --lab lab.yaml", "  sallyport plan --only XMPP --json"})
final class PlanCommand implements Action {

    private final Terminal terminal;

    @Mixin
    private SiteOptions sites;

    @Mixin
    private NarrowingOptions narrowing;

    @Mixin
    private PatienceOption patience;

    @Option(names = "--json", description = "As JSON, with the fields of a report's checks.")
    private boolean json;

    PlanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitStatus execute() {
        Plan plan = sites.site().plan(narrowing.selection());
        terminal.out().print(json ? Json.writePretty(plan) : PlanTable.of(plan, patience.patience()));
        return ExitStatus.PASSED;
    }
}
