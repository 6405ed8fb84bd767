package dev.sallyport.transport;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Bounds;
import dev.sallyport.check.Check;
import dev.sallyport.check.Contact;
import dev.sallyport.check.Hold;
import dev.sallyport.check.Silence;
import dev.sallyport.check.Sizes;
import dev.sallyport.exchange.Stage;
import dev.sallyport.flow.Transport;
import dev.sallyport.run.Patience;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The attempts of one check at one port: spread in time, each from a port and with a nonce of its own, until one
 * completes or all have ended. Where they opened and then broke, more follow that keep to small packets, to find out
 * whether packets are lost for their size. A check whose flows stand silent has an attempt for each silence instead, all
 * at the same time.
 */
final class Errand {

    private static final int QUIET_MILLIS = 20;
    private static final int LATE_MILLIS = 10;

    /** A datagram may be lost by chance: silence over UDP is believed when it is met three times. */
    private static final int ONCE_MORE = 2;

    private final Host host;
    private final Check check;
    private final int port;
    private final Patience patience;
    private final Consumer<Attempt> told;
    private final Calls calls;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final List<Future<?>> later = new ArrayList<>();
    private final List<Contact> tried = new ArrayList<>();
    private int begun;
    private int underWay;
    private boolean completed;
    private volatile boolean stopped;

    Errand(Host host, Check check, int port, Patience patience, Consumer<Attempt> told) {
        this.host = host;
        this.check = check;
        this.port = port;
        this.patience = patience;
        this.told = told;
        this.calls = new Calls(host.protocols(), check, port);
    }

    /**
     * Makes the first attempt when its turn comes, and the others after it; done once none is under way. One that ended
     * after the far end has been asked what it saw would look as if somebody else had answered.
     */
    CompletableFuture<Void> run() {
        check.strain().idle().ifPresentOrElse(idle -> all(Manner.of(idle)), () -> host.network()
                .admission()
                .enter(() -> {
                    schedule();
                    next();
                }));
        return done;
    }

    /** Makes attempts beside one another; more may follow when the last of them has ended. */
    private synchronized void all(List<Manner> manners) {
        begun = Math.max(begun, patience.starts().size());
        underWay += manners.size();
        manners.forEach(manner -> host.network().admission().enter(() -> attempt(manner)));
    }

    private synchronized void schedule() {
        for (var start : patience.starts().subList(1, patience.starts().size())) {
            later.add(host.network()
                    .loops()
                    .schedule(
                            () -> host.network().admission().enter(this::next),
                            start.plus(held()).toMillis(),
                            TimeUnit.MILLISECONDS));
        }
    }

    /** Another flow is kept busy only once the one before it has been. */
    private Duration held() {
        return check.strain().hold().map(Hold::time).orElse(Duration.ZERO);
    }

    private Manner plain() {
        return check.strain().bounds().equals(Bounds.none()) ? Manner.PLAIN : Manner.MEASURED;
    }

    private void next() {
        if (begin()) {
            attempt(plain());
        } else {
            host.network().admission().leave();
        }
    }

    private synchronized boolean begin() {
        boolean needed = !completed && !done.isDone();
        if (needed) {
            begun++;
            underWay++;
        }
        return needed;
    }

    /** Tells whether that was the last for now. */
    private synchronized boolean end(Contact contact) {
        tried.add(contact);
        underWay--;
        completed |= contact.ending().completed() && contact.limit().isEmpty();
        return underWay == 0 && (completed || begun >= patience.starts().size());
    }

    /** Makes the attempts that those before them call for; tells whether there were any. */
    private synchronized boolean measure() {
        List<Manner> further = check.strain().idle().isPresent() ? doubtfulSilences() : sizes();
        all(further);
        return !further.isEmpty();
    }

    /** What was met only once, and may have been chance, while others got on. */
    private List<Manner> doubtfulSilences() {
        boolean someStood = tried.stream().anyMatch(contact -> contact.ending().stage() == Stage.IDLE);
        Map<Silence, List<Contact>> bySilence = tried.stream()
                .collect(Collectors.groupingBy(contact -> contact.silence().orElseThrow()));
        return bySilence.values().stream()
                .filter(alike -> someStood && alike.size() == 1 && mayBeChance(alike.get(0)))
                .flatMap(alike -> Collections.nCopies(ONCE_MORE, alike.get(0)).stream())
                .map(contact -> Manner.silent(contact.silence().orElseThrow()))
                .toList();
    }

    private boolean mayBeChance(Contact contact) {
        boolean stood = contact.ending().stage() == Stage.IDLE;
        return !contact.ending().completed() && (!stood || check.flow().transport() == Transport.UDP);
    }

    /** The next sizes, beside one attempt without a limit: size is then all they differ by. Of a range the first port tells for all. */
    private List<Manner> sizes() {
        List<Manner> round = new ArrayList<>();
        List<Integer> sizes = doubted() ? Sizes.of(tried).next() : List.of();
        sizes.forEach(size -> round.add(Manner.keepingTo(size)));
        if (!sizes.isEmpty()) {
            round.add(0, plain());
        }
        return round;
    }

    private boolean doubted() {
        return !completed
                && check.strain().hold().isEmpty()
                && port == check.ports().get(0)
                && tried.stream()
                        .filter(contact -> contact.limit().isEmpty())
                        .allMatch(contact -> contact.lostOnTheWay() && smallPassed(contact));
    }

    /** Over TCP its handshake was small; over UDP something must have come, of an exchange that can be made smaller. */
    private boolean smallPassed(Contact contact) {
        return check.flow().transport() == Transport.TCP
                ? host.dialler().limits()
                : calls.shrink() && contact.received().bytes() > 0;
    }

    /** Makes no further attempt, and tells nothing of one that is under way. */
    void stop() {
        stopped = true;
        done.complete(null);
        cancelLater();
    }

    private synchronized void cancelLater() {
        later.forEach(start -> start.cancel(false));
    }

    private void attempt(Manner manner) {
        AtomicBoolean left = new AtomicBoolean();
        Runnable leave = () -> {
            if (left.compareAndSet(false, true)) {
                host.network().admission().leave();
            }
        };
        leaveWhenQuiet(leave);
        host.dialler().dial(calls.next(manner), patience, contact -> {
            leave.run();
            ended(contact);
        });
    }

    /**
     * An attempt that only waits makes room for others; but while the event loops run late, what looks like waiting is
     * our own slowness, and more attempts would make it worse.
     */
    private void leaveWhenQuiet(Runnable leave) {
        long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS);
        host.network()
                .loops()
                .schedule(
                        () -> {
                            boolean late = System.nanoTime() - due > TimeUnit.MILLISECONDS.toNanos(LATE_MILLIS);
                            if (late) {
                                leaveWhenQuiet(leave);
                            } else {
                                leave.run();
                            }
                        },
                        QUIET_MILLIS,
                        TimeUnit.MILLISECONDS);
    }

    private void ended(Contact contact) {
        if (stopped) {
            return;
        }
        told.accept(new Attempt(
                check.id(), port, contact, host.route().from(contact.local().getAddress())));
        boolean last = end(contact);
        if (contact.ending().completed()) {
            cancelLater();
        }
        if (last && !measure()) {
            done.complete(null);
        }
    }
}
