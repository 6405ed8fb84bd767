package dev.sallyport.scenarios;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Exchange.Answers;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Sequel;
import dev.sallyport.flow.Transport;
import dev.sallyport.protocol.Protocols;
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
 */
public record Spoken(
        Map<String, Set<Transport>> transports,
        Set<String> callingBack,
        Set<String> reportingBeside,
        Map<String, Sequel> sequels) {
    /** Keeps its own copies. */
    public Spoken {
        transports = Map.copyOf(transports);
        callingBack = Set.copyOf(callingBack);
        reportingBeside = Set.copyOf(reportingBeside);
        sequels = Map.copyOf(sequels);
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
        for (Protocol<?> protocol : protocols.all()) {
            for (Exchange<?> exchange : protocol.exchanges()) {
                transports.put(exchange.name(), exchange.transports());
                exchange.sequel().ifPresent(sequel -> sequels.put(exchange.name(), sequel));
                if (exchange.reportsBeside()) {
                    reportingBeside.add(exchange.name());
                }
                if (exchange.answersAt() == Answers.AT_BOTH_ENDS) {
                    callingBack.add(exchange.name());
                }
            }
        }
        return new Spoken(transports, callingBack, reportingBeside, sequels);
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

    boolean callsBack(String exchange) {
        return callingBack.contains(exchange);
    }
}
