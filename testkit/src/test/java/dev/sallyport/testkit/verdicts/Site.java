package dev.sallyport.testkit.verdicts;

import dev.sallyport.certs.KeyKind;
import dev.sallyport.certs.LabCa;
import dev.sallyport.certs.LabName;
import dev.sallyport.certs.Request;
import dev.sallyport.check.Attempt;
import dev.sallyport.check.Check;
import dev.sallyport.check.Plan;
import dev.sallyport.control.Alarm;
import dev.sallyport.control.Controller;
import dev.sallyport.control.Spawn;
import dev.sallyport.control.SpawnCommand;
import dev.sallyport.control.Spawned;
import dev.sallyport.control.Timing;
import dev.sallyport.identity.Identity;
import dev.sallyport.lab.Lab;
import dev.sallyport.run.Agent;
import dev.sallyport.run.CheckRunner;
import dev.sallyport.run.Endpoints;
import dev.sallyport.run.Patience;
import dev.sallyport.run.Progress;
import dev.sallyport.run.RunResult;
import dev.sallyport.scenarios.CertificateNeed;
import dev.sallyport.testkit.firewall.Firewall;
import dev.sallyport.testkit.firewall.NamespaceLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A lab file's site in network namespaces, an agent on each host that is asked for, a real firewall between its zones. */
public final class Site implements AutoCloseable {

    /** Nine JVMs start at the same time on what may be two busy cores. */
    private static final Timing TIMING =
            new Timing(Duration.ofSeconds(120), Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(5));

