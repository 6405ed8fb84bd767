package dev.sallyport.certs;

import dev.sallyport.identity.AtomicFile;
import dev.sallyport.identity.Identity;
import dev.sallyport.identity.IdentityException;
import dev.sallyport.identity.IdentityFolder;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A directory with a certificate folder for each host of a lab, ready to copy, and the lab's authority in {@code ca}.
 *
 * <pre>
 * ca/key.pem    the authority's key; stays here, so that hosts can be added later
 * ca/cert.pem   the authority's certificate and that of the one above it
 * ca/ca.pem     all three authorities, whom hosts trust
 * ca/ca.crl     its revocation list (DER), to be served at {@link LabName#crl()}
 * ca/policy.crl, ca/root.crl    the lists of those above it
 * fe1/key.pem, fe1/cert.pem, fe1/ca.pem    as {@link IdentityFolder} reads them
 * fe1/fe1.p12   the same as PKCS#12, for Java and Windows
 * </pre>
 *
 * Keys and PKCS#12 files are readable by their owner alone.
 */
public final class CertificateFolders {
    /** The folder of the authority; no host may be called so. */
    public static final String AUTHORITY = "ca";

    /** The revocation list in the authority's folder. */
    public static final String REVOCATION_LIST = "ca.crl";

    /** The password of the PKCS#12 files. It protects nothing: programs ask for one, and the permissions do the work. */
    public static final String PKCS12_PASSWORD = Pkcs12.PASSWORD;

    private static final Set<String> IDENTITY = Set.of(IdentityFolder.KEY, IdentityFolder.CERT, IdentityFolder.CA);

    private final Path directory;
    private final Set<String> beside;
    private final Clock clock;

    /**
     * Takes a directory, which need not exist.
     *
     * @param beside names of files that the caller keeps in the directory beside the folders, {@code nats.conf}
     */
    public CertificateFolders(Path directory, Set<String> beside, Clock clock) {
        this.directory = directory;
        this.beside = Set.copyOf(beside);
        this.clock = clock;
    }

    /**
     * What was written.
     *
     * @param newAuthority whether the lab had no authority before; its hosts must be given the new one's certificate
     * @param folders the hosts' folders, in the order of the hosts
     */
    public record Written(boolean newAuthority, List<Path> folders) {}

    /**
     * Issues a certificate for each host, over the one that is there, by the authority that is there or, in an empty
     * directory, a new one. Folders of other hosts are left alone.
     *
     * @param kind the kind of new keys
     * @throws IdentityException if the directory holds other things, or an authority of another lab, or an expired or
     *     damaged one; nothing is written then
     * @throws java.io.UncheckedIOException if a file cannot be written
     */
    public Written write(LabName lab, KeyKind kind, List<FolderHost> hosts) {
        FolderHost.requireDistinct(hosts);
        DirectoryContent content = new DirectoryContent(directory, beside);
        content.requireOurs();
        boolean newAuthority = !content.hasAuthority();
        LabCa ca = newAuthority ? LabCa.create(lab, kind, clock) : existing(lab, kind);
        List<Identity> identities =
                ca.issueAll(hosts.stream().map(FolderHost::request).toList());
        writeAuthority(ca);
        List<Path> folders = IntStream.range(0, hosts.size())
                .mapToObj(i -> writeHost(hosts.get(i).name(), identities.get(i)))
                .toList();
        return new Written(newAuthority, folders);
    }

    private LabCa existing(LabName lab, KeyKind kind) {
        try {
            Identity authority = new IdentityFolder(directory.resolve(AUTHORITY)).read(clock.instant());
            return LabCa.of(lab, kind, clock, authority);
        } catch (IdentityException e) {
            throw new IdentityException(
                    "cannot issue certificates by the authority in " + directory.resolve(AUTHORITY) + ": "
                            + e.getMessage() + "; to start with a new authority, name another directory",
                    e);
        }
    }

    private void writeAuthority(LabCa ca) {
        Path folder = directory.resolve(AUTHORITY);
        new IdentityFolder(folder).write(ca.authority());
        try {
            new AtomicFile(folder.resolve(REVOCATION_LIST)).write(ca.crl().getEncoded());
            for (var list : ca.listsAbove().entrySet()) {
                new AtomicFile(folder.resolve(list.getKey()))
                        .write(list.getValue().getEncoded());
            }
        } catch (CRLException e) {
            throw new IllegalStateException("the revocation list just made cannot be encoded", e);
        }
    }

    private Path writeHost(String name, Identity identity) {
        Path folder = directory.resolve(name);
        new IdentityFolder(folder).write(identity);
        new AtomicFile(folder.resolve(name + ".p12")).writeSecret(Pkcs12.bytes(name, identity));
        return folder;
    }

    /** Returns the files that a host's folder, or the authority's, may hold. */
    static Set<String> filesOf(String folder) {
        Set<String> own = folder.equals(AUTHORITY)
                ? Set.of(REVOCATION_LIST, Hierarchy.POLICY_LIST, Hierarchy.ROOT_LIST)
                : Set.of(folder + ".p12");
        return Stream.concat(IDENTITY.stream(), own.stream()).collect(Collectors.toSet());
    }
}
