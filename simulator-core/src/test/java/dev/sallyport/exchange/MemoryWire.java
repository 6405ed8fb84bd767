package dev.sallyport.exchange;

import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A wire in memory with virtual time: an exchange walked against its own service, with a fault between them.
 *
 * <p>{@code MemoryWire.between(protocol).walk("sip/options", Transport.TCP)} gives how the initiator ended and what each
 * end sent.
 */
public final class MemoryWire<M> {

    /** The initiator's nonce in every conversation. */
    public static final String NONCE = "0123456789abcdef01234567";

    /** The initiator: a mediation server. */
    public static final Setting.Identified NEAR =
            new Setting.Identified("near1.contoso.lab", "contoso.lab", "mediation");

    /** The far end: a host of a partner's domain. */
    public static final Setting.Identified FAR = new Setting.Identified("far1.fabrikam.lab", "fabrikam.lab", "edge");

    private static final InetSocketAddress NEAR_ADDRESS = new InetSocketAddress("10.1.0.10", 40_000);
    private static final InetSocketAddress FAR_ADDRESS = new InetSocketAddress("10.2.0.10", 5061);
    private static final InetSocketAddress BESIDE = new InetSocketAddress("10.2.0.10", 5062);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private record Timer(long at, long order, Runnable action) {}

    private final Protocol<M> protocol;
    private final Function<byte[], List<byte[]>> towardsFar;
    private final Function<byte[], List<byte[]>> towardsNear;
    private final Deque<Runnable> events = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>((a, b) -> a.at != b.at ? Long.compare(a.at, b.at) : Long.compare(a.order, b.order));
    private final List<byte[]> bytesToFar = new ArrayList<>();
    private final List<byte[]> bytesToNear = new ArrayList<>();
    private final Map<InetSocketAddress, Consumer<Datagram>> ports = new HashMap<>();
    private Reception<M> reception;
    private Setting.Identified nearEnd = NEAR;
    private Setting.Identified farEnd = FAR;
    private IntFunction<Duration> timeToFar = number -> Duration.ZERO;
    private Optional<Function<byte[], List<byte[]>>> beside = Optional.empty();
    private long now;
    private long order;

    /** How a walk went. */
    public record Told(
            Ending near,
            Set<String> nonces,
            int messagesAtFar,
            Optional<String> malformedAtFar,
            Optional<StreamSeen> streamAtNear,
            Optional<StreamSeen> streamAtFar,
            List<byte[]> toFar,
            List<byte[]> toNear) {

        /** All that went to the far end, as Latin-1 text. */
        public String textToFar() {
            return text(toFar);
        }

        /** All that went to the near end, as Latin-1 text. */
        public String textToNear() {
            return text(toNear);
        }

        private static String text(List<byte[]> parts) {
            StringBuilder all = new StringBuilder();
            parts.forEach(part -> all.append(new String(part, StandardCharsets.ISO_8859_1)));
            return all.toString();
        }
    }

    private MemoryWire(
            Protocol<M> protocol,
            Function<byte[], List<byte[]>> towardsFar,
            Function<byte[], List<byte[]>> towardsNear) {
        this.protocol = protocol;
        this.towardsFar = towardsFar;
        this.towardsNear = towardsNear;
    }

    /** A wire that carries everything as it is. */
    public static <M> MemoryWire<M> between(Protocol<M> protocol) {
        return new MemoryWire<>(protocol, List::of, List::of);
    }

    /** A wire that does to each segment what the functions say: none, the same, several, altered. */
    public static <M> MemoryWire<M> between(
            Protocol<M> protocol,
            Function<byte[], List<byte[]>> towardsFar,
            Function<byte[], List<byte[]>> towardsNear) {
        return new MemoryWire<>(protocol, towardsFar, towardsNear);
    }

    /** Gives the two ends other roles. */
    public MemoryWire<M> withRoles(String near, String far) {
        nearEnd = new Setting.Identified(NEAR.fqdn(), NEAR.domain(), near);
        farEnd = new Setting.Identified(FAR.fqdn(), FAR.domain(), far);
        return this;
    }

