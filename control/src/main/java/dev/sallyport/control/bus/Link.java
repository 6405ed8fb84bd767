package dev.sallyport.control.bus;

import dev.sallyport.control.Alarm;
import dev.sallyport.control.bus.Frame.Kind;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One end of a pair of byte streams over a bus that may lose what it carries: everything arrives once and in order, or
 * the streams fail with the reason. An order is never carried out twice because its message was sent twice.
 *
 * <p>Says when it had to send something again. Thread-safe.
 */
final class Link {

    private static final byte[] NOTHING = {};

    private final Holder run;
    private final Consumer<Frame> wire;
    private final Alarm alarm;
    private final Pace pace;
    private final Consumer<String> notes;
    private final Sending sending;
    private final Hearing hearing = new Hearing();
    private Optional<String> busy = Optional.empty();
    private boolean met;
    private boolean over;
    private long waitedFor;
    private long repeated;

    /**
     * Opens an end; the other end learns of it by the first piece.
     *
     * @param wire publishes a frame to the other end
     */
    Link(Holder run, Consumer<Frame> wire, Alarm alarm, Pace pace, Consumer<String> notes) {
        this.run = run;
        this.wire = wire;
        this.alarm = alarm;
        this.pace = pace;
        this.notes = notes;
        sending = new Sending(this::carry, alarm, pace);
        alarm.after(pace.again(), this::look);
    }

    Holder run() {
        return run;
    }

    InputStream in() {
        return hearing;
    }

    OutputStream out() {
        return sending;
    }

    /** Takes a frame of this run from the other end. */
    void heard(Frame frame) {
        if (frame.kind() == Kind.GONE) {
            end(frame.reason());
        } else if (frame.kind() == Kind.BUSY) {
            busyWith(frame.reason());
        } else {
            meet();
            sending.heard(frame.heard());
            if (frame.isPart()) {
                long last = hearing.take(frame.kind(), frame.number(), frame.bytes());
                wire.accept(new Frame(Kind.HEARD, run, 0, last, NOTHING));
            }
        }
    }

    /** The bus was away: whatever was not heard of is sent again, and said to be. */
    void back() {
        tell(sending.again(), "the bus was away");
    }

    /** Gives it up; whoever reads or writes learns why. */
    void end(String why) {
        synchronized (this) {
            over = true;
        }
        sending.fail(why);
        hearing.fail(why);
    }

    /** Gives it up, and lets the other end know as far as the bus will. */
    void leave(String why) {
        wire.accept(new Frame(Kind.GONE, run, 0, 0, why.getBytes(StandardCharsets.UTF_8)));
        end(why);
    }

    /** Tells whether the other end has ever been heard. */
    synchronized boolean met() {
        return met;
    }

    /** Returns who has the host in our stead; empty where nobody has, as far as known. */
    synchronized Optional<String> busy() {
        return met ? Optional.empty() : busy;
    }

    private synchronized void meet() {
        met = true;
    }

    private synchronized void busyWith(String whom) {
        busy = Optional.of(whom);
    }

    private void carry(Kind kind, long number, byte[] bytes) {
        wire.accept(new Frame(kind, run, number, hearing.last(), bytes));
    }

    /** Looks whether the piece that was the oldest last time still is; of one that stays so, it is said once. */
    private void look() {
        long oldest = sending.oldest();
        boolean again;
        boolean told;
        synchronized (this) {
            if (over) {
                return;
            }
            again = oldest > 0 && oldest == waitedFor;
            told = oldest == repeated;
            waitedFor = oldest;
            repeated = again ? oldest : repeated;
        }
        if (again) {
            tell(sending.again(), told ? "" : "not heard of for " + pace.again().toMillis() + " ms");
        }
        alarm.after(pace.again(), this::look);
    }

    private void tell(int pieces, String why) {
        if (pieces > 0 && met() && !why.isEmpty()) {
            notes.accept("sent " + pieces + (pieces == 1 ? " message" : " messages") + " again: " + why);
        }
    }
}
