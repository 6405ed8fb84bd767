package dev.sallyport.cli;

import dev.sallyport.demo.Fault;
import dev.sallyport.demo.RuleBase;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sallyport demo}: a site of namespaces, a real firewall with five faults in it, and what is found. */
@Command(
        name = "demo",
        description = "Plants five faults in a real firewall on this machine, and finds them.",
        footer = {
            "",
            "The site is made of network namespaces that nobody else sees: no root needed",
            "where the kernel allows user namespaces. Nothing of this machine's network is",
            "touched, and nothing is left behind. The report folder keeps its lab file and",
            "its rules.",
            "",
            "Exit status: 1, since checks fail; 2 where this machine does not allow the site.",
            "",
            "Examples:",
            "  sallyport demo",
            "  sallyport demo --rules               the rules, with the faults marked"
        })
final class DemoCommand implements Action {

    private final Terminal terminal;

    @Mixin
    private ReportOption report;

    @Option(names = "--rules", description = "Prints the firewall's rules, with the faults marked; makes no site.")
    private boolean rules;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitStatus execute() {
        List<Fault> faults = PlantedRun.possible(terminal).shown();
        if (rules) {
            terminal.out().print(RuleBase.faultless().with(faults).text());
            return ExitStatus.PASSED;
        }
        return new PlantedRun(terminal, report.folder().prepare(), faults).publish();
    }
}
