package dev.sallyport.control;

import dev.sallyport.certs.KeyKind;
import dev.sallyport.certs.LabCa;
import dev.sallyport.certs.LabName;
import dev.sallyport.certs.Request;
import dev.sallyport.check.Attempt;
import dev.sallyport.check.Check;
import dev.sallyport.check.Contact;
import dev.sallyport.check.Source;
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
import dev.sallyport.identity.Identity;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two hosts of a lab on loopback, and what goes between them. */
final class Samples {

    static final String TOOL = "sallyport 0.1.0";
    static final String DIGEST = "0123456789abcdef";
    static final InetAddress FE1 = address("127.0.0.11");
    static final InetAddress FE2 = address("127.0.0.12");
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private Samples() {}

    static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Territory fe1() {
        return new Territory("fe1", Set.of(FE1), Set.of(FE1, FE2));
    }

    static Identity identity(String fqdn) {
        return LabCa.create(new LabName("contoso", "contoso.lab"), KeyKind.EC_P256, Clock.systemUTC())
                .issue(Request.of(fqdn));
    }

    static Endpoint endpoint(InetAddress address) {
        return new Endpoint(address, 5061, Transport.TCP, Set.of(Security.NONE), Set.of("sip"));
    }

    static Party party(String host, InetAddress address) {
        return new Party(host, "front-end", "", "internal", address, address, host + ".contoso.lab", "contoso.lab");
    }

    static Check check(String id) {
        return check(id, party("fe1", FE1), party("fe2", FE2), 5061);
    }

    static Check check(String id, Party from, Party to, int port) {
        return check(id, from, to, port, Security.NONE);
    }

    static Check check(String id, Party from, Party to, int port, Security security) {
        Flow flow = new Flow(from, to, Transport.TCP, PortRange.of(port), Optional.empty(), "sip", security);
        return new Check(
                id,
                List.of("SRV-03"),
                Expectation.ALLOW,
                false,
                flow,
                List.of(port),
                "sip/options",
                true,
                false,
                new Source(from.address(), true),
                List.of());
    }

    static Attempt attempt(Check check) {
        return new Attempt(check.id(), check.ports().get(0), contact(40_000), "dev lo");
    }

    static Contact contact(int port) {
        return new Contact(
                NOON,
                new InetSocketAddress(FE1, port),
                new InetSocketAddress(FE2, 5061),
                List.of("0123456789abcdef01234567"),
                new Ending(Stage.REPLY, How.COMPLETED, "Grüße"),
                new Traffic(412, "91b2".repeat(16), false),
                new Traffic(388, "c55d".repeat(16), false),
                Optional.empty(),
                Optional.empty(),
                31.5);
    }
}
