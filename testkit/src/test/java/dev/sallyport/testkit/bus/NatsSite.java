package dev.sallyport.testkit.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.control.bus.BusAddress;
import dev.sallyport.control.bus.NatsBus;
import dev.sallyport.identity.Identity;
import dev.sallyport.identity.IdentityFolder;
import dev.sallyport.json.ReportFile;
import dev.sallyport.run.RunResult;
import dev.sallyport.testkit.peer.PeerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/** A lab on loopback addresses, a broker, and an agent of each host on it. */
final class NatsSite implements AutoCloseable {

    static final List<String> HOSTS = List.of("gateway1", "med1", "fe1");
    static final String LAB = """
            lab: nats
            domain: nats.test
            zones: [inside, outside]
            hosts:
              gateway1: { zone: outside, address: 127.79.0.1, roles: [pstn-gateway] }
              med1: { zone: inside, address: 127.79.0.2, roles: [mediation] }
              fe1: { zone: inside, address: 127.79.0.3, roles: [front-end] }
            ports: { SRV-47: 25067, SRV-48: 25068, SRV-39: 25152-25200 }
            """;

    private final Path folder;
    private final Path lab;
    private final BusAddress address;
    private final Map<String, StartedCommand> agents = new LinkedHashMap<>();
    private PeerProcess broker;

    private NatsSite(Path folder, int port) throws IOException {
        this.folder = folder;
        lab = Files.writeString(folder.resolve("lab.yaml"), LAB);
        address = new BusAddress("127.0.0.1", port);
    }

    /** Makes certificates, starts the broker and every agent, and waits until all have joined. */
    static NatsSite start(Path folder) throws IOException {
        NatsSite site = startBrokerAlone(folder);
        HOSTS.forEach(site::startAgent);
        HOSTS.forEach(site::awaitAgent);
        return site;
    }

    /** Makes certificates and starts the broker; nobody joins. */
    static NatsSite startBrokerAlone(Path folder) throws IOException {
        NatsSite site = new NatsSite(folder, freePort());
        site.certs("certs");
        site.startBroker();
        return site;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** Makes the certificates of a lab CA of its own. */
    void certs(String name) {
        String bus = address.host() + ":" + address.port();
        String out = folder.resolve(name).toString();
        StartedCommand certs =
                StartedCommand.start("certs", "--lab", lab.toString(), "--out", out, "--keys", "ec", "--bus", bus);
        assertThat(certs.end()).as(certs.said()).isZero();
    }

    Identity identity(String certs, String host) {
        return new IdentityFolder(folder.resolve(certs).resolve(host)).read(Instant.now());
    }

    BusAddress address() {
        return address;
    }

    NatsBus dial(String host, Consumer<String> notes) {
        return NatsBus.connect(address, identity("certs", host), notes);
    }

    void startBroker() {
        broker = PeerProcess.start(
                folder.resolve("certs"), Map.of(), List.of("nats-server", "-c", "nats.conf", "-a", "127.0.0.1"));
        Awaitility.await().until(() -> broker.output().contains("Server is ready"));
    }

    void killBroker() {
        broker.close();
    }

    void startAgent(String host) {
        agents.put(host, StartedCommand.start(words(List.of("agent", host, "--certs", folder.resolve("certs") + ""))));
    }

    StartedCommand awaitAgent(String host) {
        return agents.get(host).await("ready");
    }

    void killAgent(String host) {
        agents.get(host).kill();
    }

    StartedCommand agent(String host) {
        return agents.get(host);
    }

    /** Starts a run over the bus, whose report has that name. */
    StartedCommand run(String report, String... more) {
        List<String> words = new ArrayList<>(List.of("run", "--certs", folder.resolve("certs") + "/controller"));
        words.addAll(List.of("--report", folder.resolve(report).toString()));
        words.addAll(List.of(more));
        return StartedCommand.start(words(words));
    }

    private String[] words(List<String> command) {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of("--lab", lab.toString(), "--bus", address.url()));
        return words.toArray(String[]::new);
    }

    /** Returns each check's verdict. */
    Map<String, String> verdicts(String report) {
        Path file = folder.resolve(report).resolve("report.json");
        try {
            return verdicts(
                    ReportFile.read(file.toString(), Files.readString(file)).run());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> verdicts(RunResult run) {
        Map<String, String> verdicts = new TreeMap<>();
        run.checks()
                .forEach(found -> verdicts.put(
                        found.check().id(),
                        found.finding().status() + " "
                                + found.finding().verdict().text()));
        return verdicts;
    }

    @Override
    public void close() {
        agents.values().forEach(StartedCommand::close);
        broker.close();
    }
}