    /** For what must be open: patience costs nothing where an answer comes, and a busy machine must not read as a firewall. */
    public static final Patience LONG = new Patience(
            List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(3)),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15));

    private final SiteFile file;
    private final NamespaceLab namespaces;
    private final LabCa authority;
    private final Map<String, Agent> agents;

    private Site(SiteFile file, NamespaceLab namespaces, Set<String> hosts) {
        this.file = file;
        this.namespaces = namespaces;
        this.authority =
                LabCa.create(new LabName(file.lab().name(), file.lab().domain()), KeyKind.EC_P256, Clock.systemUTC());
        this.agents = spawned(hosts).agents();
    }

    /** Makes the site of a lab file among the test resources, with an agent on every host. */
    public static Site of(String resource) {
        SiteFile file = SiteFile.of(resource);
        return with(file, file.hosts());
    }

    /** Makes it with agents on these hosts alone. */
    public static Site with(SiteFile file, Collection<String> hosts) {
        return in(file.namespaces(), file, hosts);
    }

    /** Makes it with an agent on every host, and with the lab file's own firewalls between the zones. */
    static Site withItsFirewalls(String resource) {
        SiteFile file = SiteFile.of(resource);
        return in(file.namespacesWithTheirFirewalls(), file, file.hosts());
    }

    private static Site in(NamespaceLab namespaces, SiteFile file, Collection<String> hosts) {
        try {
            return new Site(file, namespaces, Set.copyOf(hosts));
        } catch (RuntimeException failure) {
            namespaces.close();
            throw failure;
        }
    }

    private Spawned spawned(Set<String> hosts) {
        Map<String, Identity> identities = identities(file.lab(), hosts);
        Controller controller = new Controller(
                SallyportCommand.tool(), file.lab().digest(), TIMING, Alarm.daemon(), Clock.systemUTC(), note -> {});
        SpawnCommand command = new SpawnCommand(namespaces.spawnTemplate() + " " + String.join(" ", file.agent()));
        Spawned spawned =
                new Spawn(controller, command).start(hosts, host -> Optional.ofNullable(identities.get(host)));
        if (!spawned.failures().isEmpty()) {
            throw new IllegalStateException("agents that did not come up: " + spawned.failures());
        }
        return spawned;
    }

    private Map<String, Identity> identities(Lab lab, Set<String> hosts) {
        return CertificateNeed.of(lab).stream()
                .filter(need -> hosts.contains(need.host()))
                .collect(Collectors.toMap(
                        CertificateNeed::host,
                        need -> authority.issue(
                                Request.of(need.names().toArray(String[]::new)).at(need.addresses()))));
    }

    /**
     * Walks every exchange once, whatever comes of it: nine cold JVMs that load their classes on two busy cores at the same
     * time take longer over a first handshake than a network team's patience lasts.
     */
    void warmUp() {
        run(LONG, check -> true);
    }

    /** The authority that all its hosts believe. */
    LabCa authority() {
        return authority;
    }

    /** Starts a program of the test class path where the one firewall is. */
    Process atFirewall(Class<?> program, String... arguments) {
        return namespaces.startAtFirewall(
                SallyportCommand.java(program, arguments).toArray(String[]::new));
    }

    /** What it was made from. */
    public SiteFile file() {
        return file;
    }

    Firewall firewall() {
        return namespaces.firewall();
    }

    /** The firewall of that name, where the site has its lab file's own. */
    Firewall firewall(String name) {
        return namespaces.firewall(name);
    }

    List<Check> checks() {
        return file.checks();
    }

    /** The namespaces of its hosts and of the firewall. */
    public NamespaceLab namespaces() {
        return namespaces;
    }

    /** Returns the agent on a host that has one. */
    public Agent agent(String host) {
        return Optional.ofNullable(agents.get(host))
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no agent on '" + host + "'; there are " + agents.keySet()));
    }

    public Check check(String id) {
        return file.check(id);
    }

    /** Runs those checks that are wanted, and judges them. */
    RunResult run(Patience patience, Predicate<Check> wanted) {
        return run(patience, wanted, Progress.silent());
    }

    RunResult run(Patience patience, Predicate<Check> wanted, Progress progress) {
        return run(patience, file.checks().stream().filter(wanted).toList(), progress);
    }

    /** Runs these checks, which need not be in the plan, and judges them. */
    RunResult run(Patience patience, List<Check> checks) {
        return run(patience, checks, Progress.silent());
    }

    private RunResult run(Patience patience, List<Check> checks, Progress progress) {
        Plan whole = file.plan();
        return run(patience, new Plan(whole.lab(), whole.labDigest(), whole.scenarios(), checks, List.of()), progress);
    }

    /** Runs these checks with those controls of the plan that they name, and judges them. */
    RunResult runWithControls(Patience patience, List<Check> checks) {
        Plan whole = file.plan();
        Set<String> named = checks.stream()
                .flatMap(check -> check.denial().stream())
                .flatMap(denial -> Stream.concat(denial.neighbour().stream(), denial.along().stream()))
                .collect(Collectors.toSet());
        List<Check> controls = whole.controls().stream()
                .filter(control -> named.contains(control.id()))
                .toList();
        Plan plan = new Plan(whole.lab(), whole.labDigest(), whole.scenarios(), checks, controls, List.of());
        return run(patience, plan, Progress.silent());
    }

    private RunResult run(Patience patience, Plan plan, Progress progress) {
        return new CheckRunner(agents, patience, progress, Clock.systemUTC()).run(plan);
    }

    /** Makes the attempts of these checks, one check after the other, while all their far ends listen. */
    public List<Attempt> walk(List<Check> checks) {
        Endpoints.of(checks)
                .forEach((host, endpoints) ->
                        agents.get(host).arm(endpoints).toCompletableFuture().join());
        List<Attempt> attempts = Collections.synchronizedList(new ArrayList<>());
        for (Check check : checks) {
            Agent initiator = agents.get(check.flow().from().host());
            initiator
                    .fire(List.of(check), LONG, attempts::add)
                    .toCompletableFuture()
                    .join();
        }
        agents.values().forEach(agent -> agent.disarm().toCompletableFuture().join());
        return attempts;
    }

    /** Kills a host's agent, as a machine that loses its power would end it. */
    void kill(String host) {
        long killed = ProcessHandle.current()
                .descendants()
                .filter(process -> commandLine(process).contains("\0agent\0" + host + "\0"))
                .filter(ProcessHandle::destroyForcibly)
                .count();
        if (killed == 0) {
            throw new IllegalStateException("there is no agent of " + host + " to kill");
        }
    }

    /** Its words, each ended by a NUL; longer than what ProcessHandle.Info tells. */
    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }

    @Override
    public void close() {
        agents.values().forEach(Agent::close);
        namespaces.close();
    }
}
