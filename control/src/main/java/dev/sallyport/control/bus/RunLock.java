package dev.sallyport.control.bus;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One run at a time: whoever wants to run says so, and whoever runs already, or wanted to earlier, objects. The holder
 * holds it by answering, so that it is free the moment its holder dies.
 *
 * <p>An answer that comes too late is not fatal: every agent serves one run at a time, too.
 */
public final class RunLock implements AutoCloseable {

    /** How long an objection may take. */
    public static final Duration USUAL = Duration.ofMillis(300);

    private static final String CLAIM = "claim ";
    private static final String HELD = "held ";

    private enum State {
        CLAIMING,
        HELD,
        FREE
    }

    private final Bus bus;
    private final Holder self;
    private final CompletableFuture<Holder> objection = new CompletableFuture<>();
    private State state = State.CLAIMING;

    private RunLock(Bus bus, Holder self) {
        this.bus = bus;
        this.self = self;
    }

    /**
     * Takes the lock of the bus.
     *
     * @throws BusyException where another run has it
     */
    public static RunLock take(Bus bus, Holder self, Duration patience) {
        RunLock lock = new RunLock(bus, self);
        bus.subscribe(Subjects.LOCK, (subject, message) -> lock.heard(new String(message, StandardCharsets.UTF_8)));
        lock.say(CLAIM);
        Optional<Holder> other = lock.objection(patience);
        if (other.isPresent()) {
            lock.close();
            throw new BusyException("the lab", other.get().text());
        }
        return lock;
    }

    /** Lets the next one run. */
    @Override
    public synchronized void close() {
        state = State.FREE;
    }

    /** Waits for an objection; with the last look at it the lock is ours, or it is not. */
    private Optional<Holder> objection(Duration patience) {
        objection
                .copy()
                .completeOnTimeout(self, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        synchronized (this) {
            Optional<Holder> other = Optional.ofNullable(objection.getNow(null));
            state = other.isPresent() ? State.FREE : State.HELD;
            return other;
        }
    }

    private synchronized void heard(String message) {
        if (message.startsWith(CLAIM)) {
            Holder.read(message.substring(CLAIM.length())).ifPresent(this::claimed);
        } else if (message.startsWith(HELD)) {
            Holder.read(message.substring(HELD.length()))
                    .filter(other -> !other.equals(self))
                    .ifPresent(objection::complete);
        }
    }

    /** Of two that claim at the same time, each perhaps unheard by the other, the earlier one gets it. */
    private void claimed(Holder other) {
        boolean claiming = state == State.CLAIMING;
        if (other.equals(self)) {
            return;
        }
        if (state == State.HELD || claiming && self.compareTo(other) < 0) {
            say(HELD);
        } else if (claiming) {
            objection.complete(other);
        }
    }

    private void say(String word) {
        bus.publish(Subjects.LOCK, (word + self.word()).getBytes(StandardCharsets.UTF_8));
    }
}
