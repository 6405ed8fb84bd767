package dev.sallyport.check;

import dev.sallyport.check.Evidence.Meeting;
import dev.sallyport.check.Finding.PortFinding;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.PortRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Says what both observations of a check mean: the contract's verdict table as a pure function.
 *
 * <p>Each attempt is read by {@link Reading}; one attempt that got through decides over others that did not, for a late
 * arrival reverses the verdict. Over several ports the worst finding names the check.
 */
public final class Judge {

    private Judge() {}

    /**
     * Judges a check, given the evidence at each of its ports.
     *
     * @param proof the controls of a denied flow; none where it is allowed
     */
    public static Finding judge(Check check, IntFunction<Evidence> evidence, Proof proof) {
        if (!check.spoken()) {
            return notSpoken(check);
        }
        List<Integer> ports = check.ports();
        List<Reading> readings = ports.stream()
                .map(port -> proven(check, port, evidence.apply(port), proof))
                .toList();
        Reading telling = telling(check, readings);
        boolean several = ports.size() > 1;
        String reason = several ? overPorts(ports, readings, telling) : telling.reason();
        return new Finding(
                StatusTable.of(check, telling.verdict(), telling.farSawIt()),
                telling.verdict(),
                telling.stage(),
                telling.how(),
                reason,
                telling.notExcluded(),
                several ? fold(ports, readings) : List.of(),
                telling.lostAbove());
    }

    private static Finding notSpoken(Check check) {
        return new Finding(
                check.optional() ? Status.PASSED : Status.INCONCLUSIVE,
                Verdict.NOT_MEASURED,
                Stage.RESOLVE,
                How.LOCAL,
                "this version does not speak " + check.exchange() + " yet, and nothing else would prove it",
                List.of(),
                List.of());
    }

    /** A denied flow that was found closed must be borne out by its controls; what got in proves itself. */
    private static Reading proven(Check check, int port, Evidence evidence, Proof proof) {
        Reading reading = read(check, evidence);
        boolean closed = check.expect() == Expectation.DENY
                && StatusTable.of(check, reading.verdict(), reading.farSawIt()) == Status.PASSED;
        return closed ? Closed.of(check, port, reading, evidence, proof) : reading;
    }

    private static Reading read(Check check, Evidence evidence) {
        return check.strain()
                .idle()
                .flatMap(idle -> Idleness.of(check, idle, evidence))
                .orElseGet(() -> readExchange(check, evidence));
    }

    private static Reading readExchange(Check check, Evidence evidence) {
        if (evidence.meetings().stream()
                .allMatch(meeting -> meeting.near().limit().isPresent())) {
            return Reading.notMeasured(
                    evidence.near().orElse(check.flow().from().host() + " made no attempt"));
        }
        List<Meeting> unlimited = evidence.meetings().stream()
                .filter(meeting -> meeting.near().limit().isEmpty())
                .toList();
        List<Reading> readings = unlimited.stream()
                .map(meeting -> Reading.of(check, evidence, meeting))
                .toList();
        Reading reading = attempts(check, readings);
        return reading.isLoss()
                ? LostAbove.of(check, evidence, unlimited)
                        .map(reading::lostAbove)
                        .orElse(reading)
                : reading;
    }

    /** What got through decides; of what did not, the first verdict of the contract's order, at the farthest stage. */
    private static Reading attempts(Check check, List<Reading> readings) {
        Reading decisive = readings.stream()
                .min(Comparator.comparing((Reading reading) -> !gotThrough(reading))
                        .thenComparing(reading -> reading.verdict() == Verdict.NOT_MEASURED)
                        .thenComparing(Reading::verdict)
                        .thenComparing(Reading::stage, Comparator.reverseOrder()))
                .orElseThrow();
        boolean alike = readings.stream().allMatch(reading -> reading.verdict() == decisive.verdict());
        return alike ? decisive.times(readings.size(), check) : decisive;
    }

    private static boolean gotThrough(Reading reading) {
        return reading.how().equals(How.COMPLETED) && reading.verdict() != Verdict.NOT_MEASURED;
    }

    /** Over a range: what fails the check tells most, then what kept us from measuring, then what passes it. */
    private static Reading telling(Check check, List<Reading> readings) {
        return readings.stream()
                .min(Comparator.comparing((Reading reading) -> weight(check, reading))
                        .thenComparing(Reading::verdict))
                .orElseThrow();
    }

    private static int weight(Check check, Reading reading) {
        Status status = StatusTable.of(check, reading.verdict(), reading.farSawIt());
        return switch (status) {
            case FAILED -> 0;
            case INCONCLUSIVE -> 1;
            case PASSED -> 2;
        };
    }

    private static String overPorts(List<Integer> ports, List<Reading> readings, Reading telling) {
        long alike = readings.stream()
                .filter(reading -> reading.verdict() == telling.verdict())
                .count();
        int first = ports.get(readings.indexOf(telling));
        return alike + " of " + ports.size() + " ports tried: " + telling.reason()
                + (alike < ports.size() ? " (first at " + first + ")" : "");
    }

    private static List<PortFinding> fold(List<Integer> ports, List<Reading> readings) {
        List<PortFinding> folded = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= ports.size(); i++) {
            boolean ends = i == ports.size()
                    || readings.get(i).verdict() != readings.get(from).verdict();
            if (ends) {
                PortRange range = new PortRange(ports.get(from), ports.get(i - 1));
                folded.add(new PortFinding(range, i - from, readings.get(from).verdict()));
                from = i;
            }
        }
        return folded;
    }
}
