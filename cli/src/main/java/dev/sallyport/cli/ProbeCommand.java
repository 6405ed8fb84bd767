package dev.sallyport.cli;

import dev.sallyport.check.Plan;
import dev.sallyport.json.RecordFile;
import dev.sallyport.lab.Host;
import dev.sallyport.run.CheckRunner;
import dev.sallyport.run.Endpoints;
import dev.sallyport.run.RunResult;
import dev.sallyport.scenarios.Selection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sallyport probe}: tries what begins at one host, towards hosts that serve. */
@Command(
        name = "probe",
        description = "Tries what begins at HOST, towards hosts that serve; one-sided verdicts.",
        footer = {
            "",
            "What only one side saw leaves open who is to blame; `sallyport judge` joins the",
            "records of both.",
            "",
            "Example:",
            "  sallyport probe partner1 --lab lab.yaml --certs certs --record partner1.json"
        })
final class ProbeCommand implements Action {

    private static final String OTHERWISE = "probe from the machine that has them, or correct the lab file";

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "HOST", description = "Whose part to play.")
    private String host;

    @Parameters(
            index = "1..*",
            paramLabel = "SCENARIO",
            arity = "0..*",
            description = "Built-in scenarios or scenario files; documented-ports when left out.")
    private List<String> scenarios = List.of();

    @Option(names = "--lab", paramLabel = "FILE", required = true, description = "The lab the host is of.")
    private Path lab;

    @Mixin
    private CertsOption certs;

    @Mixin
    private RecordOption record;

    @Mixin
    private NarrowingOptions narrowing;

    @Mixin
    private PatienceOption patience;

    @Mixin
    private ReportOption report;

    @Option(names = "--strict", description = "A check whose proof leaves something open is inconclusive.")
    private boolean strict;

    ProbeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitStatus execute() {
        Site site = SiteReader.lab(lab, scenarios);
        Host self = site.host(host);
        Plan plan = site.plan(from(self, narrowing.selection()));
        OwnAddresses.require(site.lab(), List.of(self), OTHERWISE);
        record.prepare();
        Findings findings = new Findings(terminal, report.folder().prepare(), strict);
        var endpoints = Endpoints.of(plan.tried()).values().stream()
                .flatMap(List::stream)
                .toList();
        var identities = certs.identities(site.lab(), Set.of(host), endpoints, terminal.clock());
        try (Agents agents = new LocalAgents(site.lab(), identities, terminal.clock())) {
            return findings.publish(probe(plan, new WitnessAgent(agents.byHost().get(host))));
        }
    }

    private static Selection from(Host self, Selection given) {
        return new Selection(given.only(), List.of(self.name()), given.to(), given.expect(), given.failed());
    }

    private RunResult probe(Plan plan, WitnessAgent agent) {
        try (Onlooker progress = Onlooker.of(terminal, plan, patience.patience())) {
            CheckRunner runner =
                    new CheckRunner(Map.of(agent.host(), agent), patience.patience(), progress, terminal.clock());
            terminal.interruption().stopsBy(runner::interrupt);
            RunResult result = runner.run(plan);
            keep(plan, result, agent);
            return result;
        }
    }

    private void keep(Plan plan, RunResult result, WitnessAgent agent) {
        record.write(new RecordFile(
                Tool.name(),
                RecordFile.Kind.PROBE,
                result.startedAt(),
                result.millis(),
                result.interrupted(),
                plan,
                agent.observations()));
    }
}
