package dev.sallyport.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/**
 * Turns SIGINT, SIGTERM and SIGHUP into an orderly end: the command under way is asked to come to an end, writes what
 * it has, and its exit status becomes the process's.
 *
 * <p>Java answers a signal by ending the process as soon as its shutdown hooks have run. So our hook waits for the
 * command, and then halts with the command's status: within a hook nothing else can set it.
 */
final class Interruption {

    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Runnable NOTHING = () -> {};

    private final AtomicReference<Runnable> stop = new AtomicReference<>(NOTHING);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final IntConsumer exit;
    private final IntConsumer halt;
    private final Duration grace;
    private volatile boolean interrupted;
    private volatile int status = ExitStatus.INTERRUPTED.code();

    /**
     * Prepares one that nobody calls yet.
     *
     * @param exit ends the process where no signal has
     * @param halt ends the process at once, without hooks
     * @param grace how long a command may take to come to an end
     */
    Interruption(IntConsumer exit, IntConsumer halt, Duration grace) {
        this.exit = exit;
        this.halt = halt;
        this.grace = grace;
    }

    /** Returns the one that hears this process's signals. */
    static Interruption ofThisProcess() {
        Runtime runtime = Runtime.getRuntime();
        Interruption interruption = new Interruption(runtime::exit, runtime::halt, GRACE);
        runtime.addShutdownHook(new Thread(interruption::shutDown, "interruption"));
        return interruption;
    }

    /** From now on an interruption calls {@code stop}, once; one that has come already calls it at once. */
    void stopsBy(Runnable action) {
        stop.set(action);
        if (interrupted) {
            callStop();
        }
    }

    /** Tells whether it has been called. */
    boolean interrupted() {
        return interrupted;
    }

    /** What the hook does; also runs when the process ends by itself, and then has nothing to do. */
    void shutDown() {
        if (ended.getCount() == 0) {
            return;
        }
        interrupted = true;
        callStop();
        halt.accept(endedInTime() ? status : ExitStatus.INTERRUPTED.code());
    }

    private void callStop() {
        stop.getAndSet(NOTHING).run();
    }

    private boolean endedInTime() {
        try {
            return ended.await(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends the process with the status of the command that has ended. */
    void end(int commandsStatus) {
        status = commandsStatus;
        ended.countDown();
        exit.accept(commandsStatus);
    }
}
