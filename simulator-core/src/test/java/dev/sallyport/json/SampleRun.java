package dev.sallyport.json;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Check;
import dev.sallyport.check.Contact;
import dev.sallyport.check.Listening;
import dev.sallyport.check.Observation;
import dev.sallyport.check.Plan;
import dev.sallyport.check.Plan.PlannedRow;
import dev.sallyport.check.Source;
import dev.sallyport.check.TlsSeen;
import dev.sallyport.check.Traffic;
import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.Party;
import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import dev.sallyport.run.RunResult;
import dev.sallyport.run.Verdicts;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A run in which something of everything was found: what two firewalls of a small site did. */
final class SampleRun {

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String EDGE_CERTIFICATE = "3f1c".repeat(16);
    private static final String PARTNER_CERTIFICATE = "a07e".repeat(16);
    private static final Traffic REQUEST = new Traffic(412, "91b2".repeat(16), true);
    private static final Traffic REPLY = new Traffic(388, "c55d".repeat(16), true);

    private static final Party PARTNER = party("partner1", "public-im-partner", "", "internet", "198.51.100.50");
    private static final Party EDGE = new Party(
            "edge1",
            "edge",
            "access",
            "perimeter-out",
            AddressText.parse("10.3.0.10"),
            AddressText.parse("203.0.113.10"),
            "sip.contoso.lab",
            "contoso.lab");
    private static final Party CLIENT = party("client1", "remote-client", "", "internet", "198.51.100.20");
    private static final Party FRONT_END = party("fe1", "front-end", "", "internal", "10.1.0.10");
    private static final Party INNER_EDGE = party("edge1", "edge", "internal", "perimeter-in", "10.2.0.10");
    private static final Party FRONT_END_6 = party("fe2", "front-end", "", "internal", "fd00:1::11");
    private static final Party INNER_EDGE_6 = party("edge1", "edge", "internal", "perimeter-in", "fd00:2::10");

    private static final Check LOST = check("PIC-01", PARTNER, EDGE, "5061", "sip", Security.MTLS, "sip/options");
    private static final Check OPEN = check("PIC-03", CLIENT, EDGE, "443", "sip", Security.TLS, "sip/options");
    private static final Check MEDIA = range();
    private static final Check UNBOUND =
            check("SRV-36", FRONT_END, INNER_EDGE, "8057", "psom", Security.MTLS, "psom/hello");
    private static final Check ASTRAY =
            check("SRV-37", INNER_EDGE, FRONT_END, "5062", "sip", Security.MTLS, "sip/options");
    private static final Check OPEN_6 =
            check("XMPP-03", FRONT_END_6, INNER_EDGE_6, "23456", "xmpp", Security.MTLS, "xmpp/dialback");
    private static final Check CLOSED = deny("3389");
    private static final Check LEAK = deny("445");
    private static final Check SILENT = unspoken();

    private SampleRun() {}

    static Plan plan() {
        return new Plan(
                "contoso",
                "6c1b".repeat(16),
                List.of("documented-ports"),
                List.of(LOST, OPEN, MEDIA, UNBOUND, ASTRAY, OPEN_6, CLOSED, LEAK, SILENT),
                List.of(
                        new PlannedRow("PIC-01", ""),
                        new PlannedRow("PIC-03", ""),
                        new PlannedRow("PIC-04", ""),
                        new PlannedRow("XMPP-03", ""),
                        new PlannedRow("SRV-34", "the lab has one front-end only"),
                        new PlannedRow("SRV-36", ""),
                        new PlannedRow("SRV-37", ""),
                        new PlannedRow("SRV-38", "")));
    }

    static List<Observation> observations() {
        return List.of(partner(), client(), edge(), frontEnd(), frontEnd6());
    }

    static RunResult run() {
        return Verdicts.of(plan(), observations(), NOON, Duration.ofMillis(4210), false);
    }

