package dev.sallyport.certs;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A host that gets a certificate folder.
 *
 * @param name what the lab calls it, {@code fe1}; the folder's name
 * @param names the DNS names that it is dialled by, the first as common name
 * @param addresses the addresses that it is dialled by
 */
public record FolderHost(String name, List<String> names, List<InetAddress> addresses) {
    private static final Pattern FOLDER_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

    public FolderHost {
        names = List.copyOf(names);
        addresses = List.copyOf(addresses);
        if (!FOLDER_NAME.matcher(name).matches() || name.equalsIgnoreCase(CertificateFolders.AUTHORITY)) {
            throw new IllegalArgumentException("no certificate folder can be called '" + name
                    + "': letters, digits, '.', '_' and '-' make a host's name, and '" + CertificateFolders.AUTHORITY
                    + "' is the authority's folder");
        }
    }

    Request request() {
        return Request.of(names.toArray(String[]::new)).at(addresses);
    }

    /** Two names that differ in case alone would share a folder on some file systems. */
    static void requireDistinct(List<FolderHost> hosts) {
        Set<String> seen = new HashSet<>();
        for (FolderHost host : hosts) {
            if (!seen.add(host.name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("two hosts are called " + host.name
                        + ", but each needs a certificate folder of its own; rename one");
            }
        }
    }
}
