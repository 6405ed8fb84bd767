package dev.sallyport.json;

import dev.sallyport.check.Check;
import dev.sallyport.check.Contact;
import dev.sallyport.check.Evidence;
import dev.sallyport.check.Evidence.Meeting;
import dev.sallyport.check.Finding;
import dev.sallyport.check.Finding.PortFinding;
import dev.sallyport.check.LostAbove;
import dev.sallyport.check.Status;
import dev.sallyport.check.Verdict;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.PortRange;
import dev.sallyport.run.RunResult.CheckResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A finding in a report; over a range its ports stand in lists by what they mean for the check.
 *
 * @param millis from the first attempt's begin to the last one's end; not read back
 * @param lostAbove the size of packets above which it was lost; left out unless that is the cause
 * @param portsTested how many ports were tried; only over a range, not read back
 * @param portsOpen how many of them were found open; only over a range, not read back
 * @param holes ports that should have been open
 * @param leaks ports that should have been closed
 * @param notMeasured ports that tell nothing
 * @param asExpected ports that did what was expected
 */
record FindingForm(
        Status status,
        Verdict verdict,
        Stage stage,
        How how,
        String reason,
        Optional<Double> millis,
        Optional<LostAbove> lostAbove,
        Optional<List<String>> notExcluded,
        Optional<Integer> portsTested,
        Optional<Integer> portsOpen,
        Optional<List<PortsForm>> holes,
        Optional<List<PortsForm>> leaks,
        Optional<List<PortsForm>> notMeasured,
        Optional<List<PortsForm>> asExpected) {

    /** Neighbouring ports that share a verdict. */
    record PortsForm(PortRange ports, int tried, Verdict verdict) {

        static PortsForm of(PortFinding finding) {
            return new PortsForm(finding.ports(), finding.tried(), finding.verdict());
        }

        PortFinding finding() {
            return new PortFinding(ports, tried, verdict);
        }
    }

    private enum Meaning {
        HOLE,
        LEAK,
        NOT_MEASURED,
        AS_EXPECTED
    }

    static FindingForm of(CheckResult result) {
        Finding finding = result.finding();
        boolean range = result.check().flow().ports().size() > 1;
        return new FindingForm(
                finding.status(),
                finding.verdict(),
                finding.stage(),
                finding.how(),
                finding.reason(),
                Optional.of(millis(result)),
                finding.lostAbove(),
                Optional.of(finding.notExcluded()).filter(list -> !list.isEmpty()),
                range ? Optional.of(tested(result)) : Optional.empty(),
                range ? Optional.of(open(result)) : Optional.empty(),
                ports(result, Meaning.HOLE),
                ports(result, Meaning.LEAK),
                ports(result, Meaning.NOT_MEASURED),
                ports(result, Meaning.AS_EXPECTED));
    }

    Finding finding() {
        List<PortFinding> ports = Stream.of(holes, leaks, notMeasured, asExpected)
                .flatMap(Optional::stream)
                .flatMap(List::stream)
                .map(PortsForm::finding)
                .sorted(Comparator.comparing(PortFinding::ports))
                .toList();
        return new Finding(status, verdict, stage, how, reason, notExcluded.orElse(List.of()), ports, lostAbove);
    }

    private static double millis(CheckResult result) {
        List<Contact> attempts = result.evidence().stream()
                .map(Evidence::meetings)
                .flatMap(Collection::stream)
                .map(Meeting::near)
                .toList();
        Optional<Instant> begin = attempts.stream().map(Contact::at).min(Comparator.naturalOrder());
        return attempts.stream()
                .mapToDouble(
                        near -> Duration.between(begin.orElseThrow(), near.at()).toMillis() + near.millis())
                .max()
                .orElse(0);
    }

    private static int tested(CheckResult result) {
        return (int) result.evidence().stream()
                .filter(evidence -> !evidence.meetings().isEmpty())
                .count();
    }

    private static int open(CheckResult result) {
        Finding finding = result.finding();
        if (finding.ports().isEmpty()) {
            return finding.verdict() == Verdict.OPEN ? tested(result) : 0;
        }
        return finding.ports().stream()
                .filter(ports -> ports.verdict() == Verdict.OPEN)
                .mapToInt(PortFinding::tried)
                .sum();
    }

    private static Optional<List<PortsForm>> ports(CheckResult result, Meaning meaning) {
        List<PortsForm> alike = result.finding().ports().stream()
                .filter(ports -> meaning(result, ports) == meaning)
                .map(PortsForm::of)
                .toList();
        boolean range = result.check().flow().ports().size() > 1;
        return Optional.of(alike).filter(list -> range || !list.isEmpty());
    }

    private static Meaning meaning(CheckResult result, PortFinding ports) {
        return result.check().expect() == Expectation.ALLOW
                ? allowed(ports.verdict())
                : denied(ports.verdict(), farSaw(result, ports.ports()));
    }

    private static Meaning allowed(Verdict verdict) {
        return switch (verdict) {
            case OPEN -> Meaning.AS_EXPECTED;
            case NOT_MEASURED -> Meaning.NOT_MEASURED;
            default -> Meaning.HOLE;
        };
    }

    private static Meaning denied(Verdict verdict, boolean farSawIt) {
        return switch (verdict) {
            case REQUEST_LOST, REJECTED, IMPERSONATED -> Meaning.AS_EXPECTED;
            case CUT, INTERCEPTED -> farSawIt ? Meaning.LEAK : Meaning.AS_EXPECTED;
            case NOT_MEASURED, NO_ANSWER, REFUSED, EXPIRED -> Meaning.NOT_MEASURED;
            default -> Meaning.LEAK;
        };
    }

    private static boolean farSaw(CheckResult result, PortRange range) {
        Check check = result.check();
        return IntStream.range(0, result.evidence().size())
                .filter(i -> range.contains(check.ports().get(i)))
                .mapToObj(i -> result.evidence().get(i))
                .flatMap(evidence -> evidence.meetings().stream())
                .anyMatch(meeting -> meeting.arrived() || meeting.astray().isPresent());
    }
}
