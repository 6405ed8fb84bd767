package dev.sallyport.demo;

import dev.sallyport.check.Finding;
import dev.sallyport.check.Status;
import dev.sallyport.check.Verdict;
import dev.sallyport.run.RunResult;
import dev.sallyport.run.RunResult.CheckResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was planted beside what was found.
 *
 * @param planted each fault with what became of the checks it touches
 * @param unexplained what failed, although no fault touches it
 * @param unmeasured what could not be decided, although no fault touches it
 */
public record Truth(List<Planted> planted, List<CheckResult> unexplained, List<CheckResult> unmeasured) {

    /** A fault, and what became of the checks it touches. */
    public record Planted(Fault fault, List<Touched> touched) {

        /** Keeps its own copy. */
        public Planted {
            touched = List.copyOf(touched);
        }

        /** Tells whether every check it touches failed, with the verdict it must have. */
        public boolean found() {
            return touched.stream().allMatch(Touched::asExpected);
        }
    }

    /**
     * A check that a fault touches.
     *
     * @param found empty where the run did not come to it
     */
    public record Touched(String check, Verdict expected, Optional<Finding> found) {

        /** Tells whether it failed, with that verdict. */
        public boolean asExpected() {
            return found.filter(finding -> finding.status() == Status.FAILED && finding.verdict() == expected)
                    .isPresent();
        }
    }

    /** Keeps its own copies. */
    public Truth {
        planted = List.copyOf(planted);
        unexplained = List.copyOf(unexplained);
        unmeasured = List.copyOf(unmeasured);
    }

    /** Holds the faults that were planted against what a run found. */
    public static Truth of(List<Fault> faults, RunResult run) {
        Map<String, Finding> findings = new HashMap<>();
        run.checks().forEach(result -> findings.put(result.check().id(), result.finding()));
        List<Planted> planted = new ArrayList<>();
        Set<String> touched = new HashSet<>();
        for (Fault fault : faults) {
            touched.addAll(fault.touches().keySet());
            planted.add(new Planted(fault, touched(fault, findings)));
        }
        return new Truth(planted, others(run, touched, Status.FAILED), others(run, touched, Status.INCONCLUSIVE));
    }

    private static List<Touched> touched(Fault fault, Map<String, Finding> findings) {
        List<Touched> touched = new ArrayList<>();
        fault.touches()
                .forEach((check, verdict) ->
                        touched.add(new Touched(check, verdict, Optional.ofNullable(findings.get(check)))));
        return touched;
    }

    private static List<CheckResult> others(RunResult run, Set<String> touched, Status status) {
        return run.checks().stream()
                .filter(result -> result.finding().status() == status)
                .filter(result -> !touched.contains(result.check().id()))
                .toList();
    }

    /** Returns how many faults were found. */
    public long found() {
        return planted.stream().filter(Planted::found).count();
    }
}
