package dev.sallyport.cli;

import dev.sallyport.check.Listening;
import dev.sallyport.check.Observation;
import dev.sallyport.check.Plan;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.flow.Security;
import dev.sallyport.json.RecordFile;
import dev.sallyport.lab.Host;
import dev.sallyport.run.Agent;
import dev.sallyport.run.Endpoints;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sallyport serve}: listens as hosts of a lab would, with nobody to coordinate, until interrupted. */
@Command(
        name = "serve",
        description = "Listens where the scenarios need these hosts to, until interrupted.",
        footer = {
            "",
            "Prints a line an endpoint, then `ready`.",
            "",
            "Example:",
            "  sallyport serve edge1 --lab lab.yaml --certs certs --record edge1.json"
        })
final class ServeCommand implements Action {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "HOST|SCENARIO",
            arity = "1..*",
            description = "Whose parts to play, and for which scenarios; documented-ports when left out.")
    private List<String> words = List.of();

    @Option(names = "--lab", paramLabel = "FILE", required = true, description = "The lab the hosts are of.")
    private Path lab;

    @Mixin
    private CertsOption certs;

    @Mixin
    private RecordOption record;

    @Mixin
    private NarrowingOptions narrowing;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitStatus execute() {
        ServedHosts served = ServedHosts.of(words, SiteReader.lab(lab, List.of()));
        Site site = SiteReader.lab(lab, served.scenarios());
        Plan plan = site.plan(narrowing.selection());
        Map<String, List<Endpoint>> endpoints = endpoints(plan, served.hosts());
        record.prepare();
        List<Endpoint> all = endpoints.values().stream().flatMap(List::stream).toList();
        var identities = certs.identities(site.lab(), endpoints.keySet(), all, terminal.clock());
        try (Agents agents = new LocalAgents(site.lab(), identities, terminal.clock(), terminal.visitLog())) {
            return serve(plan, endpoints, agents.byHost());
        }
    }

    private static Map<String, List<Endpoint>> endpoints(Plan plan, List<Host> hosts) {
        Set<String> names = hosts.stream().map(Host::name).collect(Collectors.toSet());
        Map<String, List<Endpoint>> endpoints = Endpoints.of(plan.tried());
        endpoints.keySet().retainAll(names);
        if (endpoints.isEmpty()) {
            throw new BadInputException("nothing to serve: no check that this version speaks needs "
                    + String.join(" or ", names) + " to listen");
        }
        return endpoints;
    }

    private ExitStatus serve(Plan plan, Map<String, List<Endpoint>> endpoints, Map<String, Agent> agents) {
        CountDownLatch interrupted = new CountDownLatch(1);
        terminal.interruption().stopsBy(interrupted::countDown);
        List<Listening> armed = new ArrayList<>();
        agents.forEach((host, agent) -> armed.addAll(
                tell(host, agent.arm(endpoints.get(host)).toCompletableFuture().join())));
        if (armed.stream().noneMatch(Listening::bound)) {
            throw new BadInputException("nothing to serve: not one endpoint could be bound");
        }
        Instant ready = terminal.clock().instant();
        terminal.out().println("ready");
        await(interrupted);
        keep(plan, ready, agents.values());
        return armed.stream().allMatch(Listening::bound) ? ExitStatus.PASSED : ExitStatus.INCONCLUSIVE;
    }

    private List<Listening> tell(String host, List<Listening> listening) {
        for (Listening one : listening) {
            one.problem().ifPresentOrElse(problem -> terminal.err().println(host + ": " + problem), () -> terminal.out()
                    .println(host + "  " + line(one.endpoint())));
        }
        return listening;
    }

    private static String line(Endpoint endpoint) {
        String security =
                endpoint.security().stream().sorted().map(Security::text).collect(Collectors.joining("+"));
        String protocols = endpoint.protocols().stream().sorted().collect(Collectors.joining("+"));
        String kind = endpoint.passesTo().isEmpty() ? security : "passed on to " + hops(endpoint);
        return Labelled.padded(endpoint.label(), 26) + "  " + Labelled.padded(protocols, 6) + "  " + kind;
    }

    private static String hops(Endpoint endpoint) {
        return endpoint.passesTo().stream()
                .map(hop -> hop.to().getAddress().getHostAddress())
                .collect(Collectors.joining(", "));
    }

    private static void await(CountDownLatch interrupted) {
        try {
            interrupted.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(Plan plan, Instant ready, Iterable<Agent> agents) {
        List<Observation> observations = new ArrayList<>();
        agents.forEach(
                agent -> observations.add(agent.collect().toCompletableFuture().join()));
        Duration served = Duration.between(ready, terminal.clock().instant());
        Plan withoutChecks = new Plan(plan.lab(), plan.labDigest(), plan.scenarios(), List.of(), List.of());
        record.write(new RecordFile(
                Tool.name(), RecordFile.Kind.SERVE, ready, served.toMillis(), false, withoutChecks, observations));
    }
}