    private static Observation partner() {
        List<Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Instant at = NOON.plusMillis(new long[] {12, 1012, 3012}[i]);
            Contact near = contact(at, near(PARTNER, 40000 + i), dialled(EDGE, 5061), silence(), List.of("aa" + i));
            attempts.add(new Attempt(LOST.id(), 5061, near, "dev eth0 via 198.51.100.1"));
        }
        return new Observation("partner1", List.of(), List.of(), attempts, Optional.empty());
    }

    private static Observation client() {
        List<Attempt> attempts = new ArrayList<>();
        attempts.add(
                attempt(OPEN, 443, done(near(CLIENT, 41000), dialled(EDGE, 443), "bb0", REQUEST, REPLY, tls(true))));
        for (int port : MEDIA.ports()) {
            InetSocketAddress local = near(CLIENT, 42000 + port % 1000);
            Contact near = port == 50002
                    ? contact(NOON.plusMillis(2400), local, dialled(EDGE, port), silence(), List.of("cc" + port))
                    : done(local, dialled(EDGE, port), "cc" + port, REQUEST, REPLY, Optional.empty());
            attempts.add(attempt(MEDIA, port, near));
        }
        attempts.add(attempt(
                CLOSED,
                3389,
                contact(NOON.plusMillis(3000), near(CLIENT, 41100), dialled(EDGE, 3389), silence(), List.of("dd0"))));
        attempts.add(attempt(
                LEAK, 445, done(near(CLIENT, 41200), dialled(EDGE, 445), "dd1", REQUEST, REPLY, Optional.empty())));
        return new Observation("client1", List.of(), List.of(), attempts, Optional.empty());
    }

    private static Observation edge() {
        List<Listening> listening = new ArrayList<>();
        listening.add(listening(EDGE, 5061, Security.MTLS, Optional.of(EDGE_CERTIFICATE), Optional.empty()));
        listening.add(listening(EDGE, 443, Security.TLS, Optional.of(EDGE_CERTIFICATE), Optional.empty()));
        listening.add(listening(
                INNER_EDGE,
                8057,
                Security.MTLS,
                Optional.empty(),
                Optional.of("address already in use by pid 812 (nginx)")));
        listening.add(listening(INNER_EDGE_6, 23456, Security.MTLS, Optional.empty(), Optional.empty()));
        listening.add(listening(EDGE, 3389, Security.NONE, Optional.empty(), Optional.empty()));
        listening.add(listening(EDGE, 445, Security.NONE, Optional.empty(), Optional.empty()));
        List<Contact> seen = new ArrayList<>();
        seen.add(done(bound(EDGE, 443), near(CLIENT, 41000), "bb0", REPLY, REQUEST, tls(false)));
        for (int port : MEDIA.ports()) {
            listening.add(listening(EDGE, port, Security.NONE, Optional.empty(), Optional.empty()));
            if (port != 50002) {
                seen.add(done(
                        bound(EDGE, port),
                        near(CLIENT, 42000 + port % 1000),
                        "cc" + port,
                        REPLY,
                        REQUEST,
                        Optional.empty()));
            }
        }
        seen.add(done(bound(EDGE, 445), near(CLIENT, 41200), "dd1", REPLY, REQUEST, Optional.empty()));
        seen.add(done(bound(INNER_EDGE_6, 23456), near(FRONT_END_6, 43000), "ee0", REPLY, REQUEST, Optional.empty()));
        Attempt astray = attempt(
                ASTRAY,
                5062,
                contact(
                        NOON.plusMillis(700),
                        near(INNER_EDGE, 44000),
                        dialled(FRONT_END, 5062),
                        silence(),
                        List.of("ff0")));
        return new Observation("edge1", listening, seen, List.of(astray), Optional.empty());
    }

    private static Observation frontEnd() {
        Contact refused = contact(
                NOON.plusMillis(80),
                near(FRONT_END, 45000),
                dialled(INNER_EDGE, 8057),
                new Ending(Stage.CONNECT, How.REFUSED, "opening the connection"),
                List.of("ab1"));
        Listening there = listening(FRONT_END, 5062, Security.MTLS, Optional.of(PARTNER_CERTIFICATE), Optional.empty());
        return new Observation(
                "fe1", List.of(there), List.of(), List.of(attempt(UNBOUND, 8057, refused)), Optional.empty());
    }

    private static Observation frontEnd6() {
        Contact near =
                done(near(FRONT_END_6, 43000), dialled(INNER_EDGE_6, 23456), "ee0", REQUEST, REPLY, Optional.empty());
        Contact elsewhere = contact(
                NOON.plusMillis(705),
                bound(FRONT_END_6, 5062),
                near(INNER_EDGE, 44000),
                new Ending(Stage.REQUEST, How.CLOSED, "awaiting OPTIONS"),
                List.of("ff0"));
        return new Observation(
                "fe2", List.of(), List.of(elsewhere), List.of(attempt(OPEN_6, 23456, near)), Optional.empty());
    }

    private static Check check(
            String row, Party from, Party to, String port, String protocol, Security security, String exchange) {
        Flow flow = new Flow(from, to, Transport.TCP, PortRange.parse(port), Optional.empty(), protocol, security);
        String suffix = from.address().getAddress().length == 16 ? "#v6" : "";
        return check(
                flow.label() + suffix,
                List.of(row),
                Expectation.ALLOW,
                flow,
                List.of(flow.ports().first()),
                exchange,
                true);
    }

    private static Check range() {
        Flow flow = new Flow(
                CLIENT,
                EDGE,
                Transport.UDP,
                PortRange.parse("50000-59999"),
                Optional.of(PortRange.parse("42000-42999")),
                "rtp",
                Security.NONE);
        List<Integer> sample = List.of(50000, 50001, 50002, 54321, 59999);
        return check(flow.label(), List.of("PIC-04"), Expectation.ALLOW, flow, sample, "rtp/echo", true);
    }

    private static Check deny(String port) {
        Flow flow =
                new Flow(CLIENT, EDGE, Transport.TCP, PortRange.parse(port), Optional.empty(), "http", Security.NONE);
        return check(
                flow.label(),
                List.of(),
                Expectation.DENY,
                flow,
                List.of(flow.ports().first()),
                "http/get",
                true);
    }

    private static Check unspoken() {
        Flow flow = new Flow(
                FRONT_END, INNER_EDGE, Transport.UDP, PortRange.of(1434), Optional.empty(), "ssrp", Security.NONE);
        return check(flow.label(), List.of("SRV-38"), Expectation.ALLOW, flow, List.of(1434), "ssrp/instances", false);
    }

    private static Check check(
            String id,
            List<String> rows,
            Expectation expect,
            Flow flow,
            List<Integer> ports,
            String exchange,
            boolean spoken) {
        List<String> firewalls = List.of(flow.from().zone().equals("internet") ? "outer" : "inner");
        Source source = new Source(flow.from().address(), true);
        return new Check(id, rows, expect, false, flow, ports, exchange, spoken, false, source, firewalls);
    }

    private static Attempt attempt(Check check, int port, Contact near) {
        return new Attempt(check.id(), port, near, "dev eth0");
    }

    private static Listening listening(
            Party party, int port, Security security, Optional<String> certificate, Optional<String> problem) {
        Transport transport = port >= 50000 ? Transport.UDP : Transport.TCP;
        Endpoint endpoint = new Endpoint(party.address(), port, transport, Set.of(security), Set.of("sip", "xmpp"));
        return new Listening(endpoint, problem, certificate);
    }

    private static Contact done(
            InetSocketAddress local,
            InetSocketAddress remote,
            String nonce,
            Traffic sent,
            Traffic received,
            Optional<TlsSeen> tls) {
        Ending ending = new Ending(Stage.REPLY, How.COMPLETED, "");
        return new Contact(
                NOON.plusMillis(40),
                local,
                remote,
                List.of(nonce),
                ending,
                sent,
                received,
                tls,
                Optional.empty(),
                31.5);
    }

    private static Contact contact(
            Instant at, InetSocketAddress local, InetSocketAddress remote, Ending ending, List<String> nonces) {
        return new Contact(
                at,
                local,
                remote,
                nonces,
                ending,
                Traffic.NONE,
                Traffic.NONE,
                Optional.empty(),
                Optional.empty(),
                2000);
    }

    private static Ending silence() {
        return new Ending(Stage.CONNECT, How.SILENCE, "opening the connection");
    }

    private static Optional<TlsSeen> tls(boolean initiator) {
        Optional<String> edge = Optional.of(EDGE_CERTIFICATE);
        return Optional.of(new TlsSeen(
                "TLSv1.2",
                "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
                "0b".repeat(32),
                "1c".repeat(32),
                false,
                initiator ? Optional.empty() : edge,
                initiator ? edge : Optional.empty(),
                Optional.empty()));
    }

    private static InetSocketAddress near(Party party, int port) {
        return new InetSocketAddress(party.dialled(), port);
    }

    private static InetSocketAddress dialled(Party party, int port) {
        return new InetSocketAddress(party.dialled(), port);
    }

    private static InetSocketAddress bound(Party party, int port) {
        return new InetSocketAddress(party.address(), port);
    }

    private static Party party(String host, String role, String network, String zone, String literal) {
        return new Party(
                host,
                role,
                network,
                zone,
                AddressText.parse(literal),
                AddressText.parse(literal),
                host + ".contoso.lab",
                "contoso.lab");
    }
}
