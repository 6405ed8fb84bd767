package dev.sallyport.testkit.verdicts;

import dev.sallyport.check.Check;
import dev.sallyport.check.Plan;
import dev.sallyport.flow.Expectation;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A lab file of the test resources: what it plans, and the networks it stands in.
 *
 * @param path where it lies, for the agents to read
 */
record SiteFile(Path path, Lab lab, Plan plan) {

    /** The namespaces' firewall lets everything through but what a test forbids: nothing would be denied. */
    private static final Selection ALLOWED =
            new Selection(List.of(), List.of(), List.of(), Optional.of(Expectation.ALLOW), Optional.empty());

    static SiteFile of(String resource) {
        Path path = path(resource);
        Catalog catalog = CatalogFiles.builtIn();
        Lab lab = LabFile.read(path, catalog.vocabulary());
        Plan plan = new Planner(lab, catalog, Spoken.of(Protocols.spoken()))
                .plan(List.of(Scenarios.named(Scenarios.DEFAULT)), ALLOWED);
        return new SiteFile(path, lab, plan);
    }

    private static Path path(String resource) {
        try {
            return Path.of(SiteFile.class.getResource(resource).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(resource, e);
        }
    }

    List<String> hosts() {
        return lab.hosts().stream().map(Host::name).toList();
    }

    /** All checks that this version speaks. */
    List<Check> checks() {
        return plan.checks().stream().filter(Check::spoken).toList();
    }

    Check check(String id) {
        return checks().stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no check '" + id + "'; there are "
                        + checks().stream().map(Check::id).toList()));
    }

    /** Makes the namespaces: each zone is the /24 its first address lies in. */
    NamespaceLab namespaces() {
        NamespaceLab.Builder builder = NamespaceLab.builder(lab.name());
        networks().forEach(builder::zone);
        for (Host host : lab.hosts()) {
            for (Interface at : host.interfaces()) {
                builder.host(
                        host.name(), at.zone().name(), at.addresses().get(0).getHostAddress());
            }
        }
        return builder.start();
    }

    private Map<String, String> networks() {
        Map<String, String> networks = new LinkedHashMap<>();
        for (Host host : lab.hosts()) {
            for (Interface at : host.interfaces()) {
                networks.putIfAbsent(at.zone().name(), network(at.addresses().get(0)));
            }
        }
        return networks;
    }

    private static String network(InetAddress address) {
        return address.getHostAddress().replaceFirst("\\d+$", "0/24");
    }

    /** The words that play {@code {host}} of this file behind a pair of pipes. */
    List<String> agent() {
        return SallyportCommand.words("agent", "{host}", "--lab", path.toString(), "--stdio");
    }
}
