package dev.sallyport.testkit.verdicts;

import dev.sallyport.check.Check;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What a wrong rule may break differently: an exchange, and what it rides on. */
record SpokenKind(String exchange, Transport transport, Security security) {

    private static SpokenKind of(Check check) {
        return new SpokenKind(
                check.exchange(), check.flow().transport(), check.flow().security());
    }

    /** Returns one check of each kind that crosses a site's firewall. */
    static Collection<Check> oneOfEach(SiteFile site) {
        SpokenChecks spoken = SpokenChecks.of(site);
        Map<SpokenKind, Check> checks = new LinkedHashMap<>();
        Stream.of(spoken.asked(), spoken.unasked(), spoken.elsewhere())
                .flatMap(some -> some)
                .forEach(check -> checks.putIfAbsent(of(check), check));
        return checks.values();
    }
}
