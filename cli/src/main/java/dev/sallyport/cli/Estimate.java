package dev.sallyport.cli;

import dev.sallyport.check.Check;
import dev.sallyport.check.Hold;
import dev.sallyport.check.Plan;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import dev.sallyport.run.Patience;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Roughly what a run of a plan costs.
 *
 * @param attempts how many attempts are made where each succeeds at once
 * @param packets how many packets they exchange
 * @param quickest about how long that takes
 * @param slowest about how long it takes where nothing answers at all
 */
record Estimate(int attempts, long packets, Duration quickest, Duration slowest) {

    /** Handshake and close of TCP, and a request and its reply with their acknowledgements. */
    private static final int TCP = 10;

    /** Two round trips of TLS 1.2, certificates over several segments, and the close alerts. */
    private static final int TLS = 12;

    private static final int DATAGRAMS = 2;
    /** Streams send for about a second, 50 packets each way (RFC 3551 §4.2: 20 ms a packet). */
    private static final int STREAM = 100;

    private static final int AT_A_TIME = 64;
    private static final Duration START = Duration.ofSeconds(1);
    private static final Duration ROUND = Duration.ofMillis(200);

    static Estimate of(Plan plan, Patience patience) {
        int attempts = 0;
        long packets = 0;
        for (Check check : plan.checks()) {
            if (check.spoken()) {
                int tries = check.ports().size() * silences(check);
                attempts += tries;
                packets += (long) tries * packets(check);
            }
        }
        int rounds = (attempts + AT_A_TIME - 1) / AT_A_TIME;
        return new Estimate(
                attempts,
                packets,
                longest(plan).plus(START).plus(ROUND.multipliedBy(rounds)),
                longest(plan).plus(START).plus(silence(patience).multipliedBy(Math.max(1, rounds))));
    }

    /** A flow for each age and for each end that speaks first after it. */
    private static int silences(Check check) {
        return check.strain().idle().map(idle -> 2 * idle.ages().size()).orElse(1);
    }

    /** What stands silent or is kept busy does so while everything else is tried. */
    private static Duration longest(Plan plan) {
        return plan.checks().stream()
                .map(Check::strain)
                .flatMap(strain -> Stream.concat(
                        strain.idle().stream().flatMap(idle -> idle.ages().stream()),
                        strain.hold().map(Hold::time).stream()))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static int packets(Check check) {
        int stream = check.exchange().startsWith("rtp/") ? STREAM : 0;
        if (check.flow().transport() == Transport.UDP) {
            return DATAGRAMS + stream;
        }
        return TCP + stream + (check.flow().security() == Security.NONE ? 0 : TLS);
    }

    private static Duration silence(Patience patience) {
        Duration last = patience.starts().get(patience.starts().size() - 1);
        return last.plus(patience.step());
    }

    /** Returns {@code about 312 attempts and 5,400 packets, 3 s if all is well, 32 s if nothing answers}. */
    String text() {
        return "about " + attempts + " attempts and " + packets + " packets; " + seconds(quickest) + " if all answer, "
                + seconds(slowest) + " if none does\n";
    }

    private static String seconds(Duration time) {
        long seconds = Math.max(1, Math.round(time.toMillis() / 1000.0));
        return seconds < 120 ? seconds + " s" : Math.round(seconds / 60.0) + " min";
    }
}
