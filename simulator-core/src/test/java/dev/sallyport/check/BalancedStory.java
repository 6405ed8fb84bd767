package dev.sallyport.check;

import static dev.sallyport.check.Story.NOON;
import static dev.sallyport.check.Story.address;
import static dev.sallyport.check.Story.ended;
import static dev.sallyport.check.Story.socket;

import dev.sallyport.check.Balancing.Member;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.Party;
import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What three hosts observed of one check: {@code client1} calls {@code felb1}, which passes on to {@code fe1} or
 * {@code fe2}.
 */
final class BalancedStory {

    static final Traffic REQUEST = new Traffic(300, "11".repeat(32), true);
    static final Traffic REPLY = new Traffic(200, "22".repeat(32), true);

    private static final String NONCE = "0123456789abcdef01234567";
    private static final InetSocketAddress CLIENT = socket("10.1.0.7", 40_000);
    private static final InetSocketAddress DOOR = socket("10.1.0.9", 5061);
    private static final InetSocketAddress ONWARD = socket("10.1.0.9", 50_000);

    private static final Map<String, String> ADDRESSES =
            Map.of("client1", "10.1.0.7", "felb1", "10.1.0.9", "fe1", "10.1.0.1", "fe2", "10.1.0.2");

    private Optional<Contact> near = Optional.empty();
    private Source source = new Source(address("10.1.0.7"), true);
    private final Map<String, List<Contact>> seen = new HashMap<>();
    private final Map<String, Optional<String>> problems = new HashMap<>();
    private final Set<String> silent = new HashSet<>();
    private Balancing balancing = Balancing.among(List.of(member("fe1"), member("fe2")));

    BalancedStory answeringItself(String why) {
        balancing = Balancing.itself(why);
        return this;
    }

    BalancedStory declaredAsFrom(String literal) {
        source = new Source(address(literal), false);
        return this;
    }

    BalancedStory notListening(String host, String problem) {
        problems.put(host, Optional.of(problem));
        return this;
    }

    BalancedStory tellsNothing(String host) {
        silent.add(host);
        return this;
    }

    BalancedStory completes() {
        return ends(Stage.REPLY, How.COMPLETED, Optional.empty());
    }

    BalancedStory meets(Stage stage, How how) {
        return ends(stage, how, Optional.empty());
    }

    BalancedStory completesSeeing(TlsSeen tls) {
        return ends(Stage.REPLY, How.COMPLETED, Optional.of(tls));
    }

    private BalancedStory ends(Stage stage, How how, Optional<TlsSeen> tls) {
        boolean whole = how.equals(How.COMPLETED);
        near = Optional.of(contact(CLIENT, DOOR, List.of(NONCE), stage, how, tls, Optional.empty(), whole));
        return this;
    }

    /** The balancer saw it come and passed it on nowhere: its SYN alone, or what nobody asked of it. */
    BalancedStory seenByTheBalancer(Stage stage, How how) {
        return at("felb1", contact(DOOR, CLIENT, List.of(), stage, how, Optional.empty(), Optional.empty(), false));
    }

    BalancedStory passedOnTo(String host, Stage stage, How how) {
        return passedOn(CLIENT, host, stage, how);
    }

    BalancedStory comingFrom(String literal, int port, String host) {
        return passedOn(socket(literal, port), host, Stage.REPLY, How.COMPLETED);
    }

    private BalancedStory passedOn(InetSocketAddress from, String host, Stage stage, How how) {
        InetSocketAddress member = socket(ADDRESSES.get(host), 5061);
        Contact onward = contact(ONWARD, member, List.of(), stage, how, Optional.empty(), Optional.empty(), false);
        return at(
                "felb1",
                contact(
                        DOOR,
                        from,
                        List.of(),
                        Stage.REPLY,
                        How.COMPLETED,
                        Optional.empty(),
                        Optional.of(onward),
                        false));
    }

    /** The balancer reads the nonce at its own door. */
    BalancedStory readItself() {
        return readBy("felb1", CLIENT, Optional.empty());
    }

    BalancedStory readBy(String host) {
        return readBy(host, ONWARD, Optional.empty());
    }

    BalancedStory readComingFrom(String literal, int port, String host) {
        return readBy(host, socket(literal, port), Optional.empty());
    }

