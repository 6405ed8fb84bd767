package dev.sallyport.check;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What attempts that kept to a largest packet tell of the way: where those up to a size run to their end, and all above
 * it do not, packets are lost for their size. Also says which sizes to try next; each round of tries is told beside one
 * attempt without a limit, so that size is the only difference.
 *
 * @param passed sizes of IP packets, in bytes, to which attempts kept that ran to their end
 * @param lost those of attempts that did not
 */
public record Sizes(List<Integer> passed, List<Integer> lost) {

    /** Every host takes packets of this size (RFC 791 §3.1), so nobody's rule is meant to stop them. */
    private static final int SMALLEST = 576;

    /** What Ethernet carries. */
    private static final int LARGEST = 1500;

    /** Close enough to know an MTU by. */
    private static final int CLOSE = 16;

    private static final int AT_A_TIME = 7;

    /** Keeps its own copies. */
    public Sizes {
        passed = List.copyOf(passed);
        lost = List.copyOf(lost);
    }

    /** Returns what is told by attempts as their initiator saw them. */
    public static Sizes of(List<Contact> attempts) {
        return new Sizes(limits(attempts, true), limits(attempts, false));
    }

    private static List<Integer> limits(List<Contact> attempts, boolean completed) {
        return attempts.stream()
                .filter(attempt -> attempt.ending().completed() == completed)
                .flatMap(attempt -> attempt.limit().stream())
                .toList();
    }

    /** Returns the sizes to try next; none where nothing would be learnt. */
    public List<Integer> next() {
        if (passed.isEmpty()) {
            return lost.isEmpty() ? List.of(SMALLEST) : List.of();
        }
        if (lost.isEmpty()) {
            return most() < LARGEST ? spread(most(), LARGEST) : List.of();
        }
        boolean done = contradict() || least() - most() <= CLOSE;
        return done ? List.of() : spread(most(), least() - 1);
    }

    /** Divides what lies above one size, up to another, which is tried as well while it is the largest there is. */
    private List<Integer> spread(int from, int to) {
        int steps = Math.min(AT_A_TIME, to - from);
        return IntStream.rangeClosed(1, steps)
                .map(step -> from + (to - from) * step / (to == LARGEST ? steps : steps + 1))
                .filter(size -> size > from)
                .distinct()
                .boxed()
                .toList();
    }

    /** Tells whether the sizes at which attempts passed and were lost make a threshold. */
    boolean makeThreshold() {
        return !passed.isEmpty() && !lost.isEmpty() && !contradict();
    }

    private boolean contradict() {
        return most() >= least();
    }

    /** Returns the largest size that passed. */
    int most() {
        return passed.stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    /** Returns the smallest size that was lost. */
    int least() {
        return lost.stream().min(Comparator.naturalOrder()).orElseThrow();
    }
}
