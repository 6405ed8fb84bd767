package dev.sallyport.transport;

import dev.sallyport.check.Contact;
import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One of the two connections of a {@link Passage}: hands over what it receives, and reads on once that is on its way.
 *
 * <p>Lives on its event loop, read from elsewhere.
 */
final class Leg extends ChannelInboundHandlerAdapter {

    private final Lateness lateness;
    private final Instant at;
    private final long began = System.nanoTime();
    private final InetSocketAddress remote;
    private final Meter sent = Meter.ofStream();
    private final Meter received = Meter.ofStream();

    private Passage passage;
    private Channel channel;
    private volatile InetSocketAddress local;
    private volatile boolean opened;
    private volatile Optional<Ending> ended = Optional.empty();
    private volatile double millis;

    Leg(Lateness lateness, Instant at, InetSocketAddress local, InetSocketAddress remote) {
        this.lateness = lateness;
        this.at = at;
        this.local = local;
        this.remote = remote;
    }

    /** Takes the connection; nothing is read from it yet. */
    void open(Channel connected, Passage of) {
        passage = of;
        channel = connected;
        local = (InetSocketAddress) connected.localAddress();
        opened = true;
        connected.pipeline().addLast(this);
    }

    void read() {
        channel.read();
    }

    boolean opened() {
        return opened;
    }

    boolean over() {
        return ended.isPresent();
    }

    /** Notes how it ended; the first word stands. */
    void end(Stage stage, How how, String detail) {
        if (ended.isEmpty()) {
            millis = since();
            ended = Optional.of(Arrival.unlessLate(lateness, began, new Ending(stage, how, detail)));
        }
    }

    /** Ends because the other connection did: with a reset, as nobody may take what is missing for an end in order. */
    void abandon(String why) {
        end(reached(), How.CLOSED, why);
        if (opened) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.close();
        }
    }

    /** Says that nothing more will come, once everything before has gone. */
    void finish(Runnable done) {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER)
                .addListener(
                        flushed -> ((DuplexChannel) channel).shutdownOutput().addListener(finished -> done.run()));
    }

    void complete() {
        end(reached(), How.COMPLETED, "");
        channel.close();
    }

    ChannelFuture send(ByteBuf bytes) {
        sent.passed(ByteBufUtil.getBytes(bytes));
        return channel.writeAndFlush(bytes);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        received.passed(ByteBufUtil.getBytes(bytes));
        passage.handOver(this, bytes);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            received.ended();
            passage.heardAll(this);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
        broken(Failures.underway(failure), Failures.words(failure));
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        broken(How.CLOSED, "the connection was closed");
    }

    void broken(How how, String detail) {
        if (!over()) {
            end(reached(), how, detail);
            channel.close();
            passage.broken(this, how);
        }
    }

    /** Returns what this host saw of the connection so far. */
    Contact contact(Optional<Contact> onward) {
        Ending ending = ended.orElseGet(() -> new Ending(reached(), How.SILENCE, "the connection still stands"));
        return new Contact(
                at,
                local,
                remote,
                List.of(),
                ending,
                sent.traffic(),
                received.traffic(),
                Optional.empty(),
                Optional.empty(),
                over() ? millis : since(),
                onward);
    }

    private Stage reached() {
        if (!opened) {
            return Stage.CONNECT;
        }
        boolean bothWays = sent.traffic().bytes() > 0 && received.traffic().bytes() > 0;
        return bothWays ? Stage.REPLY : Stage.REQUEST;
    }

    private double since() {
        return (System.nanoTime() - began) / 1_000_000.0;
    }
}
