package dev.sallyport.control.bus;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Carries messages by subject to whoever has subscribed; may lose any of them, and repeats none. Thread-safe.
 *
 * <p>What one end publishes on a subject arrives in that order.
 */
public interface Bus extends AutoCloseable {

    /** Publishes a message; while the broker is away it is lost, without a word. */
    void publish(String subject, byte[] message);

    /**
     * Hears what others publish from now on, also after the broker was away.
     *
     * @param subject one of its words may be {@code *}
     * @param heard told subject and message, on a thread of the bus
     */
    void subscribe(String subject, BiConsumer<String, byte[]> heard);

    /** Runs an action whenever the broker is back, once subscriptions stand again. */
    void whenBack(Runnable action);

    /** Runs an action once, when the broker will not have us any more; it is told why. */
    void whenRefused(Consumer<String> action);

    /** Leaves the bus. */
    @Override
    void close();
}
