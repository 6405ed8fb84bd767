package dev.sallyport.exchange;

import dev.sallyport.flow.PortRange;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A line of a service under test, whose time is passed by hand and whose UDP ports are in memory: addresses of 10.0.0.0/8
 * are the lab's.
 */
public final class AgedLine implements Line {

    private record Timer(Duration at, int order, Runnable action) {}

    private final InetAddress local;
    private final List<byte[]> sent = new ArrayList<>();
    private final List<Datagram> relayed = new ArrayList<>();
    private final Map<InetSocketAddress, Consumer<Datagram>> ports = new HashMap<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>((a, b) -> a.at.equals(b.at) ? Integer.compare(a.order, b.order) : a.at.compareTo(b.at));
    private Duration now = Duration.ZERO;
    private int order;
    private boolean full;
    private boolean closed;

    /** A line of the service at that address. */
    public AgedLine(InetAddress local) {
        this.local = local;
    }

    /** From now on no port is free. */
    public void fill() {
        full = true;
    }

    /** Returns what was sent to the client since this was last asked. */
    public List<byte[]> sent() {
        List<byte[]> all = List.copyOf(sent);
        sent.clear();
        return all;
    }

    /** Returns what was sent to peers since this was last asked. */
    public List<Datagram> relayed() {
        List<Datagram> all = List.copyOf(relayed);
        relayed.clear();
        return all;
    }

    /** Returns where ports are open. */
    public List<InetSocketAddress> ports() {
        return List.copyOf(ports.keySet());
    }

    /** Tells whether the service closed the line. */
    public boolean closed() {
        return closed;
    }

    /** A datagram comes to a port. */
    public void arrive(InetSocketAddress port, Datagram datagram) {
        Optional.ofNullable(ports.get(port)).ifPresent(receiver -> receiver.accept(datagram));
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        Duration until = now.plus(time);
        while (!timers.isEmpty() && timers.peek().at.compareTo(until) <= 0) {
            Timer timer = timers.poll();
            now = timer.at;
            timer.action.run();
        }
        now = until;
    }

    @Override
    public void send(byte[] bytes) {
        sent.add(bytes);
    }

    @Override
    public void startTls(Runnable done) {
        throw new AssertionError("nothing here starts TLS");
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public Runnable after(Duration delay, Runnable action) {
        Timer timer = new Timer(now.plus(delay), order++, action);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    @Override
    public <M> void dial(
            String name,
            int port,
            Supplier<Codec<M>> codecs,
            Function<Setting, List<Step<M>>> ladder,
            Consumer<Ending> ended) {
        throw new AssertionError("nothing here dials");
    }

    @Override
    public void bind(Optional<PortRange> range, Consumer<Datagram> arrived, Consumer<Optional<DatagramPort>> opened) {
        if (full) {
            opened.accept(Optional.empty());
            return;
        }
        int number = range.map(PortRange::first).orElse(40_000) + ports.size() + order++;
        Port port = new Port(new InetSocketAddress(local, number));
        ports.put(port.local(), arrived);
        opened.accept(Optional.of(port));
    }

    private final class Port implements DatagramPort {
        private final InetSocketAddress at;

        Port(InetSocketAddress at) {
            this.at = at;
        }

        @Override
        public InetSocketAddress local() {
            return at;
        }

        @Override
        public boolean reaches(InetAddress address) {
            return address.getAddress()[0] == 10;
        }

        @Override
        public void send(Datagram datagram) {
            if (isOpen()) {
                relayed.add(datagram);
            }
        }

        @Override
        public boolean isOpen() {
            return ports.containsKey(at);
        }

        @Override
        public void close() {
            ports.remove(at);
        }
    }
}