    /** Lets reports go to the far end's next port, past a fault of its own. */
    public MemoryWire<M> reportingBeside(Function<byte[], List<byte[]>> fault) {
        beside = Optional.of(fault);
        return this;
    }

    /** Lets each segment towards the far end take that long, told by how many went before it. */
    public MemoryWire<M> slowTowardsFar(IntFunction<Duration> time) {
        timeToFar = time;
        return this;
    }

    /** Walks the named exchange to its end; time passes only when nothing else happens. */
    public Told walk(String exchange, Transport transport) {
        Exchange<M> named = protocol.exchanges().stream()
                .filter(known -> known.name().equals(exchange))
                .findFirst()
                .orElseThrow();
        return walk(transport, named.ladder(), named.goal());
    }

    /** Walks a ladder that reaches that stage to its end. */
    public Told walk(Transport transport, Function<Setting, List<Step<M>>> ladder, Stage goal) {
        Setting setting = new Setting(
                NONCE,
                nearEnd,
                farEnd,
                NEAR_ADDRESS,
                FAR_ADDRESS,
                transport,
                Security.NONE,
                beside.map(fault -> new Setting.Beside(BESIDE.getPort(), Optional.empty())),
                Optional.empty());
        beside.ifPresent(fault -> ports.put(BESIDE, besideFar(transport, fault)));
        Ending[] ended = new Ending[1];
        End near = new End(NEAR_ADDRESS, towardsFar, bytesToFar);
        End far = new End(FAR_ADDRESS, towardsNear, bytesToNear);
        near.peer = far;
        far.peer = near;
        Walk<M> walk = new Walk<>(
                () -> protocol.service().codec(transport),
                ladder.apply(setting),
                near,
                PATIENCE,
                goal,
                ending -> ended[0] = ending);
        reception = new Reception<>(protocol.service(), farSetting(transport), far);
        near.receiver = bytes -> walk.received(bytes, now);
        near.closed = () -> walk.broken(How.CLOSED, "the peer closed");
        far.receiver = bytes -> reception.received(bytes, now);
        walk.begin();
        runUntil(() -> ended[0] != null);
        return new Told(
                ended[0],
                reception.nonces(),
                reception.messages(),
                reception.malformed(),
                walk.stream(),
                reception.stream(),
                bytesToFar,
                bytesToNear);
    }

    /** Returns how much time has passed. */
    public Duration elapsed() {
        return Duration.ofNanos(now);
    }

    /** Returns how many bytes have been sent both ways. */
    public long passed() {
        return Stream.concat(bytesToFar.stream(), bytesToNear.stream())
                .mapToLong(bytes -> bytes.length)
                .sum();
    }

    private Consumer<Datagram> besideFar(Transport transport, Function<byte[], List<byte[]>> fault) {
        End here = new End(BESIDE, List::of, new ArrayList<>());
        here.peer = new End(NEAR_ADDRESS, List::of, new ArrayList<>());
        Reception<M> there = new Reception<>(protocol.service(), farSetting(transport), here);
        return datagram -> {
            here.peer.receiver = bytes -> ports.get(datagram.peer()).accept(new Datagram(BESIDE, Octets.of(bytes)));
            fault.apply(datagram.bytes().toArray()).forEach(bytes -> there.received(bytes, now));
        };
    }

    private Setting farSetting(Transport transport) {
        return new Setting("", farEnd, nearEnd, FAR_ADDRESS, NEAR_ADDRESS, transport, Security.NONE);
    }

    private void runUntil(Supplier<Boolean> done) {
        while (true) {
            if (!events.isEmpty()) {
                events.poll().run();
            } else if (done.get() || timers.isEmpty()) {
                return;
            } else {
                Timer next = timers.poll();
                now = next.at;
                next.action.run();
            }
        }
    }

