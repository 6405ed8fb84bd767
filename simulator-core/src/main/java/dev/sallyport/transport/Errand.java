package dev.sallyport.transport;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Check;
import dev.sallyport.check.Contact;
import dev.sallyport.check.Sizes;
import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Setting.Identified;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.Party;
import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Transport;
import dev.sallyport.run.Patience;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The attempts of one check at one port: spread in time, each from a port and with a nonce of its own, until one
 * completes or all have ended. Where they opened and then broke, more follow that keep to small packets, to find out
 * whether packets are lost for their size.
 */
final class Errand {

    private static final int QUIET_MILLIS = 20;
    private static final int LATE_MILLIS = 10;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;

    private final Host host;
    private final Check check;
    private final int port;
    private final Patience patience;
    private final Consumer<Attempt> told;
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
    }

    /**
     * Makes the first attempt when its turn comes, and the others after it; done once none is under way. One that ended
     * after the far end has been asked what it saw would look as if somebody else had answered.
     */
    CompletableFuture<Void> run() {
        host.network().admission().enter(() -> {
            schedule();
            next();
        });
        return done;
    }

    private synchronized void schedule() {
        for (var start : patience.starts().subList(1, patience.starts().size())) {
            later.add(host.network()
                    .loops()
                    .schedule(
                            () -> host.network().admission().enter(this::next),
                            start.toMillis(),
                            TimeUnit.MILLISECONDS));
        }
    }

    private void next() {
        if (begin()) {
            attempt(Optional.empty());
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

    /**
     * Tries the next sizes, beside one attempt without a limit: size is then all they differ by. Of a range the first
     * port tells for all.
     *
     * @return whether there was anything to try
     */
    private synchronized boolean measure() {
        List<Integer> sizes = doubted() ? Sizes.of(tried).next() : List.of();
        if (sizes.isEmpty()) {
            return false;
        }
        List<Optional<Integer>> round = new ArrayList<>(List.of(Optional.empty()));
        sizes.forEach(size -> round.add(Optional.of(size)));
        underWay += round.size();
        round.forEach(limit -> host.network().admission().enter(() -> attempt(limit)));
        return true;
    }

    private boolean doubted() {
        return !completed
                && port == check.ports().get(0)
                && tried.stream()
                        .filter(contact -> contact.limit().isEmpty())
                        .allMatch(contact -> contact.lostOnTheWay() && smallPassed(contact));
    }

    /** Over TCP its handshake was small; over UDP something must have come, of an exchange that can be made smaller. */
    private boolean smallPassed(Contact contact) {
        return check.flow().transport() == Transport.TCP
                ? host.dialler().limits()
                : exchange().exchange().shrinks() && contact.received().bytes() > 0;
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

    private void attempt(Optional<Integer> limit) {
        AtomicBoolean left = new AtomicBoolean();
        Runnable leave = () -> {
            if (left.compareAndSet(false, true)) {
                host.network().admission().leave();
            }
        };
        leaveWhenQuiet(leave);
        host.dialler().dial(call(exchange(), limit), patience, contact -> {
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

    private Protocol<?> protocol() {
        return host.protocols().named(check.flow().protocol()).orElseThrow();
    }

    private Spoken<?> exchange() {
        return spoken(protocol());
    }

    private <M> Spoken<M> spoken(Protocol<M> protocol) {
        return protocol.exchanges().stream()
                .filter(known -> known.name().equals(check.exchange()))
                .findFirst()
                .map(exchange -> new Spoken<>(protocol, exchange))
                .orElseThrow();
    }

    private record Spoken<M>(Protocol<M> protocol, Exchange<M> exchange) {}

    private <M> Dialler.Call<M> call(Spoken<M> spoken, Optional<Integer> limit) {
        Flow flow = check.flow();
        return new Dialler.Call<>(
                nonce(),
                identified(flow.from()),
                identified(flow.to()),
                new InetSocketAddress(
                        flow.from().address(),
                        flow.sourcePorts().map(this::sourcePort).orElse(0)),
                new InetSocketAddress(flow.to().dialled(), port),
                flow.transport(),
                flow.security(),
                () -> spoken.protocol().service().codec(flow.transport()),
                spoken.exchange().ladder(),
                spoken.exchange().goal(),
                check.reportPort(port).map(beside -> new Setting.Beside(beside, flow.sourcePorts())),
                limit);
    }

    /** A port of the range the rule fixes, another for each attempt. */
    private int sourcePort(PortRange range) {
        return range.first() + RANDOM.nextInt(range.size());
    }

    private static Identified identified(Party party) {
        return new Setting.Identified(party.fqdn(), party.domain(), party.role());
    }

    private static String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
