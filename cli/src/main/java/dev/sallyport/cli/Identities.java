package dev.sallyport.cli;

import dev.sallyport.certs.KeyKind;
import dev.sallyport.certs.LabCa;
import dev.sallyport.certs.LabName;
import dev.sallyport.certs.Request;
import dev.sallyport.identity.Identity;
import dev.sallyport.identity.IdentityException;
import dev.sallyport.identity.IdentityFolder;
import dev.sallyport.lab.Host;
import dev.sallyport.lab.Lab;
import dev.sallyport.scenarios.CertificateNeed;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What hosts present in TLS: certificates made for one run, or those of certificate folders. */
final class Identities {

    private Identities() {}

    /** Makes an authority that lives as long as this process, and a short-lived certificate for each host. */
    static Map<String, Identity> made(Lab lab, Set<String> hosts, KeyKind keys, Clock clock) {
        List<CertificateNeed> needs = CertificateNeed.of(lab).stream()
                .filter(need -> hosts.contains(need.host()))
                .toList();
        LabCa ca = LabCa.create(new LabName(lab.name(), lab.domain()), keys, clock);
        List<Identity> issued =
                ca.issueAll(needs.stream().map(Identities::request).toList());
        Map<String, Identity> identities = new LinkedHashMap<>();
        for (int i = 0; i < needs.size(); i++) {
            identities.put(needs.get(i).host(), issued.get(i));
        }
        return identities;
    }

    private static Request request(CertificateNeed need) {
        return Request.of(need.names().toArray(String[]::new))
                .at(need.addresses())
                .shortLived();
    }

    /**
     * Reads the certificate folder of each host, named as the host.
     *
     * @throws BadInputException with what is wrong with each
     */
    static Map<String, Identity> kept(Lab lab, Set<String> hosts, Path directory, Clock clock) {
        Map<String, Identity> identities = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (Host host : lab.hosts()) {
            if (hosts.contains(host.name())) {
                read(host, directory, clock, identities, problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInputException(problems);
        }
        return identities;
    }

    private static void read(
            Host host, Path directory, Clock clock, Map<String, Identity> identities, List<String> problems) {
        try {
            identities.put(
                    host.name(), new IdentityFolder(directory.resolve(host.name())).read(host.fqdn(), clock.instant()));
        } catch (IdentityException e) {
            problems.add(host.name() + ": " + e.getMessage());
        }
    }
}