    private BalancedStory readBy(String host, InetSocketAddress from, Optional<TlsSeen> tls) {
        InetSocketAddress local = socket(ADDRESSES.get(host), 5061);
        Contact there = contact(local, from, List.of(NONCE), Stage.REPLY, How.COMPLETED, tls, Optional.empty(), true);
        return at(host, swapped(there, REQUEST, REPLY));
    }

    BalancedStory readOtherwiseBy(String host, Traffic received) {
        InetSocketAddress local = socket(ADDRESSES.get(host), 5061);
        Contact there = contact(
                local, ONWARD, List.of(NONCE), Stage.REPLY, How.COMPLETED, Optional.empty(), Optional.empty(), true);
        return at(host, swapped(there, received, REPLY));
    }

    /** The member accepted what was passed on, or saw its SYN, and no nonce came. */
    BalancedStory acceptedBy(String host, Stage stage, How how) {
        InetSocketAddress local = socket(ADDRESSES.get(host), 5061);
        return at(host, contact(local, ONWARD, List.of(), stage, how, Optional.empty(), Optional.empty(), false));
    }

    private BalancedStory at(String host, Contact contact) {
        seen.computeIfAbsent(host, h -> new ArrayList<>()).add(contact);
        return this;
    }

    private static Contact swapped(Contact contact, Traffic received, Traffic sent) {
        return new Contact(
                contact.at(),
                contact.local(),
                contact.remote(),
                contact.nonces(),
                contact.ending(),
                sent,
                received,
                contact.tls(),
                contact.calledBack(),
                contact.millis());
    }

    private static Contact contact(
            InetSocketAddress local,
            InetSocketAddress remote,
            List<String> nonces,
            Stage stage,
            How how,
            Optional<TlsSeen> tls,
            Optional<Contact> onward,
            boolean exchanged) {
        return new Contact(
                NOON,
                local,
                remote,
                nonces,
                ended(stage, how),
                exchanged ? REQUEST : Traffic.NONE,
                exchanged ? REPLY : Traffic.NONE,
                tls,
                Optional.empty(),
                12,
                onward);
    }

    Check check() {
        Flow flow = new Flow(
                party("client1"),
                party("felb1"),
                Transport.TCP,
                PortRange.of(5061),
                Optional.empty(),
                "sip",
                Security.TLS);
        return new Check(
                "the check",
                List.of("HLB-01"),
                Expectation.ALLOW,
                false,
                flow,
                List.of(5061),
                "sip/register",
                true,
                false,
                source,
                List.of(),
                Optional.of(balancing));
    }

    Evidence evidence() {
        return new Join(observations()).showing(List.of(check())).of(check(), 5061);
    }

    Finding judged() {
        Join join = new Join(observations()).showing(List.of(check()));
        return Judge.judge(check(), port -> join.of(check(), port), Proof.none());
    }

    private List<Observation> observations() {
        List<Observation> all = new ArrayList<>();
        List<Attempt> attempts = near.stream()
                .map(contact -> new Attempt("the check", 5061, contact, ""))
                .toList();
        all.add(new Observation("client1", List.of(), List.of(), attempts, Optional.empty()));
        for (String host : List.of("felb1", "fe1", "fe2")) {
            if (!silent.contains(host)) {
                all.add(new Observation(
                        host,
                        List.of(listening(host)),
                        seen.getOrDefault(host, List.of()),
                        List.of(),
                        Optional.empty()));
            }
        }
        return all;
    }

    private Listening listening(String host) {
        Endpoint endpoint =
                new Endpoint(address(ADDRESSES.get(host)), 5061, Transport.TCP, Set.of(Security.TLS), Set.of("sip"));
        return new Listening(
                endpoint,
                problems.getOrDefault(host, Optional.empty()),
                host.equals("felb1") ? Optional.empty() : Optional.of(certificate(host)));
    }

    static String certificate(String host) {
        return (host.equals("fe1") ? "f1" : "f2").repeat(32);
    }

    private static Member member(String host) {
        return new Member(party(host), address("10.1.0.9"), new Source(address("10.1.0.9"), true));
    }

    private static Party party(String host) {
        var at = address(ADDRESSES.get(host));
        return new Party(host, "some-role", "", "internal", at, at, host + ".contoso.lab", "contoso.lab");
    }
}
