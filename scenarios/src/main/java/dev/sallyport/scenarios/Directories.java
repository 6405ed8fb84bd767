package dev.sallyport.scenarios;

import dev.sallyport.lab.Host;
import dev.sallyport.lab.Interface;
import dev.sallyport.lab.Lab;
import dev.sallyport.lab.Trait;
import dev.sallyport.transport.Directory;
import dev.sallyport.transport.Directory.Speaker;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes the directory that agents of a lab share.
 *
 * <p>A name has all addresses at which it can be dialled, a public one before the own one that only its zone dials. The
 * lab's domain is at the Access Edges; {@code sip.<domain>} too, or at Directors and Front Ends where there is no Edge.
 * A masquerade's source has no speaker, as many stand behind it.
 */
public final class Directories {
    private final Lab lab;
    private final Map<String, Set<InetAddress>> names = new LinkedHashMap<>();
    private final Map<InetAddress, Speaker> speakers = new LinkedHashMap<>();
    private final Map<InetAddress, InetAddress> publics = new LinkedHashMap<>();

    private Directories(Lab lab) {
        this.lab = lab;
    }

    /** Returns who is who in the lab. */
    public static Directory of(Lab lab) {
        Directories directories = new Directories(lab);
        lab.hosts().forEach(directories::add);
        directories.addDomain();
        Map<String, List<InetAddress>> names = new LinkedHashMap<>();
        directories.names.forEach((name, addresses) -> names.put(name, List.copyOf(addresses)));
        return new Directory(names, lab.addresses(), directories.speakers, directories.publics);
    }

    /** Returns the name that clients sign in at, {@code sip.contoso.lab}. */
    static String signIn(Lab lab) {
        return "sip." + lab.domain();
    }

    private void add(Host host) {
        for (Interface at : host.interfaces()) {
            List<InetAddress> dialled = dialled(at);
            name(host.fqdn(), dialled);
            name(at.fqdn(), dialled);
            host.pool().ifPresent(pool -> name(lab.poolFqdn(pool), dialled));
            at.publicAddress().ifPresent(known -> at.addresses().forEach(own -> publics.put(own, known)));
            dialled.forEach(address -> speakers.put(address, new Speaker(at.fqdn(), Parties.domain(lab, host))));
        }
    }

    private void addDomain() {
        List<InetAddress> access = access();
        if (!access.isEmpty()) {
            name(lab.domain(), access);
            name(signIn(lab), access);
            return;
        }
        hostsWith(Trait.SIGN_IN)
                .flatMap(host -> host.interfaces().stream())
                .forEach(at -> name(signIn(lab), dialled(at)));
    }

    private Stream<Host> hostsWith(Trait trait) {
        return lab.hosts().stream().filter(host -> host.has(trait));
    }

    private List<InetAddress> access() {
        List<InetAddress> access = new ArrayList<>();
        hostsWith(Trait.DOMAIN)
                .flatMap(edge -> edge.interfaceNamed("access").or(() -> edge.interfaceNamed("")).stream())
                .forEach(at -> access.addAll(dialled(at)));
        return access;
    }

    private void name(String name, List<InetAddress> addresses) {
        if (!addresses.isEmpty()) {
            names.computeIfAbsent(name, n -> new LinkedHashSet<>()).addAll(addresses);
        }
    }

    private static List<InetAddress> dialled(Interface at) {
        List<InetAddress> addresses = new ArrayList<>();
        at.publicAddress().ifPresent(addresses::add);
        addresses.addAll(at.addresses());
        return addresses;
    }
}
