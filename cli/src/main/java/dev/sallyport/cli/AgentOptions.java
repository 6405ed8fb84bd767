package dev.sallyport.cli;

import dev.sallyport.certs.KeyKind;
import dev.sallyport.check.Check;
import dev.sallyport.check.Plan;
import dev.sallyport.identity.Identity;
import dev.sallyport.lab.Lab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** Who plays the hosts of a run, and what they present. */
final class AgentOptions {

    private static final String ELSEWHERE =
            "start each host's agent where it is, by --spawn 'ssh {host} sallyport agent"
                    + " {host} --lab lab.yaml --stdio', or over a bus by --bus URL --certs DIR, or correct the lab file";

    /** The folder that {@code sallyport certs --bus} makes for whoever runs. */
    static final String CONTROLLER = "controller";

    @Option(
            names = "--spawn",
            paramLabel = "COMMAND",
            description =
                    "Starts each host's agent; {host} is replaced, and it is spoken to over its standard input and"
                            + " output.")
    private Optional<String> spawn = Optional.empty();

    @Option(
            names = "--bus",
            paramLabel = "URL",
            description = "Plays through agents that have joined the bus at tls://HOST[:PORT]; needs --certs.")
    private Optional<String> bus = Optional.empty();

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            converter = TimeOption.class,
            description = "How long agents may take to join the bus; 30s when left out.")
    private Duration wait = Duration.ofSeconds(30);

    @Option(
            names = "--certs",
            paramLabel = "DIR",
            description = "Certificate folders, one a host, instead of certificates made for the run; with --bus, the"
                    + " folder of the controller.")
    private Optional<Path> certs = Optional.empty();

    @Option(
            names = "--keys",
            paramLabel = "rsa|ec",
            converter = KeyOption.class,
            description = "Keys made for the run: ec: P-256, quick (when left out); rsa: RSA-2048, as Lync uses.")
    private KeyKind keys = KeyKind.EC_P256;

    /** Refuses a lab that this machine alone cannot play, where nobody else is to. */
    void requirePlayable(Lab lab, boolean defaultLab) {
        if (spawn.isPresent() && bus.isPresent()) {
            throw new BadInputException("--spawn starts agents, --bus finds them: give one of the two");
        }
        if (bus.isPresent() && certs.isEmpty()) {
            throw new BadInputException("--bus needs --certs DIR, the folder '" + CONTROLLER
                    + "' that `sallyport certs --lab FILE --out DIR --bus HOST:PORT` makes");
        }
        boolean elsewhere = spawn.isPresent() || bus.isPresent();
        if (defaultLab && elsewhere) {
            throw new BadInputException((spawn.isPresent() ? "--spawn starts" : "--bus finds")
                    + " agents of a lab's hosts; name the lab by --lab FILE");
        }
        if (!defaultLab && !elsewhere) {
            OwnAddresses.require(lab, lab.hosts(), ELSEWHERE);
        }
    }

    /** Starts the agents of every host that the plan needs. */
    Agents start(Lab lab, Plan plan, Terminal terminal) {
        if (bus.isPresent()) {
            return BusAgents.find(lab, hosts(plan), BusOption.address(bus.get()), controllersOwn(), wait, terminal);
        }
        Map<String, Identity> identities = identities(lab, hosts(plan), terminal.clock());
        return spawn.<Agents>map(command -> SpawnedAgents.start(lab, command, identities, terminal.err()))
                .orElseGet(() -> new LocalAgents(lab, identities, terminal.clock()));
    }

    /** The folder itself, or what `certs` made it in. */
    private Path controllersOwn() {
        Path given = certs.orElseThrow();
        Path within = given.resolve(CONTROLLER);
        return Files.isDirectory(within) ? within : given;
    }

    private Map<String, Identity> identities(Lab lab, Set<String> hosts, Clock clock) {
        return certs.map(directory -> Identities.kept(lab, hosts, directory, clock))
                .orElseGet(() -> Identities.made(lab, hosts, keys, clock));
    }

    private static Set<String> hosts(Plan plan) {
        Set<String> hosts = new LinkedHashSet<>();
        for (Check check : plan.tried()) {
            hosts.add(check.flow().from().host());
            hosts.add(check.flow().to().host());
            check.behind().forEach(member -> hosts.add(member.party().host()));
        }
        return hosts;
    }
}
