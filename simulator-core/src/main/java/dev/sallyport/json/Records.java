package dev.sallyport.json;

import dev.sallyport.check.Check;
import dev.sallyport.check.Observation;
import dev.sallyport.check.Plan;
import dev.sallyport.check.Plan.PlannedRow;
import dev.sallyport.json.RecordFile.Kind;
import dev.sallyport.run.RunResult;
import dev.sallyport.run.Verdicts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Records of one lab, put together and judged as if one run had made them. */
public final class Records {

    /**
     * A record and how errors name it.
     *
     * @param source {@code edge1.json}
     */
    public record Named(String source, RecordFile file) {}

    private final List<Named> records;
    private final List<Named> probes;

    private Records(List<Named> records) {
        this.records = List.copyOf(records);
        this.probes = records.stream()
                .filter(record -> record.file.kind() == Kind.PROBE)
                .toList();
    }

    /**
     * Puts records together.
     *
     * @throws IllegalArgumentException where they are not of one lab file, where the same check means two things, or
     *     where no probe is among them
     */
    public static Records of(List<Named> records) {
        Records together = new Records(records);
        together.requireProbe();
        together.requireOneLab();
        together.requireOneMeaning();
        return together;
    }

    private void requireProbe() {
        if (probes.isEmpty()) {
            throw new IllegalArgumentException("nothing to judge: none of " + names(records)
                    + " was recorded by `probe`, so no check was tried; add what `probe --record` wrote");
        }
    }

    private void requireOneLab() {
        Named first = records.get(0);
        for (Named other : records) {
            requireSame("lab", first, other, Plan::lab);
            requireSame("lab file (by its digest)", first, other, Plan::labDigest);
        }
    }

    private static void requireSame(String what, Named first, Named other, Function<Plan, String> property) {
        String one = property.apply(first.file.plan());
        String two = property.apply(other.file.plan());
        if (!one.equals(two)) {
            throw new IllegalArgumentException(
                    "records of different sites cannot be judged together: the " + what + " is "
                            + one + " in " + first.source + " and " + two + " in " + other.source
                            + "; record both with the same lab file");
        }
    }

    private void requireOneMeaning() {
        Map<String, Named> known = new LinkedHashMap<>();
        for (Named probe : probes) {
            for (Check check : probe.file.plan().checks()) {
                Named before = known.putIfAbsent(check.id(), probe);
                if (before != null && !before.file.plan().checks().contains(check)) {
                    throw new IllegalArgumentException("'" + check.id() + "' is not the same check in " + before.source
                            + " and " + probe.source + ": probe with the same version and catalogue");
                }
            }
        }
    }

    private static String names(List<Named> records) {
        return String.join(", ", records.stream().map(Named::source).toList());
    }

    /** Judges every check that was probed, with what all records tell. */
    public RunResult judge() {
        Instant start = probes.stream()
                .map(probe -> probe.file.startedAt())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant end = probes.stream()
                .map(probe -> probe.file.endedAt())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        boolean interrupted = probes.stream().anyMatch(probe -> probe.file.interrupted());
        return Verdicts.of(plan(), observations(), start, Duration.between(start, end), interrupted);
    }

    /** Returns the checks of all probes as one plan. */
    public Plan plan() {
        Map<String, Check> checks = new LinkedHashMap<>();
        Map<String, Check> controls = new LinkedHashMap<>();
        for (Named probe : probes) {
            probe.file.plan().checks().forEach(check -> checks.putIfAbsent(check.id(), check));
            probe.file.plan().controls().forEach(check -> controls.putIfAbsent(check.id(), check));
        }
        Plan any = probes.get(0).file.plan();
        List<String> scenarios = probes.stream()
                .flatMap(probe -> probe.file.plan().scenarios().stream())
                .distinct()
                .toList();
        return new Plan(
                any.lab(),
                any.labDigest(),
                scenarios,
                List.copyOf(checks.values()),
                List.copyOf(controls.values()),
                rows());
    }

    /** A row that one probe has a check for is no row without one. */
    private List<PlannedRow> rows() {
        Map<String, PlannedRow> rows = new LinkedHashMap<>();
        probes.stream()
                .flatMap(probe -> probe.file.plan().rows().stream())
                .forEach(row ->
                        rows.merge(row.id(), row, (one, other) -> one.why().isEmpty() ? one : other));
        return List.copyOf(rows.values());
    }

    /** Returns what each host observed, over all records that tell of it. */
    public List<Observation> observations() {
        Map<String, MergedHost> hosts = new LinkedHashMap<>();
        for (Named record : records) {
            for (Observation observation : record.file.observations()) {
                hosts.computeIfAbsent(observation.host(), MergedHost::new).add(record.file, observation);
            }
        }
        expectAttempts(hosts);
        return hosts.values().stream().map(MergedHost::observation).toList();
    }

    private void expectAttempts(Map<String, MergedHost> hosts) {
        Map<String, List<String>> farHosts = new HashMap<>();
        plan().tried().forEach(check -> farHosts.put(check.id(), farHosts(check)));
        records.stream()
                .flatMap(record -> record.file.observations().stream())
                .flatMap(observation -> observation.attempts().stream())
                .forEach(attempt -> farHosts.getOrDefault(attempt.check(), List.of()).stream()
                        .filter(hosts::containsKey)
                        .forEach(host -> hosts.get(host).expect(attempt)));
    }

    private static List<String> farHosts(Check check) {
        Stream<String> behind =
                check.behind().stream().map(member -> member.party().host());
        return Stream.concat(Stream.of(check.flow().to().host()), behind).toList();
    }
}
