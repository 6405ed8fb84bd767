package dev.sallyport.protocol;

import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Reception;
import dev.sallyport.exchange.Setting;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one end sent in a conversation of ours that completed: valid bytes to begin from.
 *
 * @param name the exchange, its transport and whose bytes they are, as a failing test shows it
 * @param segments in order
 */
record Capture(Protocol<?> protocol, String name, Transport transport, List<byte[]> segments) {

    /** Returns one for each end of every exchange over each of its transports. */
    static List<Capture> ofAllThatIsSpoken() {
        return Protocols.spoken().all().stream().flatMap(Capture::of).toList();
    }

    private static <M> Stream<Capture> of(Protocol<M> protocol) {
        return protocol.exchanges().stream().flatMap(exchange -> exchange.transports().stream()
                .flatMap(transport -> of(protocol, exchange.name(), transport)));
    }

    private static <M> Stream<Capture> of(Protocol<M> protocol, String exchange, Transport transport) {
        MemoryWire.Told told = MemoryWire.between(protocol).walk(exchange, transport);
        String name = exchange + " over " + transport.text();
        return Stream.of(
                new Capture(protocol, name + " from the initiator", transport, told.toFar()),
                new Capture(protocol, name + " from the far end", transport, told.toNear()));
    }

    /** Returns a codec of a fresh connection. */
    Codec<?> codec() {
        return protocol.service().codec(transport);
    }

    /** Returns the service receiving a fresh peer. */
    Reception<?> reception() {
        return reception(protocol);
    }

    private <M> Reception<M> reception(Protocol<M> spoken) {
        Setting setting = new Setting(
                "",
                MemoryWire.FAR,
                MemoryWire.NEAR,
                new InetSocketAddress("10.2.0.10", 5061),
                new InetSocketAddress("10.1.0.10", 40_000),
                transport,
                Security.NONE);
        return new Reception<>(spoken.service(), setting, new PatientLine());
    }

    @Override
    public String toString() {
        return name;
    }
}
