package dev.sallyport.scenarios;

import dev.sallyport.check.Balancing;
import dev.sallyport.check.Balancing.Member;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.Party;
import dev.sallyport.flow.Transport;
import dev.sallyport.lab.Host;
import dev.sallyport.lab.Interface;
import dev.sallyport.lab.Lab;
import dev.sallyport.roles.Catalog;
import dev.sallyport.roles.Entry;
import dev.sallyport.roles.Role;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What load balancers do with the flows that reach them: they pass TCP on to those hosts of their pool that play the
 * role they balance and listen at that port, under the pool's name. One that has nobody there answers itself, as does
 * one whose host plays another role at the same port.
 */
final class Balancers {
    private final Lab lab;
    private final Catalog catalog;
    private final Places places;
    private final Ways ways;

    Balancers(Lab lab, Catalog catalog, Ways ways) {
        this.lab = lab;
        this.catalog = catalog;
        this.places = new Places(lab);
        this.ways = ways;
    }

    /** Returns the drafts, those towards balancers with what becomes of them there. */
    List<Draft> before(List<Draft> drafts) {
        return drafts.stream().map(draft -> balanced(draft, drafts)).toList();
    }

    private Draft balanced(Draft draft, List<Draft> drafts) {
        List<Role> roles = draft.asks().stream()
                .map(Ask::toRole)
                .distinct()
                .flatMap(name -> catalog.role(name).stream())
                .filter(Role::isBalancer)
                .toList();
        return roles.isEmpty() || draft.flow().transport() != Transport.TCP
                ? draft
                : draft.at(balancing(draft.flow(), roles, drafts), this::poolFqdn);
    }

    private Balancing balancing(Flow flow, List<Role> roles, List<Draft> drafts) {
        Optional<String> other = drafts.stream()
                .filter(draft -> meetsAt(flow, draft.flow()))
                .flatMap(draft -> draft.asks().stream())
                .map(Ask::toRole)
                .filter(name -> catalog.role(name).filter(Role::isBalancer).isEmpty())
                .findFirst();
        if (other.isPresent()) {
            return Balancing.itself("it is a " + other.get() + " at the same port, too");
        }
        List<Member> members =
                roles.stream().flatMap(role -> members(flow, role)).distinct().toList();
        return members.isEmpty() ? Balancing.itself(alone(flow, roles)) : Balancing.among(members);
    }

    private static boolean meetsAt(Flow flow, Flow other) {
        return other.transport() == Transport.TCP
                && other.to().address().equals(flow.to().address())
                && other.ports().overlaps(flow.ports());
    }

    private String alone(Flow flow, List<Role> roles) {
        String balanced = roles.stream().map(Role::balances).collect(Collectors.joining(" or "));
        boolean any = roles.stream().anyMatch(role -> poolmates(flow).anyMatch(host -> host.plays(role.balances())));
        return any
                ? "no " + balanced + " of its pool listens at " + flow.ports()
                : "the lab has no " + balanced + " in its pool";
    }

    private Stream<Host> poolmates(Flow flow) {
        Host balancer = lab.host(flow.to().host()).orElseThrow();
        return balancer.pool().map(lab::hostsOfPool).orElse(List.of()).stream()
                .filter(host -> !host.name().equals(balancer.name()));
    }

    private Stream<Member> members(Flow flow, Role role) {
        Map<String, Place> listening = new LinkedHashMap<>();
        catalog.entries().stream()
                .filter(entry -> entry.transports().contains(Transport.TCP))
                .filter(entry -> entry.ports().contains(flow.ports().first())
                        && entry.ports().contains(flow.ports().last()))
                .flatMap(this::accepting)
                .forEach(place -> listening.putIfAbsent(place.host().name(), place));
        return poolmates(flow)
                .filter(host -> host.plays(role.balances()))
                .flatMap(host -> Optional.ofNullable(listening.get(host.name())).stream())
                .flatMap(place -> member(flow, place).stream());
    }

    private Stream<Place> accepting(Entry entry) {
        return places.of(entry.on()).stream().filter(place -> places.meet(entry.when(), place));
    }

    private Optional<Member> member(Flow flow, Place place) {
        Host balancer = lab.host(flow.to().host()).orElseThrow();
        Meeting meeting = ways.nearest(new Place(balancer, flow.to().role(), balancer.interfaces()), place);
        Interface near = meeting.fromNetwork();
        Interface far = meeting.toNetwork();
        Optional<InetAddress> from = ofFamily(near, flow.to());
        return ofFamily(far, flow.to())
                .filter(address -> from.isPresent())
                .map(address -> new Member(
                        Parties.party(lab, place, far, address, near.zone()),
                        from.get(),
                        ways.source(near, from.get(), far.zone())));
    }

    private static Optional<InetAddress> ofFamily(Interface at, Party like) {
        return at.addresses().stream()
                .filter(address -> address.getClass() == like.address().getClass())
                .findFirst();
    }

    /** What is passed on ends at a member, whose certificate carries the pool's name. */
    private String poolFqdn(Party balancer) {
        return lab.host(balancer.host()).flatMap(Host::pool).map(lab::poolFqdn).orElse(balancer.fqdn());
    }
}
