package dev.sallyport.cli;

import dev.sallyport.certs.KeyKind;
import dev.sallyport.check.Plan;
import dev.sallyport.demo.DemoFiles;
import dev.sallyport.demo.DemoSite;
import dev.sallyport.demo.Fault;
import dev.sallyport.demo.Faults;
import dev.sallyport.demo.RuleBase;
import dev.sallyport.demo.Truth;
import dev.sallyport.lab.Host;
import dev.sallyport.lab.Lab;
import dev.sallyport.run.CheckRunner;
import dev.sallyport.run.Patience;
import dev.sallyport.run.RunResult;
import dev.sallyport.scenarios.Selection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A run on the demo's site with faults in its firewall, and the truth beside its verdicts.
 *
 * @param folder keeps the lab file, the rules and the reports
 */
record PlantedRun(Terminal terminal, ReportFolder folder, List<Fault> faults) {

    /** No device on this way takes seconds to make up its mind, but agents that have just started may. */
    private static final Patience PATIENCE = patience(Duration.ofSeconds(8));

    private static final Patience DENIED = patience(Duration.ofMillis(2500));

    private static Patience patience(Duration step) {
        List<Duration> starts = List.of(Duration.ZERO, Duration.ofMillis(500), Duration.ofMillis(1000));
        return new Patience(starts, Duration.ofMillis(1500), step);
    }

    /** Returns the faults that can be planted on this machine, and says of the others what they need. */
    static Faults possible(Terminal terminal) {
        Faults all = Faults.builtIn();
        Faults possible = all.possibleHere();
        all.all().stream().filter(fault -> !possible.all().contains(fault)).forEach(fault -> terminal.err()
                .println("left out: " + fault.about() + "; for that, sudo modprobe "
                        + fault.module().orElseThrow()));
        return possible;
    }

    /** Runs, prints the result and, where it came to its end, the truth; returns what the run came to. */
    ExitStatus publish() {
        RuleBase rules = RuleBase.faultless().with(faults);
        RunResult result = result(rules);
        write("rules.nft", rules.text());
        ExitStatus status = new Findings(terminal, folder, false).publish(result);
        if (!result.interrupted()) {
            terminal.out().print(TruthTable.of(Truth.of(faults, result)));
        }
        return status;
    }

    private RunResult result(RuleBase rules) {
        Path file = write("lab.yaml", DemoFiles.lab()).toAbsolutePath();
        Site site = SiteReader.lab(file, List.of());
        Plan plan = BetweenZones.of(site.plan(Selection.all()));
        try (DemoSite made = DemoSite.open(rules);
                Agents agents = agents(site.lab(), made, file)) {
            return SecondLook.at(plan, part -> run(part, plan, agents));
        }
    }

    private Agents agents(Lab lab, DemoSite made, Path file) {
        Set<String> hosts = lab.hosts().stream().map(Host::name).collect(Collectors.toSet());
        String agent = ThisProgram.command("agent", "{host}", "--lab", file.toString(), "--stdio");
        return SpawnedAgents.start(
                lab,
                made.on("{host}") + " " + agent,
                Identities.made(lab, hosts, KeyKind.EC_P256, terminal.clock()),
                terminal.err());
    }

    private RunResult run(Plan part, Plan whole, Agents agents) {
        try (Onlooker progress = Onlooker.of(terminal, part, PATIENCE)) {
            CheckRunner runner = new CheckRunner(agents.byHost(), PATIENCE, DENIED, progress, terminal.clock());
            terminal.interruption().stopsBy(runner::interrupt);
            return runner.run(part, whole);
        }
    }

    private Path write(String name, String text) {
        Path file = folder.directory().resolve(name);
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file + ": " + e, e);
        }
    }
}
