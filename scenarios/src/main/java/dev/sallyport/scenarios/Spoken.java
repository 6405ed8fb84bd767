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
 * @param callingBack exchanges for which the far end connects back, as XMPP dialback does
 * @param sequels the second connections that exchanges lead to
 */
public record Spoken(Map<String, Set<Transport>> transports, Set<String> callingBack, Map<String, Sequel> sequels) {
    /** Keeps its own copies. */
    public Spoken {
        transports = Map.copyOf(transports);
        callingBack = Set.copyOf(callingBack);
        sequels = Map.copyOf(sequels);
    }

    /** Exchanges that lead to no second connection. */
    public Spoken(Map<String, Set<Transport>> transports, Set<String> callingBack) {
        this(transports, callingBack, Map.of());
    }

    /** Returns what the protocols speak. */
    public static Spoken of(Protocols protocols) {
        Map<String, Set<Transport>> transports = new HashMap<>();
        Set<String> callingBack = new HashSet<>();
        Map<String, Sequel> sequels = new HashMap<>();
        for (Protocol<?> protocol : protocols.all()) {
            for (Exchange<?> exchange : protocol.exchanges()) {
                transports.put(exchange.name(), exchange.transports());
                exchange.sequel().ifPresent(sequel -> sequels.put(exchange.name(), sequel));
                if (exchange.answersAt() == Answers.AT_BOTH_ENDS) {
                    callingBack.add(exchange.name());
                }
            }
        }
        return new Spoken(transports, callingBack, sequels);
    }

    boolean speaks(String exchange, Transport transport) {
        return transports.getOrDefault(exchange, Set.of()).contains(transport);
    }

    Optional<Sequel> sequel(String exchange) {
        return Optional.ofNullable(sequels.get(exchange));
    }

    boolean callsBack(String exchange) {
        return callingBack.contains(exchange);
    }
}
