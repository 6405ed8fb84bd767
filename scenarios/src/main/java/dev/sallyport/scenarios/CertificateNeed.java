package dev.sallyport.scenarios;

import dev.sallyport.lab.Host;
import dev.sallyport.lab.Interface;
import dev.sallyport.lab.Lab;
import dev.sallyport.lab.Trait;
import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the certificate of a host must carry.
 *
 * @param host the host's name in the lab, {@code edge1}
 * @param names DNS names, the host's own first: of its interfaces and its pool, {@code sip.<domain>} for hosts that
 *     clients sign in to, those of a domain's web services for hosts that offer them, the domain itself for an Edge, which
 *     speaks for it in federation and over XMPP
 * @param addresses every address others may dial, public ones included
 */
public record CertificateNeed(String host, List<String> names, List<InetAddress> addresses) {
    /** The simple URLs and the automatic discovery of a domain, which Lync's own request for a certificate names. */
    private static final List<String> WEB_NAMES =
            List.of("lyncdiscover", "lyncdiscoverinternal", "meet", "dialin", "admin");

    /** Keeps its own copies. */
    public CertificateNeed {
        names = List.copyOf(names);
        addresses = List.copyOf(addresses);
    }

    /** Returns the needs of every host, in the lab's order. */
    public static List<CertificateNeed> of(Lab lab) {
        return lab.hosts().stream().map(host -> of(lab, host)).toList();
    }

    private static CertificateNeed of(Lab lab, Host host) {
        Set<String> names = new LinkedHashSet<>(host.fqdns());
        host.pool().map(lab::poolFqdn).ifPresent(names::add);
        if (host.has(Trait.DOMAIN)) {
            names.add(lab.domain());
        }
        if (host.has(Trait.SIGN_IN)) {
            names.add(Directories.signIn(lab));
        }
        if (host.has(Trait.WEB)) {
            WEB_NAMES.forEach(name -> names.add(name + "." + lab.domain()));
        }
        Set<InetAddress> addresses = new LinkedHashSet<>(host.addresses());
        host.interfaces().stream().map(Interface::publicAddress).forEach(seen -> seen.ifPresent(addresses::add));
        return new CertificateNeed(host.name(), List.copyOf(names), List.copyOf(addresses));
    }
}
