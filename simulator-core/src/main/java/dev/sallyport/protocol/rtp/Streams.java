package dev.sallyport.protocol.rtp;

import dev.sallyport.exchange.Octets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a far end counts, by the attempt's nonce: media comes to one port, and its reports may come to the next. Keeps the
 * latest ten thousand. Thread-safe.
 */
final class Streams {

    private static final int MOST = 10_000;

    private final Map<Octets, Reports> byNonce = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Octets, Reports> eldest) {
            return size() > MOST;
        }
    };

    /** Keeps what is counted of an attempt; what was counted before under the same nonce is forgotten. */
    synchronized void keep(Reports reports) {
        byNonce.remove(reports.own().nonce());
        byNonce.put(reports.own().nonce(), reports);
    }

    synchronized Optional<Reports> of(Octets nonce) {
        return Optional.ofNullable(byNonce.get(nonce));
    }
}
