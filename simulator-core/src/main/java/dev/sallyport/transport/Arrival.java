package dev.sallyport.transport;

import dev.sallyport.check.Contact;
import dev.sallyport.check.TlsSeen;
import dev.sallyport.check.Traffic;
import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Reception;
import dev.sallyport.exchange.Stage;
import dev.sallyport.exchange.StreamSeen;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Someone who has come to an endpoint, seen from there; a {@link Contact} can be taken of it at any time.
 *
 * <p>Written on its event loop, read from elsewhere.
 */
final class Arrival implements Arrivals.Arrived {

    /** What arrives is noticed late by a host that stands still, and may have waited as long as an initiator does. */
    private static final long UNNOTICED_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final Lateness lateness;
    private final Instant at;
    private final long began = System.nanoTime();
    private final InetSocketAddress local;
    private final InetSocketAddress remote;
    private final Supplier<Traffic> sent;
    private final Supplier<Traffic> received;
    private final Supplier<Optional<TlsSeen>> tls;
    private final Consumer<Ending> endedBadly;

    private volatile List<String> nonces = List.of();
    private volatile int messages;
    private volatile Optional<Ending> ended = Optional.empty();
    private volatile Optional<Ending> calledBack = Optional.empty();
    private volatile Optional<StreamSeen> stream = Optional.empty();
    private volatile double millis = -1;

    Arrival(
            Lateness lateness,
            Instant at,
            InetSocketAddress local,
            InetSocketAddress remote,
            Supplier<Traffic> sent,
            Supplier<Traffic> received,
            Supplier<Optional<TlsSeen>> tls,
            Consumer<Ending> endedBadly) {
        this.lateness = lateness;
        this.at = at;
        this.local = local;
        this.remote = remote;
        this.sent = sent;
        this.received = received;
        this.tls = tls;
        this.endedBadly = endedBadly;
    }

    /** Notes what the reception knows by now. */
    void note(Reception<?> reception) {
        nonces = List.copyOf(reception.nonces());
        messages = reception.messages();
        stream = reception.stream();
        reception.malformed().ifPresent(why -> end(Stage.REQUEST, How.MALFORMED, why));
    }

    void calledBack(Ending ending) {
        calledBack = Optional.of(ending);
    }

    /** Notes how it ended; the first word stands. */
    void end(Stage stage, How how, String detail) {
        if (ended.isEmpty()) {
            Ending ending = unlessLate(lateness, began, new Ending(stage, how, detail));
            ended = Optional.of(ending);
            millis = since();
            if (!ending.completed() || !ending.detail().isEmpty()) {
                endedBadly.accept(ending);
            }
        }
    }

    /** What ended while this host stood still ended by our own doing, as far as anyone can tell. */
    static Ending unlessLate(Lateness lateness, long began, Ending ending) {
        Duration late = lateness.lately(began - UNNOTICED_NANOS);
        if (late.isZero()) {
            return ending;
        }
        String words = "this host's event loops stood still for " + late.toMillis() + " ms";
        String detail = ending.detail().isEmpty() ? words : words + ": " + ending.detail();
        return new Ending(ending.stage(), How.LOCAL, detail);
    }

    /** Notes that the connection is gone: in order, where messages had come before. */
    void gone(Optional<Stage> stage, How how, String detail) {
        boolean inOrder = how.equals(How.CLOSED) && messages > 0;
        end(stage.orElse(reached()), inOrder ? How.COMPLETED : how, inOrder ? "" : detail);
    }

    @Override
    public boolean over() {
        return ended.isPresent();
    }

    @Override
    public Contact contact() {
        Ending ending = ended.orElseGet(
                () -> new Ending(reached(), How.SILENCE, messages + " messages received, the connection still stands"));
        Contact contact = new Contact(
                at,
                local,
                remote,
                nonces,
                ending,
                sent.get(),
                received.get(),
                tls.get(),
                calledBack,
                millis < 0 ? since() : millis);
        return contact.with(stream.map(seen -> seen.standing(lateness.hitch(began))));
    }

    private Stage reached() {
        return messages == 0 ? Stage.REQUEST : Stage.REPLY;
    }

    private double since() {
        return (System.nanoTime() - began) / 1_000_000.0;
    }
}