    private final class End implements Line {
        private final InetSocketAddress local;
        private final Function<byte[], List<byte[]>> fault;
        private final List<byte[]> record;
        private End peer;
        private Consumer<byte[]> receiver = bytes -> {};
        private Runnable closed = () -> {};
        private boolean open = true;

        End(InetSocketAddress local, Function<byte[], List<byte[]>> fault, List<byte[]> record) {
            this.local = local;
            this.fault = fault;
            this.record = record;
        }

        @Override
        public void send(byte[] bytes) {
            if (open) {
                Duration time = record == bytesToFar ? timeToFar.apply(record.size()) : Duration.ZERO;
                record.add(bytes);
                fault.apply(bytes).forEach(part -> arrive(time, () -> peer.receiver.accept(part)));
            }
        }

        private void arrive(Duration time, Runnable arrival) {
            if (time.isZero()) {
                events.add(arrival);
            } else {
                after(time, arrival);
            }
        }

        @Override
        public void startTls(Runnable done) {
            events.add(done);
        }

        @Override
        public void close() {
            if (open) {
                open = false;
                events.add(() -> peer.closed.run());
            }
        }

        @Override
        public Runnable after(Duration delay, Runnable action) {
            Timer timer = new Timer(now + delay.toNanos(), order++, action);
            timers.add(timer);
            return () -> timers.remove(timer);
        }

        @Override
        public <N> void dial(
                String name,
                int port,
                Supplier<Codec<N>> codecs,
                Function<Setting, List<Step<N>>> ladder,
                Consumer<Ending> ended) {
            boolean near = local.equals(NEAR_ADDRESS);
            End here = near
                    ? new End(NEAR_ADDRESS, towardsFar, bytesToFar)
                    : new End(FAR_ADDRESS, towardsNear, bytesToNear);
            End there = near
                    ? new End(FAR_ADDRESS, towardsNear, bytesToNear)
                    : new End(NEAR_ADDRESS, towardsFar, bytesToFar);
            here.peer = there;
            there.peer = here;
            InetSocketAddress dialled = new InetSocketAddress(there.local.getAddress(), port);
            Setting setting = new Setting(
                    NONCE, near ? NEAR : FAR, near ? FAR : NEAR, local, dialled, Transport.TCP, Security.NONE);
            Setting opposite =
                    new Setting("", near ? FAR : NEAR, near ? NEAR : FAR, dialled, local, Transport.TCP, Security.NONE);
            Walk<N> walk = new Walk<>(codecs, ladder.apply(setting), here, PATIENCE, Stage.REPLY, ended);
            Reception<M> second = new Reception<>(protocol.service(), opposite, there);
            here.receiver = bytes -> walk.received(bytes, now);
            here.closed = () -> walk.broken(How.CLOSED, "the peer closed");
            there.receiver = bytes -> second.received(bytes, now);
            events.add(walk::begin);
        }

        @Override
        public void bind(
                Optional<PortRange> range, Consumer<Datagram> arrived, Consumer<Optional<DatagramPort>> opened) {
            Port port = new Port(new InetSocketAddress(
                    local.getAddress(), range.map(PortRange::first).orElse(50_000) + ports.size()));
            ports.put(port.local(), arrived);
            events.add(() -> opened.accept(Optional.of(port)));
        }
    }

    /** A port beside a line; what passes between ports is neither lost nor altered. */
    private final class Port implements DatagramPort {
        private final InetSocketAddress local;

        Port(InetSocketAddress local) {
            this.local = local;
        }

        @Override
        public InetSocketAddress local() {
            return local;
        }

        @Override
        public boolean reaches(InetAddress address) {
            return address.isSiteLocalAddress();
        }

        @Override
        public void send(Datagram datagram) {
            if (isOpen()) {
                Datagram arriving = new Datagram(local, datagram.bytes());
                events.add(() -> ports.getOrDefault(datagram.peer(), lost -> {}).accept(arriving));
            }
        }

        @Override
        public boolean isOpen() {
            return ports.containsKey(local);
        }

        @Override
        public void close() {
            ports.remove(local);
        }
    }
}
