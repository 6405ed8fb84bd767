package dev.sallyport.exchange;

import java.util.List;

/**
 * A protocol: its exchanges and the service that answers them.
 *
 * @param name as role files write it, {@code sip}
 * @param <M> the protocol's message
 */
public record Protocol<M>(String name, List<Exchange<M>> exchanges, Service<M> service) {}
