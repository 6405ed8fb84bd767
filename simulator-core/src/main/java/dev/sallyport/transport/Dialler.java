package dev.sallyport.transport;

import dev.sallyport.check.Contact;
import dev.sallyport.check.Traffic;
import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Naming;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Stage;
import dev.sallyport.exchange.Step;
import dev.sallyport.exchange.Walk;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import dev.sallyport.run.Patience;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.unix.IntegerUnixChannelOption;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;

/** Opens a connection from an address of this host, walks a ladder on it, and tells how that went. */
final class Dialler {

    /** So that ICMP host-unreachable reaches a UDP socket at once, not only port-unreachable (ip(7)). */
    private static final IntegerUnixChannelOption IP_RECVERR = new IntegerUnixChannelOption("IP_RECVERR", 0, 11);

    /** The largest segment, which the SYN tells the peer and this end keeps to as well (tcp(7)). */
    private static final IntegerUnixChannelOption TCP_MAXSEG = new IntegerUnixChannelOption("TCP_MAXSEG", 6, 2);

    private static final int IPV4_AND_TCP = 20 + 20;
    private static final int IPV6_AND_TCP = 40 + 20;

    /**
     * What to dial and to say.
     *
     * @param from the address to send from, with port 0 where any will do
     * @param ladder makes the steps; it may ask how many bytes have passed both ways
     * @param goal the stage a completed ladder has reached
     * @param beside where reports go that have a port of their own
     * @param manner what this attempt does otherwise than others
     */
    record Call<M>(
            String nonce,
            Setting.Identified self,
            Setting.Identified peer,
            InetSocketAddress from,
            InetSocketAddress to,
            Transport transport,
            Security security,
            Supplier<Codec<M>> codecs,
            BiFunction<Setting, LongSupplier, List<Step<M>>> ladder,
            Stage goal,
            Optional<Setting.Beside> beside,
            Manner manner) {

        Setting setting(Channel channel) {
            return new Setting(
                    nonce,
                    self,
                    peer,
                    (InetSocketAddress) channel.localAddress(),
                    (InetSocketAddress) channel.remoteAddress(),
                    transport,
                    security,
                    beside,
                    manner.limit(),
                    manner.measured());
        }

        Optional<Integer> segment() {
            int headers = to.getAddress() instanceof Inet6Address ? IPV6_AND_TCP : IPV4_AND_TCP;
            return manner.limit().map(bytes -> bytes - headers);
        }
    }

    private final Network network;
    private final Directory directory;
    private final Tls tls;
    private final SidePorts ports;
    private final Clock clock;

    Dialler(Network network, Directory directory, Tls tls, SidePorts ports, Clock clock) {
        this.network = network;
        this.directory = directory;
        this.tls = tls;
        this.ports = ports;
        this.clock = clock;
    }

    /**
     * Makes one attempt.
     *
     * @param told told how it went, once
     */
    <M> void dial(Call<M> call, Patience patience, Consumer<Contact> told) {
        Instant at = clock.instant();
        long began = System.nanoTime();
        if (!directory.knows(call.to().getAddress())) {
            told.accept(unopened(
                    call,
                    call.from(),
                    at,
                    began,
                    How.LOCAL,
                    call.to().getAddress().getHostAddress()
                            + " is no address of this lab, and nothing is sent elsewhere"));
            return;
        }
        Bootstrap bootstrap = bootstrap(call.transport(), patience);
        if (call.transport() == Transport.TCP) {
            call.segment().ifPresent(bytes -> bootstrap.option(TCP_MAXSEG, bytes));
        }
        ChannelFuture connecting = bootstrap.connect(call.to(), call.from());
        connecting.addListener(done -> {
            if (done.isSuccess()) {
                new Conversation<>(call, connecting.channel(), patience, at, began, told).begin();
            } else {
                String words = Failures.words(done.cause());
                InetSocketAddress local = local(connecting.channel(), call);
                told.accept(unopened(call, local, at, began, Failures.opening(done.cause()), words));
            }
        });
    }

    /** Tells whether a connection can be kept to a size here: only Linux lets a socket name its largest segment. */
    boolean limits() {
        return network.epoll();
    }

