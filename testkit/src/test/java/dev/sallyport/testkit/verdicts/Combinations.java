package dev.sallyport.testkit.verdicts;

import dev.sallyport.check.Check;
import dev.sallyport.check.Denial;
import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.PortRange;
import dev.sallyport.testkit.firewall.DropAtHost;
import dev.sallyport.testkit.firewall.DropReply;
import dev.sallyport.testkit.firewall.Fault;
import dev.sallyport.testkit.firewall.FilteredFlow;
import dev.sallyport.testkit.firewall.Masquerade;
import dev.sallyport.testkit.firewall.Redirect;
import dev.sallyport.testkit.firewall.RewriteSip;
import dev.sallyport.testkit.firewall.ShunScanner;
import dev.sallyport.testkit.firewall.Widen;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which faults of the table can be put on which flows of a plan, and what each of them touches. */
final class Combinations {
    private final SiteFile site;
    private final MutationTable table;
    private final Map<String, Check> controls;

    Combinations(SiteFile site, MutationTable table) {
        this.site = site;
        this.table = table;
        this.controls = site.plan().controls().stream().collect(Collectors.toMap(Check::id, control -> control));
    }

    /** Returns every combination there is, fault by fault. */
    Map<String, List<Combination>> all() {
        Map<String, List<Combination>> all = new LinkedHashMap<>();
        for (String fault : table.faults()) {
            List<Combination> some = site.checks().stream()
                    .filter(SiteFile::crosses)
                    .filter(check -> table.on(fault, check).isPresent())
                    .flatMap(check -> of(fault, check).stream())
                    .toList();
            all.put(fault, some);
        }
        return all;
    }

    private Optional<Combination> of(String fault, Check check) {
        return switch (fault) {
            case "redirect" -> redirected(check);
            case "block-neighbour" -> unreachableForItsNeighbour(check);
            case "shun" -> shunned(check);
            default -> along(fault, check, rules(fault, check), Optional.empty());
        };
    }

    private static List<Planted> rules(String fault, Check check) {
        FilteredFlow flow = filtered(check.flow());
        return switch (fault) {
            case "widen-without-reply" ->
                List.of(Planted.between(new Widen(flow)), Planted.between(new DropReply(flow)));
            case "rewrite-sip" -> List.of(Planted.between(new RewriteSip(flow)), Planted.between(new Masquerade(flow)));
            case "host-firewall-near" -> List.of(Planted.on(check.flow().from().host(), new FaultWord(fault).on(flow)));
            case "host-firewall-far" -> List.of(Planted.on(check.flow().to().host(), new FaultWord(fault).on(flow)));
            default -> List.of(Planted.between(new FaultWord(fault).on(flow)));
        };
    }

    /** A fault on a flow meets whatever goes the same way, and the second connections that come back along it. */
    private Optional<Combination> along(String fault, Check check, List<Planted> rules, Optional<Check> beside) {
        Set<Check> met = checks(other -> sharesPackets(other.flow(), check.flow()));
        Set<Check> calledBack = checks(other -> other.callsBack() && isCalledBackAlong(other.flow(), check.flow()));
        boolean told = met.stream().allMatch(other -> table.on(fault, other).isPresent())
                && (calledBack.isEmpty() || table.calledBack(fault).isPresent());
        return told ? Optional.of(new Combination(fault, check, met, calledBack, rules, beside)) : Optional.empty();
    }

    /** To the same port of another address of the far side, where somebody listens too. */
    private Optional<Combination> redirected(Check check) {
        return site.checks().stream()
                .filter(other -> isElsewhere(other, check))
                .findFirst()
                .flatMap(other -> {
                    Inet4Address there = (Inet4Address) other.flow().to().address();
                    Fault redirect = new Redirect(filtered(check.flow()), there);
                    return along("redirect", check, List.of(Planted.between(redirect)), Optional.of(other));
                });
    }

    private static boolean isElsewhere(Check other, Check check) {
        Flow there = other.flow();
        Flow flow = check.flow();
        return other.expect() == Expectation.ALLOW
                && there.ports().equals(flow.ports())
                && there.transport() == flow.transport()
                && !there.to().address().equals(flow.to().address())
                && !there.to().host().equals(flow.from().host())
                && !there.to().zone().equals(flow.from().zone());
    }

    /** The far host's own firewall turns the neighbour away, and so perhaps everybody. */
    private Optional<Combination> unreachableForItsNeighbour(Check check) {
        return check.denial().flatMap(Denial::neighbour).map(controls::get).flatMap(neighbour -> {
            DropAtHost closed = new DropAtHost(filtered(neighbour.flow()), DropAtHost.End.FAR);
            Set<Check> met = checks(other -> other.denial().flatMap(Denial::neighbour).stream()
                    .map(controls::get)
                    .anyMatch(control -> sharesPackets(control.flow(), neighbour.flow())));
            boolean alone = checks(other -> sharesPackets(other.flow(), neighbour.flow()))
                    .isEmpty();
            boolean told = met.stream()
                    .allMatch(other -> table.on("block-neighbour", other).isPresent());
            List<Planted> rules = List.of(Planted.on(neighbour.flow().to().host(), closed));
            return alone && told
                    ? Optional.of(new Combination("block-neighbour", check, met, Set.of(), rules, Optional.empty()))
                    : Optional.empty();
        });
    }

    /** Who knocks there is shunned: what is permitted from the same address passes before that, and no longer after. */
    private Optional<Combination> shunned(Check check) {
        Set<Check> met = checks(other -> other.expect() == Expectation.DENY
                && other.flow().from().address().equals(check.flow().from().address())
                && !along(other).isEmpty());
        List<Planted> rules = List.of(Planted.between(new ShunScanner(filtered(check.flow()))));
        return met.contains(check)
                ? Optional.of(new Combination("shun", check, met, Set.of(), rules, Optional.empty()))
                : Optional.empty();
    }

    /** Returns the permitted flows that bear a denied check out. */
    List<Check> along(Check denied) {
        return denied.denial().stream()
                .flatMap(denial -> denial.along().stream())
                .map(controls::get)
                .toList();
    }

    private Set<Check> checks(Predicate<Check> which) {
        return site.checks().stream().filter(which).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static boolean sharesPackets(Flow one, Flow other) {
        return one.from().address().equals(other.from().address())
                && one.to().address().equals(other.to().address())
                && one.transport() == other.transport()
                && overlap(one.ports(), other.ports());
    }

    private static boolean isCalledBackAlong(Flow one, Flow other) {
        return one.to().address().equals(other.from().address())
                && one.from().address().equals(other.to().address())
                && one.transport() == other.transport()
                && overlap(one.ports(), other.ports());
    }

    private static boolean overlap(PortRange one, PortRange other) {
        return one.first() <= other.last() && other.first() <= one.last();
    }

    private static FilteredFlow filtered(Flow flow) {
        return FilteredFlow.of(
                text(flow.from().address()),
                text(flow.to().address()),
                flow.transport(),
                flow.ports().first(),
                flow.ports().last());
    }

    private static String text(InetAddress address) {
        return address.getHostAddress();
    }
}
