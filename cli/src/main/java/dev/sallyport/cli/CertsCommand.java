package dev.sallyport.cli;

import dev.sallyport.certs.CertificateFolders;
import dev.sallyport.certs.FolderHost;
import dev.sallyport.certs.KeyKind;
import dev.sallyport.certs.LabName;
import dev.sallyport.lab.Lab;
import dev.sallyport.scenarios.CertificateNeed;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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
            "Example:",
            "  sallyport certs --lab lab.yaml --out certs"
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
        List<FolderHost> hosts =
                CertificateNeed.of(site).stream().map(CertsCommand::folder).toList();
        CertificateFolders folders = new CertificateFolders(out, Set.of(), terminal.clock());
        return folders.write(new LabName(site.name(), site.domain()), keys, hosts);
    }

    private static FolderHost folder(CertificateNeed need) {
        return new FolderHost(need.host(), need.names(), need.addresses());
    }

    private void tell(CertificateFolders.Written written) {
        Path ca = out.resolve(CertificateFolders.AUTHORITY);
        terminal.out().println(ca + (written.newAuthority() ? ": a new CA; its key stays here" : ": the CA, kept"));
        written.folders().forEach(folder -> terminal.out().println(folder + ": copy to " + folder.getFileName()));
    }
}
