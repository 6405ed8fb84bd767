package dev.sallyport.cli;

import dev.sallyport.certs.CertificateFolders;
import dev.sallyport.certs.FolderHost;
import dev.sallyport.certs.KeyKind;
import dev.sallyport.certs.LabName;
import dev.sallyport.control.bus.NatsConfiguration;
import dev.sallyport.identity.AtomicFile;
import dev.sallyport.lab.Lab;
import dev.sallyport.scenarios.CertificateNeed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sallyport certs}: a lab CA, and a certificate folder for each host. */
@Command(
        name = "certs",
        description = "Makes a lab CA, and for each host a folder with its certificate, ready to copy.",
        footer = {
            "",
            "A directory that this command made before keeps its CA; hosts get new certificates.",
            "Each folder has key.pem, cert.pem, ca.pem and HOST.p12; keys are for their owner's",
            "eyes alone.",
            "",
            "With --bus it also makes what a NATS server needs to carry agents: nats.conf, the",
            "server's folder, and the folder controller for whoever runs.",
            "",
            "Examples:",
            "  sallyport certs --lab lab.yaml --out certs",
            "  sallyport certs --lab lab.yaml --out certs --bus bus.contoso.lab:4222"
        })
final class CertsCommand implements Action {

    private final Terminal terminal;

    @Option(
            names = "--lab",
            paramLabel = "FILE",
            required = true,
            description = "The lab whose hosts need certificates.")
    private Path lab;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the folders go.")
    private Path out;

    @Option(
            names = "--bus",
            paramLabel = "HOST[:PORT]",
            description = "Where agents and controller will dial the bus; 4222 when the port is left out.")
    private Optional<String> bus = Optional.empty();

    @Option(
            names = "--keys",
            paramLabel = "rsa|ec",
            converter = KeyOption.class,
            description = "rsa: RSA-2048, as Lync uses (when left out); ec: P-256.")
    private KeyKind keys = KeyKind.RSA_2048;

    CertsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitStatus execute() {
        Lab site = SiteReader.lab(lab, List.of()).lab();
        try {
            tell(write(site));
        } catch (IllegalArgumentException e) {
            throw new BadInputException(e.getMessage());
        }
        return ExitStatus.PASSED;
    }

    private CertificateFolders.Written write(Lab site) {
        Optional<BusFolders> more = bus.map(text -> new BusFolders(site, BusOption.address("tls://" + text)));
        List<FolderHost> hosts = Stream.concat(
                        CertificateNeed.of(site).stream().map(CertsCommand::folder),
                        more.stream().flatMap(each -> each.hosts().stream()))
                .toList();
        CertificateFolders folders = new CertificateFolders(out, Set.of(NatsConfiguration.FILE), terminal.clock());
        Optional<NatsConfiguration> configuration = more.map(BusFolders::configuration);
        CertificateFolders.Written written = folders.write(new LabName(site.name(), site.domain()), keys, hosts);
        configuration.ifPresent(file -> new AtomicFile(out.resolve(NatsConfiguration.FILE))
                .write(file.text().getBytes(StandardCharsets.UTF_8)));
        return written;
    }

    private static FolderHost folder(CertificateNeed need) {
        return new FolderHost(need.host(), need.names(), need.addresses());
    }

    private void tell(CertificateFolders.Written written) {
        Path ca = out.resolve(CertificateFolders.AUTHORITY);
        terminal.out().println(ca + (written.newAuthority() ? ": a new CA; its key stays here" : ": the CA, kept"));
        written.folders().forEach(folder -> terminal.out().println(folder + ": " + purpose(folder)));
        bus.ifPresent(where -> terminal.out()
                .println(out.resolve(NatsConfiguration.FILE) + ": start the bus by `nats-server -c "
                        + NatsConfiguration.FILE + "` in its directory, with folder " + BusFolders.SERVER
                        + " beside it"));
    }

    private String purpose(Path folder) {
        String name = folder.getFileName().toString();
        if (bus.isPresent() && name.equals(BusFolders.SERVER)) {
            return "for the bus";
        }
        return bus.isPresent() && name.equals(AgentOptions.CONTROLLER)
                ? "for whoever runs, with --bus "
                        + BusOption.address("tls://" + bus.get()).url()
                : "copy to " + name;
    }
}
