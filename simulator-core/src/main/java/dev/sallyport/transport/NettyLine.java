package dev.sallyport.transport;

import dev.sallyport.check.TlsSeen;
import dev.sallyport.check.Traffic;
import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.Datagram;
import dev.sallyport.exchange.DatagramPort;
import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Line;
import dev.sallyport.exchange.Naming;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Stage;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.PortRange;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;

/**
 * A TCP connection, or a connected UDP socket, as a line: counts what passes, watches TLS, and says what broke it.
 *
 * <p>Lives on its channel's event loop; what it has counted may be read from elsewhere.
 */
final class NettyLine extends ChannelInboundHandlerAdapter implements Line {

    /** What an end does with its line. */
    interface User {

        /** Takes bytes, TLS taken off, which came at that {@link System#nanoTime}. */
        void received(byte[] bytes, long nanos);

        /** Learns what ended the line, before this end did. */
        void broken(Optional<Stage> stage, How how, String detail);
    }

    /** How a line gets a TLS engine, and a second connection. */
    interface Means {

        SSLEngine engine();

        SidePorts ports();

        <M> void dial(
                NettyLine from,
                String name,
                int port,
                Supplier<Codec<M>> codecs,
                Function<Setting, List<Step<M>>> ladder,
                Consumer<Ending> ended);
    }

    /** How long the peer may take to close after us; only what it still had to say is lost after that. */
    private static final int LINGER_MILLIS = 300;

    private static final String TAP = "tap";

    private final Channel channel;
    private final Means means;
    private final Duration handshakePatience;
    private final Meter sent;
    private final Meter received;
    private final TlsTap tap = new TlsTap();
    private final GenericFutureListener<Future<Object>> unsent = this::written;

    private User user;
    private Runnable secured = () -> {};
    private boolean handshaking;
    private Runnable cancelHandshakeDeadline = () -> {};
    private boolean broken;
    private boolean unheard;
    private Runnable closed = () -> {};
    private volatile boolean tapped;
    private volatile Optional<SSLSession> session = Optional.empty();
    private volatile Optional<String> refusal = Optional.empty();

    NettyLine(Channel channel, Means means, Duration handshakePatience, Keeping keeping) {
        this.channel = channel;
        this.means = means;
        this.handshakePatience = handshakePatience;
        boolean ordered = !(channel instanceof DatagramChannel);
        this.sent = Meter.keeping(ordered, keeping);
        this.received = Meter.keeping(ordered, keeping);
    }

    /** Hands the line to the end that uses it; before that, what arrives is not read. */
    void use(User end) {
        user = end;
        channel.pipeline().addLast(this);
    }

    Channel channel() {
        return channel;
    }

    /** Calls back once the connection is gone and everything has been counted. */
    void onceClosed(Runnable action) {
        if (channel.isRegistered()) {
            closed = action;
        } else {
            action.run();
        }
    }

    /** Returns how many bytes went either way so far. */
    long passed() {
        return sent.bytes() + received.bytes();
    }

    Traffic sent(Naming naming) {
        return sent.traffic(naming);
    }

    Traffic received(Naming naming) {
        return received.traffic(naming);
    }

    /** Returns what was seen of TLS; empty where none began. */
    Optional<TlsSeen> tls() {
        if (!tapped) {
            return Optional.empty();
        }
        TlsRecords out = tap.sent();
        TlsRecords in = tap.received();
        return Optional.of(new TlsSeen(
                session.map(SSLSession::getProtocol).orElse(""),
                session.map(SSLSession::getCipherSuite).orElse(""),
                out.clientRandom() + in.clientRandom(),
                out.serverRandom() + in.serverRandom(),
                out.certificateRequested() || in.certificateRequested(),
                out.certificate(),
                in.certificate(),
                refusal));
    }

    @Override
    public void send(byte[] bytes) {
        sent.passed(bytes);
        channel.writeAndFlush(Unpooled.wrappedBuffer(bytes)).addListener(unsent);
    }

    /** Over UDP a packet that this host keeps back fails alone, and nothing else would tell of it. */
    private void written(Future<?> write) {
        if (!write.isSuccess() && channel instanceof DatagramChannel && Failures.keptBack(write.cause())) {
            breakDown(Optional.empty(), How.LOCAL, "this host did not send it: " + Failures.words(write.cause()));
            giveUp();
        }
    }

    @Override
    public void startTls(Runnable done) {
        secured = done;
        handshaking = true;
        tapped = true;
        SslHandler handler = new SslHandler(means.engine());
        handler.setHandshakeTimeoutMillis(0);
        cancelHandshakeDeadline = after(handshakePatience, this::handshakeTookTooLong);
        handler.setCloseNotifyFlushTimeoutMillis(200);
        handler.setCloseNotifyReadTimeoutMillis(0);
        // One by one: a client's handler says hello as soon as it is in, and the tap must hear it.
        channel.pipeline().addFirst(TAP, tap).addAfter(TAP, "tls", handler);
    }

