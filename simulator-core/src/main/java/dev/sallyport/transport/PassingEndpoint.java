package dev.sallyport.transport;

import dev.sallyport.exchange.How;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.flow.Hop;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollChannelOption;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP endpoint that passes each connection on to one of several hosts, as a load balancer does: bytes as they come,
 * both ways, with no part in their TLS.
 *
 * <p>Each source goes round the hosts by itself, so that whom an attempt meets does not depend on what else runs; no
 * connection is tried twice.
 */
final class PassingEndpoint {

    private static final int PATIENCE_MILLIS = 2_000;

    private final Network network;
    private final Directory directory;
    private final Clock clock;
    private final Endpoint endpoint;
    private final Arrivals arrivals;
    private final Map<InetAddress, Integer> turns = new ConcurrentHashMap<>();

    PassingEndpoint(Network network, Directory directory, Clock clock, Endpoint endpoint, Arrivals arrivals) {
        this.network = network;
        this.directory = directory;
        this.clock = clock;
        this.endpoint = endpoint;
        this.arrivals = arrivals;
    }

    /** Binds; the channel of the future is what to close later. */
    ChannelFuture bind() {
        return new ServerBootstrap()
                .group(network.loops())
                .channel(network.server())
                .option(ChannelOption.SO_BACKLOG, 4096)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        pass(channel);
                    }
                })
                .bind(endpoint.address(), endpoint.port());
    }

    private void pass(Channel accepted) {
        InetSocketAddress from = (InetSocketAddress) accepted.remoteAddress();
        Hop hop = next(from.getAddress());
        Instant at = clock.instant();
        network.lateness().accepted(accepted);
        Leg inward = new Leg(network.lateness(), at, (InetSocketAddress) accepted.localAddress(), from);
        Leg onward = new Leg(network.lateness(), at, new InetSocketAddress(hop.from(), 0), hop.to());
        Passage passage = new Passage(inward, onward, accepted.eventLoop());
        arrivals.add(passage);
        inward.open(accepted, passage);
        if (directory.knows(hop.to().getAddress())) {
            ChannelFuture connecting = connect(accepted, hop);
            connecting.addListener(done -> passage.connected(connecting));
        } else {
            passage.refused(
                    How.LOCAL,
                    hop.to().getAddress().getHostAddress()
                            + " is no address of this lab, and nothing is passed on elsewhere");
        }
    }

    /** Strangers share one turn, so that what is kept stays bounded by the lab. */
    private Hop next(InetAddress source) {
        InetAddress known = directory.knows(source) ? source : endpoint.address();
        int turn = turns.merge(known, 1, Integer::sum);
        int hops = endpoint.passesTo().size();
        return endpoint.passesTo().get(Math.floorMod(known.hashCode() + turn, hops));
    }

    private ChannelFuture connect(Channel accepted, Hop hop) {
        Bootstrap bootstrap = new Bootstrap()
                .group(accepted.eventLoop())
                .channel(network.stream())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, PATIENCE_MILLIS)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        // handlers come once the connection stands
                    }
                });
        if (network.epoll()) {
            bootstrap.option(EpollChannelOption.IP_BIND_ADDRESS_NO_PORT, true);
        }
        return bootstrap.connect(hop.to(), new InetSocketAddress(hop.from(), 0));
    }
}
