package dev.sallyport.control.bus;

import dev.sallyport.control.Controller;
import dev.sallyport.control.NoAgentsException;
import dev.sallyport.control.Pipe;
import dev.sallyport.control.PipeAgent;
import dev.sallyport.control.Spawned;
import dev.sallyport.run.Agent;
import dev.sallyport.run.AgentLostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One run over a bus: while it is open no other begins, and its agents serve no other. */
public final class BusRun implements AutoCloseable {

    private static final Duration PATIENT = Duration.ofSeconds(2);

    private final Controller controller;
    private final Bus bus;
    private final Holder self;
    private final RunLock lock;
    private final Pace pace;
    private final Map<String, Link> links = new ConcurrentSkipListMap<>();

    private BusRun(Controller controller, Bus bus, Holder self, RunLock lock, Pace pace) {
        this.controller = controller;
        this.bus = bus;
        this.self = self;
        this.lock = lock;
        this.pace = pace;
    }

    /**
     * Begins, unless another run is under way.
     *
     * @throws BusyException where one is
     */
    public static BusRun begin(Controller controller, Bus bus, Holder self) {
        return begin(controller, bus, self, Pace.usual());
    }

    static BusRun begin(Controller controller, Bus bus, Holder self, Pace pace) {
        BusRun run = new BusRun(controller, bus, self, RunLock.take(bus, self, RunLock.USUAL), pace);
        bus.whenBack(() -> run.links.values().forEach(Link::back));
        bus.whenRefused(run::end);
        bus.subscribe(Subjects.EVERY_ANSWER, (subject, message) -> Frame.read(message)
                .ifPresent(frame -> run.heard(Subjects.host(subject), frame)));
        return run;
    }

    /**
     * Finds the agents of hosts and waits until each has joined, and let go of a run that was killed, or the time for
     * that is over ({@link dev.sallyport.control.Timing#opening}).
     *
     * @param where the broker, in words
     * @throws BusyException where a host serves another run
     * @throws NoAgentsException where not a single one joined
     */
    public Spawned gather(Set<String> hosts, String where) {
        hosts.forEach(host -> links.put(host, link(host)));
        Runnable cancel = controller.alarm().after(PATIENT, this::tellWhoIsAwaited);
        Spawned gathered = Spawned.opened(hosts, host -> agent(host, where));
        cancel.run();
        busy().ifPresent(busy -> {
            gathered.agents().values().parallelStream().forEach(Agent::close);
            throw busy;
        });
        if (!hosts.isEmpty() && gathered.hosts().isEmpty()) {
            throw new NoAgentsException("over " + where, gathered.failures());
        }
        return gathered;
    }

    /** Lets the agents go, and the next run begin. */
    @Override
    public void close() {
        end("the run is over");
        lock.close();
    }

    /** Gives every agent up; what is under way fails with the reason. */
    public void end(String why) {
        links.values().forEach(link -> link.leave(why));
    }

    private Link link(String host) {
        return new Link(
                self,
                frame -> bus.publish(Subjects.orders(host), frame.encoded()),
                controller.alarm(),
                pace,
                note -> controller.notes().accept(host + ": " + note));
    }

    private void heard(String host, Frame frame) {
        if (frame.run().equals(self)) {
            Optional.ofNullable(links.get(host)).ifPresent(link -> link.heard(frame));
        }
    }

    private Agent agent(String host, String where) {
        Link link = links.get(host);
        try {
            return PipeAgent.open(controller, host, Pipe.over(link.in(), link.out()), Optional.empty());
        } catch (AgentLostException e) {
            boolean joined = link.met();
            link.leave("the run goes on without it");
            throw joined ? e : new AgentLostException(host, absent(host, where));
        }
    }

    private String absent(String host, String where) {
        return "its agent has not joined " + where + " within "
                + controller.timing().opening().toMillis() / 1000.0 + " s: start it there by `sallyport agent " + host
                + " --lab FILE --bus " + where + " --certs DIR`";
    }

    private Optional<BusyException> busy() {
        return links.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().busy().stream().map(holder -> new BusyException(entry.getKey(), holder)))
                .findFirst();
    }

    private void tellWhoIsAwaited() {
        String free = awaited(link -> link.busy().isEmpty());
        String busy = awaited(link -> link.busy().isPresent());
        List.of(
                        free.isEmpty() ? "" : "waiting for " + free + " to join",
                        busy.isEmpty() ? "" : "waiting for " + busy + " to end with another run")
                .stream()
                .filter(note -> !note.isEmpty())
                .forEach(controller.notes());
    }

    private String awaited(Predicate<Link> which) {
        return links.entrySet().stream()
                .filter(entry -> !entry.getValue().met() && which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }
}
