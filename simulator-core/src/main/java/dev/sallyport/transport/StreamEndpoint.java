package dev.sallyport.transport;

import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Naming;
import dev.sallyport.exchange.Reception;
import dev.sallyport.exchange.Service;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Stage;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.flow.Security;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;

/** A TCP endpoint: accepts whoever comes, secures the connection, finds out which service is meant, and lets it answer. */
final class StreamEndpoint {

    private static final int TLS_HANDSHAKE = 0x16;
    private static final int MOST_TO_RECOGNISE_BY = 64;

    private final Host host;
    private final Endpoint endpoint;
    private final Arrivals arrivals;
    private final VisitBounds bounds;

    StreamEndpoint(Host host, Endpoint endpoint, Arrivals arrivals) {
        this.host = host;
        this.endpoint = endpoint;
        this.arrivals = arrivals;
        this.bounds = host.network().bounds();
    }

    /** Binds; the channel of the future is what to close later. */
    ChannelFuture bind() {
        return new ServerBootstrap()
                .group(host.network().loops())
                .channel(host.network().server())
                .option(ChannelOption.SO_BACKLOG, 4096)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        new Visit(channel).begin();
                    }
                })
                .bind(endpoint.address(), endpoint.port());
    }

    /** One accepted connection. */
    private final class Visit implements NettyLine.User, NettyLine.Means {

        private final NettyLine line;
        private final Arrival arrival;
        private final Setting setting;
        private final ByteArrayOutputStream head = new ByteArrayOutputStream();
        private volatile Optional<Reception<?>> reception = Optional.empty();
        private Runnable cancelSilence = () -> {};
        private Optional<Runnable> cancelMessage = Optional.empty();

        Visit(Channel channel) {
            InetSocketAddress local = (InetSocketAddress) channel.localAddress();
            InetSocketAddress remote = (InetSocketAddress) channel.remoteAddress();
            host.network().lateness().accepted(channel);
            line = new NettyLine(
                    channel, this, bounds.handshake(), host.network().keeping());
            arrival = new Arrival(
                    host.network().lateness(),
                    host.clock().instant(),
                    local,
                    remote,
                    () -> line.sent(naming()),
                    () -> line.received(naming()),
                    line::tls,
                    ending -> host.network().log().ended(endpoint, remote, ending));
            setting = host.setting(endpoint, local, remote);
            arrivals.add(arrival);
        }

        void begin() {
            awaitMore();
            // Where this end closed, nothing breaks: only the closing itself tells that it is over.
            line.onceClosed(() -> broken(Optional.empty(), How.CLOSED, "this end closed the connection"));
            Set<Security> spoken = EnumSet.copyOf(endpoint.security());
            if (spoken.remove(Security.NONE)) {
                line.use(this);
                if (!spoken.isEmpty()) {
                    line.channel().pipeline().addFirst(new FirstByte(first -> {
                        if (first == TLS_HANDSHAKE) {
                            line.startTls(() -> {});
                        }
                    }));
                }
            } else {
                line.use(this);
                line.startTls(() -> {});
            }
        }

        @Override
        public void received(byte[] bytes, long nanos) {
            int before = messages();
            try {
                if (reception.isEmpty()) {
                    head.writeBytes(bytes);
                    receiveHead(nanos);
                } else {
                    receive(bytes, nanos);
                }
            } catch (RuntimeException bug) {
                arrival.end(Stage.REQUEST, How.LOCAL, "a bug in this service: " + Failures.words(bug));
                line.close();
            }
            awaitMore();
            awaitWhole(bytes, messages() > before);
        }

        private Naming naming() {
            return reception.<Naming>map(Reception::naming).orElse(Naming.PLACES);
        }

        private int messages() {
            return reception.map(Reception::messages).orElse(0);
        }

        private void receiveHead(long nanos) {
            byte[] bytes = head.toByteArray();
            Optional<Service<?>> meant = host.meant(endpoint, bytes);
            if (meant.isPresent()) {
                reception = Optional.of(new Reception<>(meant.get(), setting, line));
                receive(bytes, nanos);
            } else if (bytes.length >= MOST_TO_RECOGNISE_BY) {
                arrival.end(Stage.REQUEST, How.MALFORMED, "no protocol of this endpoint begins like that");
                line.close();
            }
        }

        private void receive(byte[] bytes, long nanos) {
            reception.orElseThrow().received(bytes, nanos);
            arrival.note(reception.orElseThrow());
        }

        private void awaitMore() {
            cancelSilence.run();
            Duration most = silence();
            cancelSilence = line.after(most, () -> giveUp("nothing came for " + most.toMillis() + " ms"));
        }

        /** Whoever has shown an attempt's nonce may stand silent on purpose. */
        private Duration silence() {
            boolean attempt = reception.filter(r -> !r.nonces().isEmpty()).isPresent()
                    && host.directory().knows(setting.remote().getAddress());
            return attempt ? bounds.standing() : bounds.silence();
        }

        /** From the first byte of a message on, its last one is awaited; white space between two keeps alive. */
        private void awaitWhole(byte[] bytes, boolean whole) {
            if (whole) {
                cancelMessage.ifPresent(Runnable::run);
                cancelMessage = Optional.empty();
            } else if (cancelMessage.isEmpty() && !isKeepAlive(bytes)) {
                cancelMessage = Optional.of(line.after(
                        bounds.message(),
                        () -> giveUp("a message that began was not whole after "
                                + bounds.message().toMillis() + " ms")));
            }
        }

        private static boolean isKeepAlive(byte[] bytes) {
            return new String(bytes, StandardCharsets.ISO_8859_1).isBlank();
        }

        private void giveUp(String why) {
            arrival.end(Stage.REQUEST, How.SILENCE, why);
            cancelTimers();
            line.close();
        }

        private void cancelTimers() {
            cancelSilence.run();
            cancelMessage.ifPresent(Runnable::run);
        }

        @Override
        public void broken(Optional<Stage> stage, How how, String detail) {
            cancelTimers();
            arrival.gone(stage, how, detail);
        }

        @Override
        public SSLEngine engine() {
            Set<Security> spoken = EnumSet.copyOf(endpoint.security());
            spoken.remove(Security.NONE);
            return host.tls().server(spoken.isEmpty() ? Set.of(Security.MTLS) : spoken);
        }

        @Override
        public SidePorts ports() {
            return host.ports();
        }

        @Override
        public <M> void dial(
                NettyLine from,
                String name,
                int port,
                Supplier<Codec<M>> codecs,
                Function<Setting, List<Step<M>>> ladder,
                Consumer<Ending> ended) {
            String nonce =
                    reception.flatMap(r -> r.nonces().stream().findFirst()).orElse("");
            host.dialler().second(host.self(), nonce, from, name, port, codecs, ladder, Dialler.once(), ending -> {
                arrival.calledBack(ending);
                ended.accept(ending);
            });
        }
    }
}
