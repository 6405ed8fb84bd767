package dev.sallyport.control;

import java.time.Clock;
import java.util.function.Consumer;

/**
 * What all conversations of a run with its agents have in common.
 *
 * @param tool name and version, {@code sallyport 0.1.0}
 * @param labDigest identifies the lab file's text
 * @param alarm what keeps the conversations alive
 * @param notes told what agents say beside their messages, each line with its host before it; called from any thread
 */
public record Controller(
        String tool, String labDigest, Timing timing, Alarm alarm, Clock clock, Consumer<String> notes) {

    /** Returns a controller with the usual times. */
    public static Controller of(String tool, String labDigest, Consumer<String> notes) {
        return new Controller(tool, labDigest, Timing.usual(), Alarm.daemon(), Clock.systemUTC(), notes);
    }

    /** The same with other times. */
    public Controller timed(Timing other) {
        return new Controller(tool, labDigest, other, alarm, clock, notes);
    }

    Introduction to(String host) {
        return new Introduction(tool, host, labDigest);
    }
}
