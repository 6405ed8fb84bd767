package dev.sallyport.control.bus;

import java.time.Duration;

/**
 * How a {@link Link} makes messages of a stream.
 *
 * @param piece the most bytes of a message; brokers refuse more than a megabyte
 * @param window how many messages may be under way without having been heard of
 * @param rest how long small messages are gathered before the next is sent
 * @param again how long a message may go unheard of before it is sent again
 * @param parting how long the last ones may, once the stream is closed
 */
record Pace(int piece, int window, Duration rest, Duration again, Duration parting) {

    static Pace usual() {
        return new Pace(256 * 1024, 32, Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(5));
    }
}
