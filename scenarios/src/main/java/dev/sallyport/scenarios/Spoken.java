package dev.sallyport.scenarios;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Exchange.Answers;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Sequel;
import dev.sallyport.flow.Transport;
import dev.sallyport.protocol.Protocols;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The exchanges this version can walk, as far as a plan needs to know.
 *
 * @param transports what each exchange can ride on; an exchange that is missing is not spoken yet
 * @param reportingBeside exchanges that can send reports to the next port, as media does over UDP
 * @param callingBack exchanges for which the far end connects back, as XMPP dialback does
 * @param sequels the second connections that exchanges lead to
 * @param lasting exchanges whose conversation can be made to stay, and how long their protocol stays silent at most
 */
public record Spoken(
        Map<String, Set<Transport>> transports,
        Set<String> callingBack,
        Set<String> reportingBeside,
        Map<String, Sequel> sequels,
        Map<String, Duration> lasting) {
    /** Keeps its own copies. */
    public Spoken {
        transports = Map.copyOf(transports);
        callingBack = Set.copyOf(callingBack);
        reportingBeside = Set.copyOf(reportingBeside);
        sequels = Map.copyOf(sequels);
        lasting = Map.copyOf(lasting);
    }

    /** Exchanges none of which stay. */
    public Spoken(
            Map<String, Set<Transport>> transports,
            Set<String> callingBack,
            Set<String> reportingBeside,
            Map<String, Sequel> sequels) {
        this(transports, callingBack, reportingBeside, sequels, Map.of());
    }

    /** Exchanges that keep to the port dialled. */
    public Spoken(Map<String, Set<Transport>> transports, Set<String> callingBack) {
        this(transports, callingBack, Set.of(), Map.of());
    }

    /** Returns what the protocols speak. */
    public static Spoken of(Protocols protocols) {
        Map<String, Set<Transport>> transports = new HashMap<>();
        Set<String> callingBack = new HashSet<>();
        Set<String> reportingBeside = new HashSet<>();
        Map<String, Sequel> sequels = new HashMap<>();
        Map<String, Duration> lasting = new HashMap<>();
        for (Protocol<?> protocol : protocols.all()) {
            for (Exchange<?> exchange : protocol.exchanges()) {
                transports.put(exchange.name(), exchange.transports());
                exchange.sequel().ifPresent(sequel -> sequels.put(exchange.name(), sequel));
                exchange.lasting().ifPresent(stays -> lasting.put(exchange.name(), stays.keepAlive()));
                if (exchange.reportsBeside()) {
                    reportingBeside.add(exchange.name());
                }
                if (exchange.answersAt() == Answers.AT_BOTH_ENDS) {
                    callingBack.add(exchange.name());
                }
            }
        }
        return new Spoken(transports, callingBack, reportingBeside, sequels, lasting);
    }

    boolean speaks(String exchange, Transport transport) {
        return transports.getOrDefault(exchange, Set.of()).contains(transport);
    }

    boolean reportsBeside(String exchange, Transport transport) {
        return transport == Transport.UDP && reportingBeside.contains(exchange);
    }

    Optional<Sequel> sequel(String exchange) {
        return Optional.ofNullable(sequels.get(exchange));
    }

    /** Returns how long an exchange's protocol stays silent at most; empty where its conversation does not stay. */
    Optional<Duration> keepAlive(String exchange) {
        return Optional.ofNullable(lasting.get(exchange));
    }

    boolean callsBack(String exchange) {
        return callingBack.contains(exchange);
    }
}
