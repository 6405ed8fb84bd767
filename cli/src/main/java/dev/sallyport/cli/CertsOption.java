package dev.sallyport.cli;

import dev.sallyport.certs.KeyKind;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.flow.Security;
import dev.sallyport.identity.Identity;
import dev.sallyport.lab.Lab;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Certificates for hosts that nobody coordinates: each side must be given its own, by one lab CA. */
final class CertsOption {

    /** Speaks TLS within its stream, whatever the endpoint says. */
    private static final String XMPP = "xmpp";

    private static final int SHOWN = 3;

    @Option(
            names = "--certs",
            paramLabel = "DIR",
            description = "Certificate folders, one a host, as `sallyport certs` makes them.")
    private Optional<Path> certs = Optional.empty();

    /**
     * Returns what these hosts present.
     *
     * @throws BadInputException where one of the endpoints speaks TLS and no certificates were given
     */
    Map<String, Identity> identities(Lab lab, Set<String> hosts, Collection<Endpoint> endpoints, Clock clock) {
        if (certs.isPresent()) {
            return Identities.kept(lab, hosts, certs.get(), clock);
        }
        List<String> secured = endpoints.stream()
                .filter(CertsOption::speaksTls)
                .map(Endpoint::label)
                .distinct()
                .toList();
        if (!secured.isEmpty()) {
            throw new BadInputException("both sides need certificates of one lab CA for what speaks TLS here ("
                    + secured.stream().limit(SHOWN).collect(Collectors.joining(", "))
                    + (secured.size() > SHOWN ? " and " + (secured.size() - SHOWN) + " more" : "")
                    + "): make them once by `sallyport certs --lab FILE --out DIR`, copy each host its folder, and give"
                    + " --certs DIR");
        }
        return Identities.made(lab, hosts, KeyKind.EC_P256, clock);
    }

    private static boolean speaksTls(Endpoint endpoint) {
        return !endpoint.security().equals(Set.of(Security.NONE))
                || endpoint.protocols().contains(XMPP);
    }
}
