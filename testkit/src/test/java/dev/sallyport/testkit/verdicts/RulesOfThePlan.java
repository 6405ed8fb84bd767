package dev.sallyport.testkit.verdicts;

import dev.sallyport.check.Check;
import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.PortRange;
import dev.sallyport.testkit.firewall.Widen;
import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The rules of a site that lets through what is documented, and drops all else without a word. They are drawn from the plan,
 * for the faults are the test here, not the rules; whether the plan asks for the right rules is what golden rule bases tell.
 */
final class RulesOfThePlan {
    private final Set<String> rules = new LinkedHashSet<>();

    private RulesOfThePlan() {}

    /** Returns them as a file for nftables. */
    static String of(SiteFile site) {
        RulesOfThePlan plan = new RulesOfThePlan();
        site.checks().stream()
                .filter(check -> check.expect() == Expectation.ALLOW)
                .filter(SiteFile::crosses)
                .forEach(plan::allow);
        return """
                table ip documented {
                    chain forward {
                        type filter hook forward priority filter; policy drop;
                        ct state established,related accept
                        meta mark %s accept
                        %s
                    }
                }
                """.formatted(Widen.MARK, String.join("\n", plan.rules));
    }

    private void allow(Check check) {
        InetAddress from = check.flow().from().address();
        InetAddress to = check.flow().to().address();
        allow(check, from, to, check.flow().ports());
        check.ports()
                .forEach(port ->
                        check.further().from(port).forEach(further -> allow(check, from, to, PortRange.of(further))));
        if (check.callsBack()) {
            allow(check, to, from, check.flow().ports());
        }
    }

    private void allow(Check check, InetAddress from, InetAddress to, PortRange ports) {
        rules.add("ip saddr " + from.getHostAddress() + " ip daddr " + to.getHostAddress() + " "
                + check.flow().transport().text() + " dport " + ports + " accept");
    }
}
