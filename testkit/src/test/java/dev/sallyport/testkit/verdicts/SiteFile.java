package dev.sallyport.testkit.verdicts;

import dev.sallyport.check.Check;
import dev.sallyport.check.Plan;
import dev.sallyport.flow.Expectation;
import dev.sallyport.lab.Firewall;
import dev.sallyport.lab.Host;
import dev.sallyport.lab.Interface;
import dev.sallyport.lab.Lab;
import dev.sallyport.lab.LabFile;
import dev.sallyport.protocol.Protocols;
import dev.sallyport.roles.Catalog;
import dev.sallyport.roles.CatalogFiles;
import dev.sallyport.scenarios.Planner;
import dev.sallyport.scenarios.Scenarios;
import dev.sallyport.scenarios.Selection;
import dev.sallyport.scenarios.Spoken;
import dev.sallyport.testkit.firewall.NamespaceLab;
import java.net.InetAddress;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A lab file of the test resources: what it plans, and the networks it stands in. A network is a /24, whatever zone it is
 * part of, and the firewall stands between them all.
 *
 * @param path where it lies, for the agents to read
 */
public record SiteFile(Path path, Lab lab, Plan plan) {

    /** The namespaces' firewall lets everything through but what a test forbids: nothing would be denied. */
    private static final Selection ALLOWED =
            new Selection(List.of(), List.of(), List.of(), Optional.of(Expectation.ALLOW), Optional.empty());

    /** Reads one of the test resources. */
    public static SiteFile of(String resource) {
        return at(path(resource));
    }

    /** Reads a lab file, and plans its documented ports. */
    public static SiteFile at(Path path) {
        return at(path, ALLOWED);
    }

    private static SiteFile at(Path path, Selection selection) {
        Catalog catalog = CatalogFiles.builtIn();
        Lab lab = LabFile.read(path, catalog.vocabulary());
        Plan plan = new Planner(lab, catalog, Spoken.of(Protocols.spoken()))
                .plan(List.of(Scenarios.named(Scenarios.DEFAULT)), selection);
        return new SiteFile(path, lab, plan);
    }

    /** Reads one of the test resources, and plans what must stay closed as well. */
    static SiteFile withItsDenies(String resource) {
        return at(path(resource), Selection.all());
    }

    private static Path path(String resource) {
        try {
            return Path.of(SiteFile.class.getResource(resource).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(resource, e);
        }
    }

    /** The checks of another scenario on the same lab. */
    List<Check> planned(String scenario) {
        return new Planner(lab, CatalogFiles.builtIn(), Spoken.of(Protocols.spoken()))
                .plan(List.of(Scenarios.named(scenario)), ALLOWED)
                .checks();
    }

    /** The names of its hosts. */
    public List<String> hosts() {
        return lab.hosts().stream().map(Host::name).toList();
    }

    /** All checks that this version speaks. */
    public List<Check> checks() {
        return plan.checks().stream().filter(Check::spoken).toList();
    }

    Check check(String id) {
        return checks().stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no check '" + id + "'; there are "
                        + checks().stream().map(Check::id).toList()));
    }

    /** Tells whether a check's flow passes the firewall. */
    static boolean crosses(Check check) {
        return !network(check.flow().from().address())
                .equals(network(check.flow().to().address()));
    }

    /** Makes the namespaces, with one firewall between all networks. */
    NamespaceLab namespaces() {
        NamespaceLab.Builder builder = NamespaceLab.builder(lab.name());
        networks().forEach(network -> builder.zone(network, network));
        return started(builder);
    }

    /** Makes the namespaces with the firewalls of the file, each a box of its own between its two zones. */
    NamespaceLab namespacesWithTheirFirewalls() {
        NamespaceLab.Builder builder = NamespaceLab.builder(lab.name());
        networks().forEach(network -> builder.zone(network, network, firewallAt(zoneOf(network))));
        return started(builder);
    }

    private String zoneOf(String network) {
        return lab.hosts().stream()
                .flatMap(host -> host.interfaces().stream())
                .filter(at -> network(at.addresses().get(0)).equals(network))
                .map(at -> at.zone().name())
                .findFirst()
                .orElseThrow();
    }

    private String firewallAt(String zone) {
        return lab.firewalls().stream()
                .filter(firewall -> Stream.of(firewall.first(), firewall.second())
                        .anyMatch(end -> end.name().equals(zone)))
                .map(Firewall::name)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no firewall of " + path + " is at zone " + zone));
    }

    private NamespaceLab started(NamespaceLab.Builder builder) {
        for (Host host : lab.hosts()) {
            for (Interface at : host.interfaces()) {
                InetAddress address = at.addresses().get(0);
                builder.host(host.name(), network(address), address.getHostAddress());
            }
        }
        return builder.start();
    }

    /** Its networks, in the order of its hosts. */
    public Set<String> networks() {
        return lab.hosts().stream()
                .flatMap(host -> host.interfaces().stream())
                .map(at -> network(at.addresses().get(0)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String network(InetAddress address) {
        return address.getHostAddress().replaceFirst("\\d+$", "0/24");
    }

    /** The words that play {@code {host}} of this file behind a pair of pipes. */
    List<String> agent() {
        return SallyportCommand.words("agent", "{host}", "--lab", path.toString(), "--stdio");
    }
}