    private void handshakeOver() {
        handshaking = false;
        cancelHandshakeDeadline.run();
    }

    /** Our own deadline, not the TLS handler's: it knows when it comes late. */
    private void handshakeTookTooLong() {
        if (handshaking) {
            breakDown(
                    Optional.of(Stage.TLS),
                    How.SILENCE,
                    "the handshake was not over after " + handshakePatience.toMillis() + " ms");
            giveUp();
        }
    }

    /** Says that nothing more will come, and reads on until the peer has said so too: then the counts are exact. */
    @Override
    public void close() {
        broken = true;
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(flushed -> lastWord());
        after(Duration.ofMillis(LINGER_MILLIS), this::giveUp);
    }

    private void lastWord() {
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        if (tls != null && tls.handshakeFuture().isSuccess()) {
            tls.closeOutbound();
        } else if (tls == null && channel instanceof DuplexChannel stream) {
            stream.shutdownOutput();
        } else {
            giveUp();
        }
    }

    /**
     * Closes without having heard the peer's last word; never while the channel reads, for epoll would read on from a
     * descriptor that may by then belong to another socket.
     */
    private void giveUp() {
        unheard = true;
        channel.eventLoop().execute(channel::close);
    }

    @Override
    public Runnable after(Duration delay, Runnable action) {
        return Deadline.after(channel.eventLoop(), delay, action);
    }

    @Override
    public <M> void dial(
            String name,
            int port,
            Supplier<Codec<M>> codecs,
            Function<Setting, List<Step<M>>> ladder,
            Consumer<Ending> ended) {
        means.dial(
                this, name, port, codecs, ladder, ending -> channel.eventLoop().execute(() -> ended.accept(ending)));
    }

    @Override
    public void bind(Optional<PortRange> range, Consumer<Datagram> arrived, Consumer<Optional<DatagramPort>> opened) {
        InetSocketAddress local = (InetSocketAddress) channel.localAddress();
        means.ports()
                .bind(
                        channel,
                        local.getAddress(),
                        range,
                        datagram -> guarded(() -> arrived.accept(datagram)),
                        port -> guarded(() -> opened.accept(port)));
    }

    /** A bug in what follows is ours, and must not read like the network's doing. */
    private void guarded(Runnable steps) {
        try {
            steps.run();
        } catch (RuntimeException bug) {
            breakDown(Optional.empty(), How.LOCAL, "a bug beside this line: " + Failures.words(bug));
            giveUp();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        long nanos = System.nanoTime();
        byte[] bytes;
        try {
            ByteBuf buffer = message instanceof ByteBufHolder datagram ? datagram.content() : (ByteBuf) message;
            bytes = new byte[buffer.readableBytes()];
            buffer.readBytes(bytes);
        } finally {
            ReferenceCountUtil.release(message);
        }
        received.passed(bytes);
        if (!broken) {
            user.received(bytes, nanos);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            if (handshake.isSuccess()) {
                handshakeOver();
                session = Optional.of(
                        ctx.pipeline().get(SslHandler.class).engine().getSession());
                secured.run();
            } else if (Failures.alertReceived(handshake.cause()).isEmpty()) {
                // Netty tells of a failure before it writes the alert that goes with it.
                channel.eventLoop().execute(() -> refused(handshake.cause()));
            } else {
                refused(handshake.cause());
            }
        }
    }

    /** Tells an alert that the peer sent from one that we sent, and both from silence and resets. */
    private void refused(Throwable failure) {
        handshakeOver();
        String alert = Failures.alertReceived(failure);
        Optional<String> ours = tap.sent().fatalAlert().map(AlertName::of);
        if (!alert.isEmpty()) {
            breakDown(Optional.of(Stage.TLS), How.alert(alert), "the peer ended the handshake");
        } else if (ours.isPresent()) {
            refusal = Optional.of(Failures.words(failure));
            breakDown(Optional.of(Stage.TLS), How.alert(ours.get()), "this end refused: " + Failures.words(failure));
        } else {
            breakDown(Optional.of(Stage.TLS), Failures.underway(failure), Failures.words(failure));
        }
        giveUp();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
        unheard = true;
        if (!(handshaking && failure instanceof io.netty.handler.codec.DecoderException)) {
            breakDown(stageNow(), Failures.underway(failure), Failures.words(failure));
            giveUp();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (!unheard) {
            received.ended();
        }
        breakDown(stageNow(), How.CLOSED, "the connection was closed");
        closed.run();
    }

    private Optional<Stage> stageNow() {
        return handshaking ? Optional.of(Stage.TLS) : Optional.empty();
    }

    private void breakDown(Optional<Stage> stage, How how, String detail) {
        if (!broken) {
            broken = true;
            user.broken(stage, how, detail);
        }
    }
}
