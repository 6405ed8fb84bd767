package dev.sallyport.check;

import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import dev.sallyport.exchange.StreamSeen;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.Party;
import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What two ends observed of one check, told line by line; {@code partner1} calls {@code edge1} at 5061, and
 * {@code edge2} stands beside it.
 */
final class Story {

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final String REAL = "aa".repeat(32);
    static final String FOREIGN = "ff".repeat(32);
    static final String CLIENT = "cc".repeat(32);

    private static final Traffic REQUEST = new Traffic(300, "11".repeat(32), true);
    private static final Traffic REPLY = new Traffic(200, "22".repeat(32), true);

    private Expectation expect = Expectation.ALLOW;
    private boolean optional;
    private boolean spoken = true;
    private boolean callsBack;
    private Transport transport = Transport.TCP;
    private Source source = new Source(address("198.51.100.50"), true);
    private final List<Integer> ports = new ArrayList<>(List.of(5061));
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Contact> atEdge1 = new ArrayList<>();
    private final List<Contact> atEdge2 = new ArrayList<>();
    private final List<Attempt> byOthers = new ArrayList<>();
    private Optional<Listening> listening = Optional.of(listening(Optional.empty()));
    private Optional<String> farTrouble = Optional.empty();
    private Optional<String> nearTrouble = Optional.empty();
    private boolean farTells = true;
    private int lastPort = 40_000;
    private Security security = Security.NONE;
    private Strain strain = Strain.none();

