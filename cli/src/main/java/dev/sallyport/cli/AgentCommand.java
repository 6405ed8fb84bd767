package dev.sallyport.cli;

import dev.sallyport.control.AgentLoop;
import dev.sallyport.control.Parting;
import dev.sallyport.control.PipedHost;
import dev.sallyport.control.Territory;
import dev.sallyport.identity.Identity;
import dev.sallyport.lab.Host;
import dev.sallyport.lab.Lab;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sallyport agent}: plays a host's part for a run elsewhere, over standard input and output or over a bus. */
@Command(
        name = "agent",
        description = "Plays HOST's part for a run elsewhere, until its input ends or it is interrupted.",
        footer = {
            "",
            "With --stdio it is started by `sallyport run --spawn`, not by hand. Standard",
            "output belongs to the conversation; all else goes to standard error.",
            "With --bus it joins the bus and stays, for one run after the other.",
            "",
            "Examples:",
            "  sallyport agent edge1 --lab lab.yaml --bus tls://bus.contoso.lab:4222",
            "      --certs certs",
            "  sallyport run --lab lab.yaml --spawn 'ssh {host} sallyport agent {host}",
            "      --lab lab.yaml --stdio'"
        })
final class AgentCommand implements Action {

    private final Terminal terminal;

    @Parameters(paramLabel = "HOST", description = "Whose part to play.")
    private String host;

    @Option(names = "--lab", paramLabel = "FILE", required = true, description = "The same lab file as the run has.")
    private Path lab;

    @ArgGroup(multiplicity = "1")
    private Way way;

    @Option(
            names = "--certs",
            paramLabel = "DIR",
            description = "Certificate folders, one a host; with --stdio the run sends a certificate when left out.")
    private Optional<Path> certs = Optional.empty();

    /** How it is spoken to. */
    static final class Way {

        @Option(
                names = "--stdio",
                required = true,
                description = "Takes orders on standard input, answers on standard output.")
        private boolean stdio;

        @Option(
                names = "--bus",
                required = true,
                paramLabel = "URL",
                description = "Joins the bus at tls://HOST[:PORT]; needs --certs.")
        private Optional<String> bus = Optional.empty();
    }

    AgentCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitStatus execute() {
        Site site = SiteReader.lab(lab, List.of());
        Host self = site.host(host);
        OwnAddresses.require(site.lab(), List.of(self), "start this agent where the host is, or correct the lab file");
        Optional<Identity> own =
                certs.map(directory -> Identities.kept(site.lab(), Set.of(host), directory, terminal.clock())
                        .get(host));
        if (way.bus.isPresent() && own.isEmpty()) {
            throw new BadInputException("--bus needs --certs DIR, where folder " + host
                    + " is: `sallyport certs --lab FILE --out DIR --bus HOST:PORT` makes it");
        }
        return play(site.lab(), self, own);
    }

    private ExitStatus play(Lab site, Host self, Optional<Identity> own) {
        try (LocalPart part = new LocalPart(site, self, terminal.clock(), terminal.visitLog())) {
            PipedHost piped = PipedHost.of(
                    Tool.name(), site.digest(), Territory.of(site, self), part, own, terminal.err()::println);
            return way.bus
                    .map(url -> new JoinedAgent(terminal, piped).serve(BusOption.address(url), own.orElseThrow()))
                    .orElseGet(() -> overPipes(piped));
        }
    }

    private ExitStatus overPipes(PipedHost piped) {
        terminal.err().println("ready");
        return AgentLoop.run(piped, terminal.in(), terminal.out()) == Parting.CONFUSED
                ? ExitStatus.BAD_INPUT
                : ExitStatus.PASSED;
    }
}
