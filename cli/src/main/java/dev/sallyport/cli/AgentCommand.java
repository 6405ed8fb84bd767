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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sallyport agent}: plays a host's part for {@code run --spawn}, over standard input and output. */
@Command(
        name = "agent",
        description = "Plays HOST's part for a run elsewhere, until its input ends.",
        footer = {
            "",
            "Started by `sallyport run --spawn`, not by hand. Standard output belongs to the",
            "conversation; all else goes to standard error.",
            "",
            "Example:",
            "  sallyport run --lab lab.yaml --spawn 'ssh {host} sallyport agent {host}",
            "      --lab lab.yaml --stdio'"
        })
final class AgentCommand implements Action {

    private final Terminal terminal;

    @Parameters(paramLabel = "HOST", description = "Whose part to play.")
    private String host;

    @Option(names = "--lab", paramLabel = "FILE", required = true, description = "The same lab file as the run has.")
    private Path lab;

    @Option(
            names = "--stdio",
            required = true,
            description = "Takes orders on standard input, answers on standard output.")
    private boolean stdio;

    @Option(
            names = "--certs",
            paramLabel = "DIR",
            description = "Certificate folders; the run sends a certificate when left out.")
    private Optional<Path> certs = Optional.empty();

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
        return play(site.lab(), self, own);
    }

    private ExitStatus play(Lab site, Host self, Optional<Identity> own) {
        LocalPart part = new LocalPart(site, self, terminal.clock(), terminal.visitLog());
        PipedHost piped =
                PipedHost.of(Tool.name(), site.digest(), Territory.of(site, self), part, own, terminal.err()::println);
        terminal.err().println("ready");
        try (part) {
            return AgentLoop.run(piped, terminal.in(), terminal.out()) == Parting.CONFUSED
                    ? ExitStatus.BAD_INPUT
                    : ExitStatus.PASSED;
        }
    }
}
