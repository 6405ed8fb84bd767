package dev.sallyport.transport;

import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.Datagram;
import dev.sallyport.exchange.DatagramPort;
import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Line;
import dev.sallyport.exchange.Reception;
import dev.sallyport.exchange.Service;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Stage;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.flow.PortRange;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A UDP endpoint: one visit a peer address and port, answered only where that address belongs to the lab, so that it can
 * be made a weapon against nobody.
 */
final class DatagramEndpoint {

    private static final int MOST_VISITS = 10_000;

    private final Host host;
    private final Endpoint endpoint;
    private final Arrivals arrivals;

    DatagramEndpoint(Host host, Endpoint endpoint, Arrivals arrivals) {
        this.host = host;
        this.endpoint = endpoint;
        this.arrivals = arrivals;
    }

    /** Binds; the channel of the future is what to close later. */
    ChannelFuture bind() {
        return new Bootstrap()
                .group(host.network().loops())
                .channel(host.network().datagram())
                .handler(new Receiver())
                .bind(endpoint.address(), endpoint.port());
    }

    private final class Receiver extends SimpleChannelInboundHandler<DatagramPacket> {

        private final Map<InetSocketAddress, Visit> visits = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<InetSocketAddress, Visit> eldest) {
                return size() > MOST_VISITS;
            }
        };

        @Override
        protected void channelRead0(ChannelHandlerContext ctx, DatagramPacket packet) {
            long nanos = System.nanoTime();
            byte[] bytes = new byte[packet.content().readableBytes()];
            packet.content().readBytes(bytes);
            visits.computeIfAbsent(packet.sender(), sender -> new Visit(ctx.channel(), sender))
                    .received(bytes, nanos);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
            // ICMP about an answer of ours: the peer's port was gone; the endpoint goes on
        }
    }

    /** What comes from one peer address and port. */
    private final class Visit implements Line {

        private final Channel channel;
        private final InetSocketAddress peer;
        private final Meter sent = Meter.ofDatagrams();
        private final Meter received = Meter.ofDatagrams();
        private final Arrival arrival;
        private final boolean answered;
        private Optional<Reception<?>> reception = Optional.empty();

        Visit(Channel channel, InetSocketAddress peer) {
            this.channel = channel;
            this.peer = peer;
            this.answered = host.directory().knows(peer.getAddress());
            this.arrival = new Arrival(
                    host.network().lateness(),
                    host.clock().instant(),
                    (InetSocketAddress) channel.localAddress(),
                    peer,
                    sent::traffic,
                    received::traffic,
                    Optional::empty,
                    ending -> host.network().log().ended(endpoint, peer, ending));
            arrivals.add(arrival);
        }

        void received(byte[] bytes, long nanos) {
            received.passed(bytes);
            try {
                if (reception.isEmpty()) {
                    reception = host.meant(endpoint, bytes).map(this::receive);
                }
                reception.ifPresent(r -> r.received(bytes, nanos));
                reception.ifPresent(arrival::note);
                arrival.end(Stage.REPLY, How.COMPLETED, unanswered());
            } catch (RuntimeException bug) {
                arrival.end(Stage.REQUEST, How.LOCAL, "a bug in this service: " + Failures.words(bug));
            }
        }

        /** Returns why nothing is said to this peer; empty where something is, or may be. */
        private String unanswered() {
            if (!answered) {
                return "not answered: no address of this lab";
            }
            boolean meant = sent.traffic().bytes() > 0
                    || reception.filter(r -> !r.nonces().isEmpty()).isPresent();
            return meant ? "" : "not answered: nothing here begins like that";
        }

        private <M> Reception<M> receive(Service<M> service) {
            return new Reception<>(
                    service, host.setting(endpoint, (InetSocketAddress) channel.localAddress(), peer), this);
        }

        @Override
        public void send(byte[] bytes) {
            if (answered) {
                sent.passed(bytes);
                channel.writeAndFlush(new DatagramPacket(Unpooled.wrappedBuffer(bytes), peer));
            }
        }

        @Override
        public void startTls(Runnable done) {
            throw new UnsupportedOperationException("there is no TLS over UDP here");
        }

        @Override
        public void close() {
            // a UDP peer has no connection to close
        }

        @Override
        public Runnable after(Duration delay, Runnable action) {
            return Deadline.after(channel.eventLoop(), delay, action);
        }

        @Override
        public void bind(
                Optional<PortRange> range, Consumer<Datagram> arrived, Consumer<Optional<DatagramPort>> opened) {
            host.ports()
                    .bind(
                            channel,
                            endpoint.address(),
                            range,
                            datagram -> guarded(() -> arrived.accept(datagram)),
                            port -> guarded(() -> opened.accept(port)));
        }

        private void guarded(Runnable steps) {
            try {
                steps.run();
            } catch (RuntimeException bug) {
                arrival.end(Stage.REPLY, How.LOCAL, "a bug in this service: " + Failures.words(bug));
            }
        }

        @Override
        public <M> void dial(
                String name,
                int port,
                Supplier<Codec<M>> codecs,
                Function<Setting, List<Step<M>>> ladder,
                Consumer<Ending> ended) {
            throw new UnsupportedOperationException("no exchange over UDP calls back");
        }
    }
}
