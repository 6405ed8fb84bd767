package dev.sallyport.transport;

import dev.sallyport.exchange.Datagram;
import dev.sallyport.exchange.DatagramPort;
import dev.sallyport.exchange.Octets;
import dev.sallyport.flow.PortRange;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The UDP ports that runs of one host open beside their lines: at most a thousand at a time, each on its line's event
 * loop and closed with its line's channel. They hear and reach addresses of the lab alone. Thread-safe.
 */
final class SidePorts {

    private static final int MOST = 1_000;
    private static final int MOST_TRIES = 500;

    private final Network network;
    private final Directory directory;
    private final AtomicInteger open = new AtomicInteger();

    SidePorts(Network network, Directory directory) {
        this.network = network;
        this.directory = directory;
    }

    /** Opens a port at the address of a line, within the range or anywhere; calls back on the line's event loop. */
    void bind(
            Channel line,
            InetAddress address,
            Optional<PortRange> range,
            Consumer<Datagram> arrived,
            Consumer<Optional<DatagramPort>> opened) {
        if (open.incrementAndGet() > MOST) {
            open.decrementAndGet();
            opened.accept(Optional.empty());
            return;
        }
        new Search(line, address, range.orElse(PortRange.of(0)), arrived, opened).next();
    }

    /** Looks for a free port, from one chosen at random on: rows of the lab may hold many of a relay's range. */
    private final class Search {

        private final Channel line;
        private final InetAddress address;
        private final PortRange range;
        private final Consumer<Datagram> arrived;
        private final Consumer<Optional<DatagramPort>> opened;
        private int place;
        private int left;

        Search(
                Channel line,
                InetAddress address,
                PortRange range,
                Consumer<Datagram> arrived,
                Consumer<Optional<DatagramPort>> opened) {
            this.line = line;
            this.address = address;
            this.range = range;
            this.arrived = arrived;
            this.opened = opened;
            this.place = ThreadLocalRandom.current().nextInt(range.size());
            this.left = Math.min(range.size(), MOST_TRIES);
        }

        void next() {
            if (left == 0) {
                open.decrementAndGet();
                opened.accept(Optional.empty());
                return;
            }
            left--;
            place = (place + 1) % range.size();
            ChannelFuture binding = new Bootstrap()
                    .group(line.eventLoop())
                    .channel(network.datagram())
                    .handler(new Receiver())
                    .bind(address, range.first() + place);
            binding.addListener(done -> {
                if (done.isSuccess()) {
                    opened(binding.channel());
                } else {
                    next();
                }
            });
        }

        private void opened(Channel channel) {
            ChannelFutureListener closing = closed -> channel.close();
            line.closeFuture().addListener(closing);
            channel.closeFuture().addListener(closed -> {
                open.decrementAndGet();
                line.closeFuture().removeListener(closing);
            });
            opened.accept(Optional.of(new Port(channel, (InetSocketAddress) channel.localAddress())));
        }

        private final class Receiver extends SimpleChannelInboundHandler<DatagramPacket> {

            @Override
            protected void channelRead0(ChannelHandlerContext ctx, DatagramPacket packet) {
                byte[] bytes = new byte[packet.content().readableBytes()];
                packet.content().readBytes(bytes);
                if (directory.knows(packet.sender().getAddress())) {
                    arrived.accept(new Datagram(packet.sender(), Octets.of(bytes)));
                }
            }

            @Override
            public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
                // ICMP about a datagram of ours: the peer's port was gone; others may still come
            }
        }
    }

    private final class Port implements DatagramPort {

        private final Channel channel;
        private final InetSocketAddress local;

        Port(Channel channel, InetSocketAddress local) {
            this.channel = channel;
            this.local = local;
        }

        @Override
        public InetSocketAddress local() {
            return local;
        }

        @Override
        public InetSocketAddress published() {
            return new InetSocketAddress(directory.published(local.getAddress()), local.getPort());
        }

        @Override
        public boolean reaches(InetAddress address) {
            return directory.knows(address);
        }

        @Override
        public void send(Datagram datagram) {
            if (isOpen() && reaches(datagram.peer().getAddress())) {
                channel.writeAndFlush(new DatagramPacket(
                        Unpooled.wrappedBuffer(datagram.bytes().toArray()), datagram.peer()));
            }
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() {
            // Not while its channel reads: see NettyLine.giveUp.
            channel.eventLoop().execute(channel::close);
        }
    }
}
