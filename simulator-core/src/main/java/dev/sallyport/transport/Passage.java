package dev.sallyport.transport;

import dev.sallyport.check.Contact;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * A connection that came, and the one by which it is passed on: what one brings, the other takes, until both have said
 * that nothing more will come. Both live on one event loop.
 */
final class Passage implements Arrivals.Arrived {

    private static final Duration IDLE = Duration.ofSeconds(120);

    private final Leg inward;
    private final Leg onward;
    private final EventLoop loop;
    private final Deque<ByteBuf> early = new ArrayDeque<>();
    private boolean earlyEnd;
    private int finished;
    private Runnable cancelIdle = () -> {};

    Passage(Leg inward, Leg onward, EventLoop loop) {
        this.inward = inward;
        this.onward = onward;
        this.loop = loop;
    }

    /** Begins to pass what comes, or tells why that is not possible. */
    void connected(ChannelFuture connecting) {
        if (!connecting.isSuccess()) {
            refused(Failures.opening(connecting.cause()), Failures.words(connecting.cause()));
            return;
        }
        onward.open(connecting.channel(), this);
        if (inward.over()) {
            onward.abandon("what came had ended before it was passed on");
            return;
        }
        awaitMore();
        catchUp();
        onward.read();
    }

    /** A caller that has already said all is heard without being asked, before the way on is open. */
    private void catchUp() {
        early.forEach(onward::send);
        early.clear();
        if (earlyEnd) {
            heardAll(inward);
        } else {
            inward.read();
        }
    }

    void refused(How how, String why) {
        forgetEarly();
        onward.end(Stage.CONNECT, how, why);
        inward.abandon("it could not be passed on: " + how);
    }

    private void awaitMore() {
        cancelIdle.run();
        cancelIdle = Deadline.after(loop, IDLE, () -> {
            String words = "nothing came for " + IDLE.toSeconds() + " s";
            inward.broken(How.SILENCE, words);
        });
    }

    /** Takes what one side brings to the other, and asks for more once it is on its way. */
    void handOver(Leg from, ByteBuf bytes) {
        if (!onward.opened()) {
            early.add(bytes);
            return;
        }
        awaitMore();
        other(from).send(bytes).addListener(written -> from.read());
    }

    private Leg other(Leg leg) {
        return leg == inward ? onward : inward;
    }

    void heardAll(Leg from) {
        if (!onward.opened()) {
            earlyEnd = true;
            return;
        }
        other(from).finish(() -> {
            finished++;
            if (finished == 2) {
                cancelIdle.run();
                inward.complete();
                onward.complete();
            }
        });
    }

    void broken(Leg leg, How how) {
        cancelIdle.run();
        forgetEarly();
        if (leg == inward) {
            onward.abandon("what came had ended: " + how);
        } else {
            inward.abandon("the way on had ended: " + how);
        }
    }

    private void forgetEarly() {
        early.forEach(ByteBuf::release);
        early.clear();
    }

    @Override
    public boolean over() {
        return inward.over() && onward.over();
    }

    @Override
    public Contact contact() {
        return inward.contact(Optional.of(onward.contact(Optional.empty())));
    }
}
