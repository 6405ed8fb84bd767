package dev.sallyport.exchange;

import dev.sallyport.flow.PortRange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a run needs of a connection; Netty's channels are lines, and so are two byte queues in a test.
 *
 * <p>Everything is called, and calls back, on one thread a line.
 */
public interface Line {

    /** Sends bytes, in order. */
    void send(byte[] bytes);

    /** Starts TLS; calls back when the handshake is done. A handshake that fails ends the run instead. */
    void startTls(Runnable done);

    /** Closes after what was sent. */
    void close();

    /** Calls back once after the given time, unless cancelled; returns the cancellation. */
    Runnable after(Duration delay, Runnable action);

    /** Opens a second connection to a name of the lab, walks a ladder on it and says how it ended. */
    <M> void dial(
            String name,
            int port,
            Supplier<Codec<M>> codecs,
            Function<Setting, List<Step<M>>> ladder,
            Consumer<Ending> ended);

    /**
     * Opens a UDP port beside this line, at this end's own address; a line without sockets has none to give.
     *
     * @param ports where it may be; any port where empty
     * @param arrived told of each datagram that comes to it from an address of the lab
     * @param opened told once: the port, or empty where none is free
     */
    default void bind(Optional<PortRange> ports, Consumer<Datagram> arrived, Consumer<Optional<DatagramPort>> opened) {
        opened.accept(Optional.empty());
    }
}
