package dev.sallyport.transport;

import dev.sallyport.check.Contact;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import java.time.Duration;
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
        inward.read();
        onward.read();
    }

    void refused(How how, String why) {
        onward.end(Stage.CONNECT, how, why);
        inward.abandon("it could not be passed on: " + how);
    }

    void awaitMore() {
        cancelIdle.run();
        cancelIdle = Deadline.after(loop, IDLE, () -> {
            String words = "nothing came for " + IDLE.toSeconds() + " s";
            inward.broken(How.SILENCE, words);
        });
    }

    Leg other(Leg leg) {
        return leg == inward ? onward : inward;
    }

    void heardAll(Leg from) {
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
        if (leg == inward) {
            onward.abandon("what came had ended: " + how);
        } else {
            inward.abandon("the way on had ended: " + how);
        }
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
