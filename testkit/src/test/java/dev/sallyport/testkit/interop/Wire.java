package dev.sallyport.testkit.interop;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Check;
import dev.sallyport.check.Contact;
import dev.sallyport.check.Listening;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.run.Agent;
import dev.sallyport.run.Endpoints;
import dev.sallyport.testkit.peer.PeerProcess;
import dev.sallyport.testkit.verdicts.Site;
import dev.sallyport.testkit.verdicts.SiteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Hosts on one wire, a network namespace each: on some an agent of ours, on the others whatever foreign program a test
 * starts there. For peers that loopback does not suit: those that want port 67 or 68, a hardware address, or an address
 * that is theirs alone.
 */
final class Wire implements AutoCloseable {
    private final SiteFile file;
    private final Site site;

    private Wire(SiteFile file, Site site) {
        this.file = file;
        this.site = site;
    }

    /** Makes the hosts of a lab of one zone, with agents of ours on these. */
    static Wire of(Path directory, String labFile, String... ours) {
        Path path = directory.resolve("lab.yaml");
        try {
            Files.writeString(path, labFile);
        } catch (IOException failure) {
            throw new UncheckedIOException("could not write " + path, failure);
        }
        SiteFile file = SiteFile.at(path);
        return new Wire(file, Site.with(file, List.of(ours)));
    }

    /** Listens as a host of ours wherever these rows need it to. */
    void serve(String host, String... rows) {
        List<Check> checks = file.checks().stream()
                .filter(check -> check.rows().stream().anyMatch(List.of(rows)::contains))
                .toList();
        List<Endpoint> endpoints = Endpoints.of(checks).getOrDefault(host, List.of());
        List<Listening> listening =
                site.agent(host).arm(endpoints).toCompletableFuture().join();
        if (listening.isEmpty()
                || listening.stream().anyMatch(each -> each.problem().isPresent())) {
            throw new IllegalStateException(host + " cannot serve " + List.of(rows) + ": " + listening);
        }
    }

    /** Makes the attempts of a check from its initiator, a host of ours; the later ones only if the first fail. */
    List<Attempt> attempt(String id) {
        Check check = site.check(id);
        Agent agent = site.agent(check.flow().from().host());
        agent.fire(List.of(check), Site.LONG, attempt -> {})
                .toCompletableFuture()
                .join();
        return agent.collect().toCompletableFuture().join().attempts().stream()
                .filter(attempt -> attempt.check().equals(id))
                .toList();
    }

    /** Returns what a host of ours has seen come to a port so far. */
    List<Contact> seen(String host, int port) {
        return site.agent(host).collect().toCompletableFuture().join().seen().stream()
                .filter(contact -> contact.local().getPort() == port)
                .toList();
    }

    /** Starts a foreign program on a host. */
    PeerProcess start(String host, Path directory, String... words) {
        List<String> command = new ArrayList<>(site.namespaces().command(host));
        command.addAll(Arrays.asList(words));
        return PeerProcess.start(directory, Map.of(), command);
    }

    @Override
    public void close() {
        site.close();
    }
}
