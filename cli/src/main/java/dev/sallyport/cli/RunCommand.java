package dev.sallyport.cli;

import dev.sallyport.check.Plan;
import dev.sallyport.run.CheckRunner;
import dev.sallyport.run.RunResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sallyport run}: plan, exchange, judge, report. */
@Command(
        name = "run",
        description = "Plans, exchanges, judges and reports: the main job.",
        footer = {
            "",
            "Without --lab every role is played on loopback addresses of this machine. With",
            "--lab, but without --spawn or --bus, all its addresses must be this machine's.",
            "",
            "Examples:",
            "  sallyport run",
            "  sallyport run public-im --only edge",
            "  sallyport run --lab lab.yaml --failed sallyport-report/report.json",
            "  sallyport run --lab lab.yaml --spawn 'ssh {host} sallyport agent {host}",
            "      --lab lab.yaml --stdio'",
            "  sallyport run --lab lab.yaml --bus tls://bus.contoso.lab:4222",
            "      --certs certs/controller"
        })
final class RunCommand implements Action {

    private final Terminal terminal;

    @Mixin
    private SiteOptions sites;

    @Mixin
    private AgentOptions agentOptions;

    @Mixin
    private NarrowingOptions narrowing;

    @Mixin
    private PatienceOption patience;

    @Mixin
    private ReportOption report;

    @Option(names = "--strict", description = "A check whose proof leaves something open is inconclusive.")
    private boolean strict;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitStatus execute() {
        Site site = sites.site();
        Plan plan = site.plan(narrowing.selection());
        agentOptions.requirePlayable(site.lab(), sites.defaultLab());
        Findings findings = new Findings(terminal, report.folder().prepare(), strict);
        try (Agents agents = agentOptions.start(site.lab(), plan, terminal)) {
            return findings.publish(run(plan, agents));
        }
    }

    private RunResult run(Plan plan, Agents agents) {
        try (Onlooker progress = Onlooker.of(terminal, plan, patience.patience())) {
            CheckRunner runner = new CheckRunner(agents.byHost(), patience.patience(), progress, terminal.clock());
            terminal.interruption().stopsBy(runner::interrupt);
            return runner.run(plan);
        }
    }
}
