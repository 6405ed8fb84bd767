package dev.sallyport.scenarios;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Exchange.Answers;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.flow.Transport;
import dev.sallyport.protocol.Protocols;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The exchanges this version can walk, as far as a plan needs to know.
 *
 * @param transports what each exchange can ride on; an exchange that is missing is not spoken yet
 * @param callingBack exchanges for which the far end connects back, as XMPP dialback does
 */
public record Spoken(Map<String, Set<Transport>> transports, Set<String> callingBack) {
    /** Keeps its own copies. */
    public Spoken {
        transports = Map.copyOf(transports);
        callingBack = Set.copyOf(callingBack);
    }

    /** Returns what the protocols speak. */
    public static Spoken of(Protocols protocols) {
        Map<String, Set<Transport>> transports = new HashMap<>();
        Set<String> callingBack = new HashSet<>();
        for (Protocol<?> protocol : protocols.all()) {
            for (Exchange<?> exchange : protocol.exchanges()) {
                transports.put(exchange.name(), exchange.transports());
                if (exchange.answersAt() == Answers.AT_BOTH_ENDS) {
                    callingBack.add(exchange.name());
                }
            }
        }
        return new Spoken(transports, callingBack);
    }

    boolean speaks(String exchange, Transport transport) {
        return transports.getOrDefault(exchange, Set.of()).contains(transport);
    }

    boolean callsBack(String exchange) {
        return callingBack.contains(exchange);
    }
}
