package dev.sallyport.testkit.loopback;

import dev.sallyport.certs.KeyKind;
import dev.sallyport.certs.LabCa;
import dev.sallyport.certs.LabName;
import dev.sallyport.certs.Request;
import dev.sallyport.check.Attempt;
import dev.sallyport.check.Check;
import dev.sallyport.check.Listening;
import dev.sallyport.check.Observation;
import dev.sallyport.check.Plan;
import dev.sallyport.identity.Identity;
import dev.sallyport.lab.Host;
import dev.sallyport.lab.Lab;
import dev.sallyport.lab.LabFile;
import dev.sallyport.protocol.Protocols;
import dev.sallyport.roles.Catalog;
import dev.sallyport.roles.CatalogFiles;
import dev.sallyport.run.Agent;
import dev.sallyport.run.CheckRunner;
import dev.sallyport.run.Endpoints;
import dev.sallyport.run.Patience;
import dev.sallyport.run.Progress;
import dev.sallyport.run.RunResult;
import dev.sallyport.scenarios.CertificateNeed;
import dev.sallyport.scenarios.Directories;
import dev.sallyport.scenarios.Planner;
import dev.sallyport.scenarios.Scenarios;
import dev.sallyport.scenarios.Selection;
import dev.sallyport.scenarios.Spoken;
import dev.sallyport.transport.Directory;
import dev.sallyport.transport.LocalAgent;
import dev.sallyport.transport.Network;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A lab all of whose addresses are this machine's, its hosts played in this process of the same parts that the commands
 * are made of.
 *
 * <p>Every host has an agent and a certificate; an agent does nothing until it is asked, so a foreign program can play a
 * host in its stead, with {@link #identity}. Ports are fixed by the rows: choose addresses of 127.0.0.0/8 that nobody
 * else uses.
 *
 * <pre>{@code
 * try (LoopbackLab lab = LoopbackLab.of(text)) {
 *     lab.serve("mediation1", lab.plan("SRV-48"));
 *     ...
 *     assertThat(lab.observed("mediation1").seen()).hasSize(1);
 * }
 * }</pre>
 */
public final class LoopbackLab implements AutoCloseable {
    private static final Clock CLOCK = Clock.systemUTC();

    private final Catalog catalog;
    private final Lab lab;
    private final Protocols protocols = Protocols.spoken();
    private final Network network = new Network();
    private final Map<String, Identity> identities = new LinkedHashMap<>();
    private final Map<String, Agent> agents = new LinkedHashMap<>();

    private LoopbackLab(Catalog catalog, Lab lab) {
        this.catalog = catalog;
        this.lab = lab;
    }

    /**
     * Prepares the hosts of a lab file on the built-in catalogue.
     *
     * @throws dev.sallyport.yaml.InvalidFileException with every problem of the text
     */
    public static LoopbackLab of(String labFile) {
        return of(labFile, Map.of());
    }

    /** Prepares the hosts likewise, some of them with other certificates than their lab's authority issues them. */
    public static LoopbackLab of(String labFile, Map<String, Identity> strange) {
        Catalog catalog = CatalogFiles.builtIn();
        LoopbackLab loopback = new LoopbackLab(catalog, LabFile.parse("lab.yaml", labFile, catalog.vocabulary()));
        loopback.issueCertificates();
        strange.forEach(loopback::presentInstead);
        loopback.makeAgents();
        return loopback;
    }

    /** Returns the certificate and key of a host, for whoever else is to play it. */
    public Identity identity(String host) {
        return known(host, identities);
    }

    /** Returns the plan of the documented ports, narrowed as by {@code --only}; with no words, all of it. */
    public Plan plan(String... only) {
        Selection selection = new Selection(List.of(only), List.of(), List.of(), Optional.empty(), Optional.empty());
        return new Planner(lab, catalog, Spoken.of(protocols))
                .plan(List.of(Scenarios.named(Scenarios.DEFAULT)), selection);
    }

    /**
     * Listens as the host until the lab is closed, wherever the plan needs it to.
     *
     * @throws IllegalStateException if it cannot at some endpoint
     */
    public void serve(String host, Plan plan) {
        List<Listening> listening = known(host, agents)
                .arm(Endpoints.of(plan.tried()).getOrDefault(host, List.of()))
                .toCompletableFuture()
                .join();
        List<String> problems =
                listening.stream().flatMap(each -> each.problem().stream()).toList();
        if (listening.isEmpty() || !problems.isEmpty()) {
            throw new IllegalStateException(host + " cannot serve: "
                    + (problems.isEmpty() ? "no check of the plan needs it to listen" : problems));
        }
    }

    /** Makes the attempts of one check from its initiator, the later ones only if the first fail. */
    public List<Attempt> attempt(Check check) {
        String host = check.flow().from().host();
        known(host, agents)
                .fire(List.of(check), Patience.spread(), attempt -> {})
                .toCompletableFuture()
                .join();
        return observed(host).attempts().stream()
                .filter(attempt -> attempt.check().equals(check.id()))
                .toList();
    }

    /** Returns what the host has seen and tried so far, once what is under way has settled. */
    public Observation observed(String host) {
        return known(host, agents).collect().toCompletableFuture().join();
    }

    /** Runs a plan to its end between our own agents, as {@code run} does. */
    public RunResult run(Plan plan) {
        return new CheckRunner(agents, Patience.spread(), Progress.silent(), CLOCK).run(plan);
    }

    @Override
    public void close() {
        agents.values().forEach(Agent::close);
        network.close();
    }

    private void issueCertificates() {
        LabCa ca = LabCa.create(new LabName(lab.name(), lab.domain()), KeyKind.EC_P256, CLOCK);
        for (CertificateNeed need : CertificateNeed.of(lab)) {
            Request request = Request.of(need.names().toArray(String[]::new)).at(need.addresses());
            identities.put(need.host(), ca.issue(request.shortLived()));
        }
    }

    /** Whatever a host presents, it believes the lab's authority. */
    private void presentInstead(String host, Identity strange) {
        List<X509Certificate> trusted = identity(host).trusted();
        identities.put(host, new Identity(strange.key(), strange.chain(), trusted));
    }

    private void makeAgents() {
        Directory directory = Directories.of(lab);
        for (Host host : lab.hosts()) {
            String domain = directory.speakers().get(host.addresses().get(0)).domain();
            Identity identity = identities.get(host.name());
            agents.put(
                    host.name(),
                    new LocalAgent(
                            host.name(),
                            host.fqdn(),
                            domain,
                            host.roles(),
                            identity,
                            directory,
                            protocols,
                            network,
                            CLOCK));
        }
    }

    private static <T> T known(String host, Map<String, T> hosts) {
        return Optional.ofNullable(hosts.get(host))
                .orElseThrow(() ->
                        new IllegalArgumentException("the lab has no host '" + host + "'; it has " + hosts.keySet()));
    }
}
