package dev.sallyport.testkit.verdicts;

import dev.sallyport.check.Check;
import dev.sallyport.check.Further;
import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Sequel;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import dev.sallyport.protocol.Protocols;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that our roles can say to one another across a site's firewall, each check at the first of its ports.
 *
 * <p>What no row asks for is said where a row has its protocol, under an id of its own.
 */
public final class SpokenChecks {
    /** The site on which there is something to say for everybody. */
    public static final String SITE = "every-protocol.yaml";

    /** Protocols that no row names by themselves, and the protocol at whose ports they are spoken. */
    private static final Map<String, String> BESIDE = Map.of("ice", "rtp");

    private final List<Check> asked;

    private SpokenChecks(List<Check> asked) {
        this.asked = asked;
    }

    /** Takes the checks of a site that cross its firewall. */
    public static SpokenChecks of(SiteFile site) {
        return new SpokenChecks(site.checks().stream().filter(SiteFile::crosses).toList());
    }

    /** What rows ask for. */
    public Stream<Check> asked() {
        return asked.stream().map(check -> saying(check, check.exchange(), check.id(), check.flow()));
    }

    /** Exchanges that no row asks for, such as a relay's whole work, wherever a row has their protocol. */
    public Stream<Check> unasked() {
        return exchanges()
                .filter(exchange -> asked.stream().noneMatch(check -> says(check, exchange)))
                .flatMap(exchange -> spoken(exchange.protocol())
                        .filter(check ->
                                exchange.transports().contains(check.flow().transport()))
                        .map(check ->
                                saying(check, exchange.name(), check.id() + "#" + exchange.name(), check.flow())));
    }

    /** Exchanges of a protocol that no row has, or not over that transport, at the port of the next of kin. */
    Stream<Check> elsewhere() {
        return exchanges().flatMap(exchange -> exchange.transports().stream()
                .filter(transport -> spoken(exchange.protocol()).noneMatch(check -> rides(check, transport)))
                .map(transport -> at(nextOfKin(exchange, transport), exchange, transport)));
    }

    private Check nextOfKin(Exchange<?> exchange, Transport transport) {
        String kin = BESIDE.getOrDefault(exchange.protocol(), exchange.protocol());
        return spoken(kin)
                .filter(check -> rides(check, transport))
                .findFirst()
                .or(() -> spoken(kin).findFirst())
                .orElseThrow(() -> new IllegalStateException(
                        "no row of this site has a port for " + exchange.name() + ": say beside which protocol it is"));
    }

    private Stream<Check> spoken(String protocol) {
        return asked.stream().filter(check -> check.flow().protocol().equals(protocol));
    }

    private static Stream<Exchange<?>> exchanges() {
        return Protocols.spoken().all().stream().flatMap(protocol -> protocol.exchanges().stream());
    }

    private static boolean says(Check check, Exchange<?> exchange) {
        return check.exchange().equals(exchange.name());
    }

    private static boolean rides(Check check, Transport transport) {
        return check.flow().transport() == transport;
    }

    private static Check at(Check check, Exchange<?> exchange, Transport transport) {
        Flow flow = check.flow();
        Flow other = new Flow(
                flow.from(),
                flow.to(),
                transport,
                flow.ports(),
                flow.sourcePorts(),
                exchange.protocol(),
                Security.NONE);
        return saying(check, exchange.name(), other.label() + "#" + exchange.name(), other);
    }

    private static Check saying(Check check, String exchange, String id, Flow flow) {
        return new Check(
                id,
                check.rows(),
                check.expect(),
                check.optional(),
                flow,
                check.ports().subList(0, 1),
                exchange,
                check.spoken(),
                check.callsBack(),
                check.source(),
                check.firewalls(),
                new Further(List.of(), furtherPort(exchange)),
                Optional.empty(),
                Optional.empty());
    }

    /** Where an exchange goes on to by itself, whatever the row says of it. */
    private static Optional<Integer> furtherPort(String exchange) {
        return exchanges()
                .filter(known -> known.name().equals(exchange))
                .flatMap(known -> known.sequel().stream())
                .map(Sequel::port)
                .findFirst();
    }
}
