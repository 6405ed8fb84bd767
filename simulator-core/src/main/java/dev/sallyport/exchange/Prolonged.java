package dev.sallyport.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The ladder of a conversation that goes on after its exchange: it stands silent, or is kept busy.
 *
 * @param setting the attempt's
 * @param <M> the protocol's message
 */
public record Prolonged<M>(Lasting<M> lasting, Setting setting) {

    private static final int MARKED = 8;

    /** Silence is the test of another kind of scenario: what is kept busy says something every second. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /** Returns the ladder of a conversation after whose silence the near end speaks first. */
    public List<Step<M>> silentUntilNearSpeaks(Duration age) {
        Lasting.Standing<M> standing = lasting.stands().apply(setting);
        List<Step<M>> ladder = new ArrayList<>(standing.opening());
        ladder.add(Step.idle(age));
        ladder.addAll(standing.again().apply(under(numbered(1))));
        return ladder;
    }

    /** Returns the ladder of a conversation after whose silence the far end speaks first: it was asked to before it. */
    public List<Step<M>> silentUntilFarSpeaks(Duration age) {
        Lasting.Standing<M> standing = lasting.stands().apply(setting);
        List<Step<M>> ladder = new ArrayList<>(standing.opening());
        List<Step<M>> late = standing.again().apply(under(LateAnswer.asked(setting.nonce(), age)));
        ladder.add(late.get(0));
        ladder.add(Step.idle(age));
        ladder.addAll(late.subList(1, late.size()));
        return ladder;
    }

    /**
     * Returns the ladder of a conversation that is kept busy, evenly, until both a time and an amount have passed. How
     * many requests that takes is told by the first.
     *
     * @param passed tells how many bytes have passed both ways
     */
    public List<Step<M>> busy(Duration time, long bytes, LongSupplier passed) {
        Lasting.Standing<M> standing = lasting.stands().apply(setting);
        List<Step<M>> ladder = new ArrayList<>(standing.opening());
        long[] before = new long[1];
        ladder.add(Step.choice(() -> {
            before[0] = passed.getAsLong();
            return standing.again().apply(under(numbered(1)));
        }));
        ladder.add(Step.choice(() -> {
            long each = Math.max(1, passed.getAsLong() - before[0]);
            return rounds(standing, 2, rounds(time, bytes, each), time);
        }));
        return ladder;
    }

    private static long rounds(Duration time, long bytes, long each) {
        long ofBytes = (bytes + each - 1) / each;
        long ofTime = time.toMillis() / LONGEST_PAUSE.toMillis();
        return Math.max(1, Math.max(ofBytes, ofTime));
    }

    /** One round, and then those after it: nothing is made before its turn. */
    private List<Step<M>> rounds(Lasting.Standing<M> standing, long number, long all, Duration time) {
        if (number > all + 1) {
            return List.of();
        }
        List<Step<M>> steps = new ArrayList<>();
        steps.add(Step.pause(time.dividedBy(all)));
        steps.addAll(standing.again().apply(under(numbered(number))));
        steps.add(Step.choice(() -> rounds(standing, number + 1, all, time)));
        return steps;
    }

    private Setting under(String nonce) {
        return new Setting(
                nonce,
                setting.self(),
                setting.peer(),
                setting.local(),
                setting.remote(),
                setting.transport(),
                setting.security(),
                setting.beside(),
                setting.limit(),
                setting.measured());
    }

    /** The attempt's nonce, counted up: fresh, for a stateful box takes the same once more for a repetition. */
    private String numbered(long number) {
        long head = HexFormat.fromHexDigitsToLong(setting.nonce(), 0, MARKED) + number;
        return HexFormat.of().toHexDigits(head, MARKED) + setting.nonce().substring(MARKED);
    }
}
