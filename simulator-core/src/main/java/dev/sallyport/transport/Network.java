package dev.sallyport.transport;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/**
 * The event loops that all agents of a process share: epoll on Linux, NIO elsewhere.
 *
 * <p>Also admits attempts, a bounded number at a time, so that our own load never looks like a slow network.
 */
public final class Network implements AutoCloseable {

    private static final int OPENING_AT_A_TIME = 64;

    private final boolean epoll = Epoll.isAvailable();
    private final VisitBounds bounds;
    private final VisitLog log;
    private final EventLoopGroup loops;
    private final SocketTable sockets = SocketTable.ofThisMachine();
    private final HalfOpenWatch halfOpen = new HalfOpenWatch(sockets, Clock.systemUTC());
    private final Lateness lateness = new Lateness();
    private final Admission admission = new Admission(OPENING_AT_A_TIME);

    /** Netty looks for a network card to name its channels after, and warns where a namespace has none. */
    private static final String MACHINE_ID = "io.netty.machineId";

    /** Starts the event loops, one a processor; nobody reads of visits that end badly. */
    public Network() {
        this(VisitBounds.standard(), VisitLog.silent());
    }

    /** Starts the event loops, one a processor, with endpoints that bear no more than that, and tell of it there. */
    public Network(VisitBounds bounds, VisitLog log) {
        this.bounds = bounds;
        this.log = log;
        if (System.getProperty(MACHINE_ID) == null) {
            System.setProperty(MACHINE_ID, "02:00:00:00:00:00:00:01");
        }
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        loops = new MultiThreadIoEventLoopGroup(
                threads, epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        lateness.watch(loops);
    }

    boolean epoll() {
        return epoll;
    }

    VisitBounds bounds() {
        return bounds;
    }

    VisitLog log() {
        return log;
    }

    EventLoopGroup loops() {
        return loops;
    }

    SocketTable sockets() {
        return sockets;
    }

    HalfOpenWatch halfOpen() {
        return halfOpen;
    }

    Lateness lateness() {
        return lateness;
    }

    Admission admission() {
        return admission;
    }

    Class<? extends Channel> stream() {
        return epoll ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    Class<? extends ServerSocketChannel> server() {
        return epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    }

    Class<? extends Channel> datagram() {
        return epoll ? EpollDatagramChannel.class : NioDatagramChannel.class;
    }

    /** Stops the loops; every endpoint and connection on them ends. */
    @Override
    public void close() {
        halfOpen.close();
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
