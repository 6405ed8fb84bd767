package dev.sallyport.run;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Check;
import dev.sallyport.check.Observation;
import dev.sallyport.check.Plan;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.flow.Expectation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs a plan: every endpoint is armed before the first attempt, every attempt has ended before anyone is asked what
 * they saw, and what they saw is judged.
 *
 * <p>Allowed flows go first, denied ones after them, for a firewall may shun whoever knocks at closed doors. What is
 * permitted along their paths is tried just before them and again just after.
 */
public final class CheckRunner {

    private final Map<String, Agent> agents;
    private final Patience patience;
    private final Patience denied;
    private final Progress progress;
    private final Clock clock;
    private final Map<String, String> lost = new ConcurrentHashMap<>();
    private final Map<String, Queue<Attempt>> told = new ConcurrentHashMap<>();
    private volatile boolean interrupted;

    /** Prepares a run with one agent a host. */
    public CheckRunner(Map<String, Agent> agents, Patience patience, Progress progress, Clock clock) {
        this(agents, patience, patience, progress, clock);
    }

    /**
     * Prepares a run that waits for silence less long than for answers.
     *
     * @param denied for flows that must be closed
     */
    public CheckRunner(Map<String, Agent> agents, Patience patience, Patience denied, Progress progress, Clock clock) {
        this.agents = Map.copyOf(agents);
        this.patience = patience;
        this.denied = denied;
        this.progress = progress;
        this.clock = clock;
    }

    /** Runs the plan to its end, or to its interruption, and judges it. */
    public RunResult run(Plan plan) {
        return run(plan, plan);
    }

    /**
     * Runs a part of a plan, while everything listens that the whole needs: what goes astray may arrive at an endpoint
     * that only other checks ask for.
     */
    public RunResult run(Plan plan, Plan whole) {
        Instant started = clock.instant();
        arm(Endpoints.of(whole.tried()));
        fire(expected(plan, Expectation.ALLOW), patience);
        fire(plan.controls(), patience);
        fire(expected(plan, Expectation.DENY), denied);
        fire(along(plan), patience);
        List<Observation> observations = collect();
        all(agent -> agent.disarm());
        return Verdicts.of(plan, observations, started, Duration.between(started, clock.instant()), interrupted);
    }

    /** Ends firing early; {@link #run} then reports what it has. Safe from any thread. */
    public void interrupt() {
        interrupted = true;
        agents.values().forEach(Agent::stop);
    }

    private void arm(Map<String, List<Endpoint>> endpoints) {
        all(agent -> agent.arm(endpoints.getOrDefault(agent.host(), List.of()))
                .thenAccept(listening -> progress.armed(agent.host(), listening)));
    }

    private static List<Check> expected(Plan plan, Expectation expectation) {
        return plan.checks().stream()
                .filter(check -> check.expect() == expectation)
                .toList();
    }

    private static List<Check> along(Plan plan) {
        Set<String> ids = plan.checks().stream()
                .flatMap(check -> check.denial().stream())
                .flatMap(denial -> denial.along().stream())
                .collect(Collectors.toSet());
        return plan.controls().stream()
                .filter(control -> ids.contains(control.id()))
                .toList();
    }

    private void fire(List<Check> checks, Patience ladder) {
        if (checks.isEmpty()) {
            return;
        }
        Map<String, List<Check>> byInitiator = checks.stream()
                .filter(Check::spoken)
                .collect(Collectors.groupingBy(check -> check.flow().from().host()));
        all(agent -> interrupted
                ? CompletableFuture.completedStage(null)
                : agent.fire(
                        byInitiator.getOrDefault(agent.host(), List.of()),
                        ladder,
                        attempt -> attempted(agent.host(), attempt)));
    }

    private void attempted(String host, Attempt attempt) {
        told.computeIfAbsent(host, h -> new ConcurrentLinkedQueue<>()).add(attempt);
        progress.attempted(attempt);
    }

    private List<Observation> collect() {
        Map<String, Observation> observed = new ConcurrentHashMap<>();
        all(agent -> agent.collect().thenAccept(observation -> observed.put(agent.host(), observation)));
        List<Observation> observations = new ArrayList<>();
        for (String host : agents.keySet()) {
            observations.add(withTrouble(host, Optional.ofNullable(observed.get(host))));
        }
        return observations;
    }

    /** What an agent told before it was lost still counts; what its endpoints saw is gone with it. */
    private Observation withTrouble(String host, Optional<Observation> observed) {
        Optional<String> why = Optional.of(lost.getOrDefault(host, "its agent did not answer"));
        return observed.orElseGet(() -> new Observation(
                host, List.of(), List.of(), List.copyOf(told.getOrDefault(host, new ConcurrentLinkedQueue<>())), why));
    }

    /** Asks all agents at the same time and waits for all; one that fails is lost, and is not asked again. */
    private void all(Function<Agent, CompletionStage<?>> order) {
        List<CompletableFuture<?>> answers = agents.values().stream()
                .filter(agent -> !lost.containsKey(agent.host()))
                .<CompletableFuture<?>>map(agent ->
                        order.apply(agent).toCompletableFuture().handle((answer, failure) -> note(agent, failure)))
                .toList();
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
    }

    private Object note(Agent agent, Throwable failure) {
        if (failure != null) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            lost.put(agent.host(), String.valueOf(cause.getMessage()));
            progress.lost(agent.host(), String.valueOf(cause.getMessage()));
        }
        return null;
    }
}
