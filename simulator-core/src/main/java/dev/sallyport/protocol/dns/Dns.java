package dev.sallyport.protocol.dns;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.flow.Transport;
import java.util.List;
import java.util.Set;

/** The protocol {@code dns}: names of the lab asked for and answered (rows EDGE-003, EDGE-004). */
public final class Dns {

    private Dns() {}

    /** Returns the protocol. */
    public static Protocol<DnsMessage> protocol() {
        Exchange<DnsMessage> query =
                Exchange.of("dns/query", Set.of(Transport.UDP, Transport.TCP), QueryExchange::ladder);
        return new Protocol<>("dns", List.of(query), new DnsService());
    }
}