    static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }

    static InetSocketAddress socket(String literal, int port) {
        return new InetSocketAddress(address(literal), port);
    }

    Story denied() {
        expect = Expectation.DENY;
        return this;
    }

    Story optional() {
        optional = true;
        return this;
    }

    Story asking(Strain more) {
        strain = more;
        return this;
    }

    Story notSpoken() {
        spoken = false;
        return this;
    }

    Story callingBack() {
        callsBack = true;
        return this;
    }

    Story overUdp() {
        transport = Transport.UDP;
        listening = Optional.of(listening(Optional.empty()));
        return this;
    }

    Story overTls() {
        security = Security.MTLS;
        listening = Optional.of(listening(Optional.empty()));
        return this;
    }

    Story declaredAsFrom(String address, boolean portKept) {
        source = new Source(address(address), portKept);
        return this;
    }

    Story onPorts(Integer... several) {
        ports.clear();
        ports.addAll(List.of(several));
        return this;
    }

    Story farEndTellsNothing() {
        farTells = false;
        return this;
    }

    Story farEndDidNotBind(String why) {
        listening = Optional.of(listening(Optional.of(why)));
        return this;
    }

    Story farEndWasLost(String why) {
        listening = Optional.empty();
        farTrouble = Optional.of(why);
        return this;
    }

    Story nearEndWasLost(String why) {
        nearTrouble = Optional.of(why);
        return this;
    }

    Story anotherHostGotThrough() {
        byOthers.add(new Attempt("other", 5061, near(5061, "9".repeat(24), ended(Stage.REPLY, How.COMPLETED)), ""));
        return this;
    }

    /** Another check's attempt starts from there and meets silence. */
    Story anotherTriesFrom(String address, int port) {
        Contact silent = near(5061, "8".repeat(24), ended(Stage.CONNECT, How.SILENCE));
        byOthers.add(new Attempt("other", 5061, begunFrom(silent, socket(address, port)), ""));
        return this;
    }

    /** The initiator tries and meets this; the far end sees nothing yet. */
    Story tries(Stage stage, How how) {
        return triesAt(5061, stage, how);
    }

    Story triesAt(int port, Stage stage, How how) {
        lastPort++;
        attempts.add(new Attempt("the check", port, near(port, nonce(), ended(stage, how)), ""));
        return this;
    }

    /** The exchange runs to its end, as the initiator saw it, and the far end saw the same. */
    Story getsThrough() {
        return tries(Stage.REPLY, How.COMPLETED).exchanges(REQUEST, REPLY).seen(REQUEST, REPLY);
    }

    Story getsThroughAt(int port) {
        return triesAt(port, Stage.REPLY, How.COMPLETED)
                .exchanges(REQUEST, REPLY)
                .seen(REQUEST, REPLY);
    }

    Story getsThroughTls(TlsSeen here, TlsSeen there) {
        return tries(Stage.REPLY, How.COMPLETED)
                .exchanges(REQUEST, REPLY)
                .withTls(here)
                .seenWithTls(there);
    }

    /** What the initiator's last attempt sent and received. */
    Story exchanges(Traffic sent, Traffic received) {
        Contact last = last().contact();
        replaceLast(new Contact(
                last.at(),
                last.local(),
                last.remote(),
                last.nonces(),
                last.ending(),
                sent,
                received,
                last.tls(),
                last.calledBack(),
                last.millis()));
        return this;
    }

    /** The last attempt kept to packets of this size. */
    Story keptTo(int bytes) {
        replaceLast(last().contact().keptTo(Optional.of(bytes)));
        return this;
    }

    /** The last attempt stood silent for so many seconds, until that end spoke. */
    Story silent(int seconds, boolean farFirst) {
        replaceLast(last().contact().silent(Optional.of(new Silence(Duration.ofSeconds(seconds), farFirst))));
        return this;
    }

    /** What both ends saw of the last attempt's media. */
    Story withMedia(StreamSeen here, StreamSeen there) {
        replaceLast(last().contact().with(Optional.of(here)));
        atEdge1.add(atEdge1.remove(atEdge1.size() - 1).with(Optional.of(there)));
        return this;
    }

    Story sendsARequest() {
        return exchanges(REQUEST, Traffic.NONE);
    }

    Story withTls(TlsSeen tls) {
        Contact last = last().contact();
        replaceLast(new Contact(
                last.at(),
                last.local(),
                last.remote(),
                last.nonces(),
                last.ending(),
                last.sent(),
                last.received(),
                Optional.of(tls),
                last.calledBack(),
                last.millis()));
        return this;
    }

    /** The far end sees the last attempt, by its nonce. */
    Story seen(Traffic received, Traffic sent) {
        atEdge1.add(far(last(), true, received, sent, ended(Stage.REPLY, How.COMPLETED)));
        return this;
    }

    Story seenRequest() {
        return seen(REQUEST, REPLY);
    }

    Story seenEnding(Stage stage, How how) {
        atEdge1.add(far(last(), true, REQUEST, Traffic.NONE, ended(stage, how)));
        return this;
    }

    Story seenCallingBackIntoSilence() {
        Contact plain = far(last(), true, REQUEST, Traffic.NONE, ended(Stage.REPLY, How.COMPLETED));
        atEdge1.add(new Contact(
                plain.at(),
                plain.local(),
                plain.remote(),
                plain.nonces(),
                plain.ending(),
                plain.sent(),
                plain.received(),
                plain.tls(),
                Optional.of(ended(Stage.CONNECT, How.SILENCE)),
                plain.millis()));
        return this;
    }

    /** The far end accepted the connection, or saw its SYN, and no nonce came. */
    Story seenConnecting(Stage stage, How how) {
        atEdge1.add(far(last(), false, Traffic.NONE, Traffic.NONE, ended(stage, how)));
        return this;
    }

    Story seenWithTls(TlsSeen tls) {
        Contact plain = far(last(), true, REQUEST, REPLY, ended(Stage.REPLY, How.COMPLETED));
        atEdge1.add(new Contact(
                plain.at(),
                plain.local(),
                plain.remote(),
                plain.nonces(),
                plain.ending(),
                plain.sent(),
                plain.received(),
                Optional.of(tls),
                plain.calledBack(),
                plain.millis()));
        return this;
    }

    Story seenFrom(String address, int port) {
        Contact plain = far(last(), true, REQUEST, REPLY, ended(Stage.REPLY, How.COMPLETED));
        atEdge1.add(from(plain, socket(address, port)));
        return this;
    }

    Story seenNamelessFrom(String address, int port) {
        Contact plain = far(last(), false, Traffic.NONE, Traffic.NONE, ended(Stage.CONNECT, How.SILENCE));
        atEdge1.add(from(plain, socket(address, port)));
        return this;
    }

    Story seenAtEdge2() {
        Contact there = far(last(), true, REQUEST, REPLY, ended(Stage.REPLY, How.COMPLETED));
        atEdge2.add(new Contact(
                there.at(),
                socket("10.3.0.20", 5061),
                there.remote(),
                there.nonces(),
                there.ending(),
                there.sent(),
                there.received(),
                there.tls(),
                there.calledBack(),
                there.millis()));
        return this;
    }

    Check check() {
        Party from = party("partner1", "public-im-partner", "internet", "198.51.100.50");
        Party to = party("edge1", "edge", "perimeter-out", "10.3.0.10");
        PortRange range = new PortRange(ports.get(0), ports.get(ports.size() - 1));
        Flow flow = new Flow(from, to, transport, range, Optional.empty(), "sip", security);
        return new Check(
                        "the check",
                        List.of("PIC-01"),
                        expect,
                        optional,
                        flow,
                        ports,
                        "sip/options",
                        spoken,
                        callsBack,
                        source,
                        List.of("outer"))
                .under(strain);
    }

    Finding judged() {
        return judged(Proof.none());
    }

    Finding judged(Proof proof) {
        Check check = check();
        Join join = new Join(observations()).showing(List.of(check, other(check)));
        return Judge.judge(check, port -> join.of(check, port), proof);
    }

    List<Observation> observations() {
        List<Observation> all = new ArrayList<>();
        all.add(new Observation("partner1", List.of(), List.of(), attempts, nearTrouble));
        all.add(new Observation("partner2", List.of(), List.of(), byOthers, Optional.empty()));
        if (farTells) {
            List<Listening> endpoints = new ArrayList<>();
            listening.ifPresent(at -> ports.forEach(port -> endpoints.add(at(port, at))));
            all.add(new Observation("edge1", endpoints, atEdge1, List.of(), farTrouble));
        }
        all.add(new Observation("edge2", List.of(), atEdge2, List.of(), Optional.empty()));
        return all;
    }

    private static Check other(Check check) {
        return new Check(
                "other",
                check.rows(),
                check.expect(),
                false,
                check.flow(),
                List.of(5061),
                check.exchange(),
                true,
                false,
                check.source(),
                List.of());
    }

    private static Party party(String host, String role, String zone, String address) {
        return new Party(
                host, role, "", zone, address(address), address(address), host + ".contoso.lab", "contoso.lab");
    }

    private Listening at(int port, Listening template) {
        Endpoint endpoint = template.endpoint();
        return new Listening(
                new Endpoint(endpoint.address(), port, transport, endpoint.security(), endpoint.protocols()),
                template.problem(),
                template.certificate());
    }

    private Listening listening(Optional<String> problem) {
        Endpoint endpoint = new Endpoint(address("10.3.0.10"), 5061, transport, Set.of(Security.MTLS), Set.of("sip"));
        return new Listening(endpoint, problem, security == Security.NONE ? Optional.empty() : Optional.of(REAL));
    }

    private String nonce() {
        return String.format("%024d", lastPort);
    }

    private Contact near(int port, String nonce, Ending ending) {
        return new Contact(
                NOON,
                socket("198.51.100.50", lastPort),
                socket("10.3.0.10", port),
                List.of(nonce),
                ending,
                Traffic.NONE,
                Traffic.NONE,
                Optional.empty(),
                Optional.empty(),
                12);
    }

    private static Contact far(Attempt attempt, boolean named, Traffic received, Traffic sent, Ending ending) {
        Contact near = attempt.contact();
        return new Contact(
                NOON.plusMillis(5),
                near.remote(),
                near.local(),
                named ? near.nonces() : List.of(),
                ending,
                sent,
                received,
                Optional.empty(),
                Optional.empty(),
                10);
    }

    private static Contact from(Contact contact, InetSocketAddress remote) {
        return new Contact(
                contact.at(),
                contact.local(),
                remote,
                contact.nonces(),
                contact.ending(),
                contact.sent(),
                contact.received(),
                contact.tls(),
                contact.calledBack(),
                contact.millis());
    }

    private static Contact begunFrom(Contact contact, InetSocketAddress local) {
        return new Contact(
                contact.at(),
                local,
                contact.remote(),
                contact.nonces(),
                contact.ending(),
                contact.sent(),
                contact.received(),
                contact.tls(),
                contact.calledBack(),
                contact.millis());
    }

    static Ending ended(Stage stage, How how) {
        return new Ending(stage, how, how.equals(How.COMPLETED) ? "" : "in the story");
    }

    static TlsSeen tls(String clientRandom, String own, String peer) {
        return new TlsSeen(
                "TLSv1.2",
                "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
                clientRandom,
                "5e".repeat(32),
                true,
                Optional.of(own),
                Optional.of(peer),
                Optional.empty());
    }

    private Attempt last() {
        return attempts.get(attempts.size() - 1);
    }

    private void replaceLast(Contact contact) {
        Attempt last = attempts.remove(attempts.size() - 1);
        attempts.add(new Attempt(last.check(), last.port(), contact, last.route()));
    }
}