    private Bootstrap bootstrap(Transport transport, Patience patience) {
        Bootstrap bootstrap = new Bootstrap()
                .group(network.loops())
                .option(ChannelOption.AUTO_READ, false)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        // handlers come once the connection stands
                    }
                });
        if (transport == Transport.UDP) {
            bootstrap.channel(network.datagram());
            return network.epoll() ? bootstrap.option(IP_RECVERR, 1) : bootstrap;
        }
        bootstrap
                .channel(network.stream())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        patience.connect().toMillis());
        return network.epoll() ? bootstrap.option(EpollChannelOption.IP_BIND_ADDRESS_NO_PORT, true) : bootstrap;
    }

    /** The port is known even where nothing answered, and joins the attempt with a handshake the far end saw begin. */
    private static InetSocketAddress local(Channel channel, Call<?> call) {
        return channel.localAddress() instanceof InetSocketAddress known && known.getPort() != 0 ? known : call.from();
    }

    private static Contact unopened(
            Call<?> call, InetSocketAddress local, Instant at, long began, How how, String words) {
        return new Contact(
                        at,
                        local,
                        call.to(),
                        List.of(call.nonce()),
                        new Ending(Stage.CONNECT, how, words),
                        Traffic.NONE,
                        Traffic.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        since(began))
                .keptTo(call.manner().limit())
                .silent(call.manner().silence());
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1_000_000.0;
    }

    /** One opened connection and the walk on it. */
    private final class Conversation<M> implements NettyLine.User, NettyLine.Means {

        private final Call<M> call;
        private final Patience patience;
        private final Instant at;
        private final long began;
        private final Consumer<Contact> told;
        private final NettyLine line;
        private final InetSocketAddress local;
        private final Walk<M> walk;

        Conversation(Call<M> call, Channel channel, Patience patience, Instant at, long began, Consumer<Contact> told) {
            this.call = call;
            this.patience = patience;
            this.at = at;
            this.began = began;
            this.told = told;
            this.local = (InetSocketAddress) channel.localAddress();
            this.line = new NettyLine(channel, this, patience.step(), network.keeping());
            this.walk = new Walk<>(
                    call.codecs(),
                    call.ladder().apply(call.setting(channel), this::passed),
                    line,
                    patience.step(),
                    call.goal(),
                    this::ended);
        }

        private long passed() {
            return line.passed();
        }

        void begin() {
            line.use(this);
            line.channel().config().setAutoRead(true);
            if (call.security() == Security.NONE) {
                take(walk::begin);
            } else {
                line.startTls(() -> take(walk::begin));
            }
        }

        @Override
        public void received(byte[] bytes, long nanos) {
            take(() -> walk.received(bytes, nanos));
        }

        @Override
        public void broken(Optional<Stage> stage, How how, String detail) {
            if (stage.isPresent()) {
                walk.broken(stage.get(), how, detail);
            } else {
                walk.broken(how, detail);
            }
        }

        /** A bug in a ladder is ours, and must not read like the network's doing. */
        private void take(Runnable steps) {
            try {
                steps.run();
            } catch (RuntimeException bug) {
                walk.broken(How.LOCAL, "a bug in " + call.peer().role() + "'s exchange: " + Failures.words(bug));
            }
        }

        /** The walk is over; the contact is told once the line is closed, when its counts are whole. */
        private void ended(Ending ending) {
            double millis = since(began);
            line.onceClosed(() -> told.accept(contact(ending, millis)));
        }

        /** What failed while this process stood still failed by our own doing, as far as anyone can tell. */
        private Ending unlessLate(Ending ending) {
            Duration late = network.lateness().lately(began);
            return ending.completed() || late.isZero()
                    ? ending
                    : new Ending(
                            ending.stage(),
                            How.LOCAL,
                            "this host's event loops stood still for " + late.toMillis() + " ms: " + ending.detail());
        }

        private Contact contact(Ending ending, double millis) {
            Naming naming = call.codecs().get().naming();
            return new Contact(
                            at,
                            local,
                            call.to(),
                            List.of(call.nonce()),
                            unlessLate(ending),
                            line.sent(naming),
                            line.received(naming),
                            line.tls(),
                            Optional.empty(),
                            millis)
                    .with(walk.stream()
                            .map(seen -> seen.standing(network.lateness().hitch(began))))
                    .keptTo(call.manner().limit())
                    .silent(call.manner().silence());
        }

        @Override
        public SSLEngine engine() {
            Security spoken = call.security() == Security.NONE ? Security.MTLS : call.security();
            return tls.client(call.peer().fqdn(), spoken);
        }

        @Override
        public SidePorts ports() {
            return ports;
        }

        @Override
        public <N> void dial(
                NettyLine from,
                String name,
                int port,
                Supplier<Codec<N>> codecs,
                Function<Setting, List<Step<N>>> ladder,
                Consumer<Ending> ended) {
            second(call.self(), call.nonce(), from, name, port, codecs, ladder, patience, ended);
        }
    }

    /** Opens a second connection beside one that stands, to a name of the lab alone. */
    <M> void second(
            Setting.Identified self,
            String nonce,
            NettyLine beside,
            String name,
            int port,
            Supplier<Codec<M>> codecs,
            Function<Setting, List<Step<M>>> ladder,
            Patience patience,
            Consumer<Ending> ended) {
        InetAddress local = ((InetSocketAddress) beside.channel().localAddress()).getAddress();
        InetAddress remote = ((InetSocketAddress) beside.channel().remoteAddress()).getAddress();
        Optional<InetAddress> address = directory.resolve(name, remote);
        if (address.isEmpty()) {
            ended.accept(new Ending(Stage.RESOLVE, How.LOCAL, "'" + name + "' is no name of this lab"));
            return;
        }
        Call<M> call = new Call<>(
                nonce,
                self,
                new Setting.Identified(name, name, ""),
                new InetSocketAddress(local, 0),
                new InetSocketAddress(address.get(), port),
                Transport.TCP,
                Security.NONE,
                codecs,
                (setting, passed) -> ladder.apply(setting),
                Stage.REPLY,
                Optional.empty(),
                Manner.PLAIN);
        dial(call, patience, contact -> ended.accept(contact.ending()));
    }

    /** How long a second connection may take at a service, which is not patient for itself. */
    static Patience once() {
        return new Patience(List.of(Duration.ZERO), Duration.ofSeconds(2), Duration.ofSeconds(2));
    }
}
