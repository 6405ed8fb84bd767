package dev.sallyport.control.bus;

import dev.sallyport.control.AgentLoop;
import dev.sallyport.control.PipedHost;
import dev.sallyport.control.bus.Frame.Kind;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Plays a host's part on a bus, for one run after the other; whoever comes meanwhile is told who has it.
 *
 * <p>Between two runs nothing is armed: each run is served by an {@link AgentLoop} of its own, which disarms at its end,
 * also where its controller vanishes.
 */
public final class BusHost {

    private static final int REMEMBERED = 64;

    private final Bus bus;
    private final PipedHost host;
    private final Pace pace;
    private final Set<Holder> over = new LinkedHashSet<>();
    private Optional<Link> current = Optional.empty();
    private Optional<String> ended = Optional.empty();

    private BusHost(Bus bus, PipedHost host, Pace pace) {
        this.bus = bus;
        this.host = host;
        this.pace = pace;
    }

    /** Joins the bus: from now on the host can be found there, and a run that comes waits to be served. */
    public static BusHost join(Bus bus, PipedHost host) {
        return join(bus, host, Pace.usual());
    }

    static BusHost join(Bus bus, PipedHost host, Pace pace) {
        BusHost joined = new BusHost(bus, host, pace);
        bus.whenBack(joined::back);
        bus.whenRefused(joined::end);
        bus.subscribe(Subjects.orders(name(host)), (subject, message) -> Frame.read(message)
                .ifPresent(joined::heard));
        return joined;
    }

    /**
     * Serves runs until the end, and returns why it came.
     *
     * @param ready run whenever it waits for the next run
     */
    public String serve(Runnable ready) {
        Optional<Link> next = next(ready);
        while (next.isPresent()) {
            host.notes().accept("serving " + next.get().run().text());
            AgentLoop.run(host, next.get().in(), next.get().out());
            settle(next.get());
            next = next(ready);
        }
        return ended.orElse("");
    }

    /** Ends what is under way, and {@link #serve}; a run that it serves learns why. */
    public void end(String why) {
        Optional<Link> link;
        synchronized (this) {
            ended = ended.or(() -> Optional.of(why));
            link = current;
            notifyAll();
        }
        link.ifPresent(one -> one.leave(why));
    }

    private static String name(PipedHost host) {
        return host.territory().host();
    }

    private synchronized Optional<Link> next(Runnable ready) {
        if (current.isEmpty() && ended.isEmpty()) {
            ready.run();
        }
        while (current.isEmpty() && ended.isEmpty()) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                ended = Optional.of("interrupted");
            }
        }
        return ended.isPresent() ? Optional.empty() : current;
    }

    private synchronized void settle(Link link) {
        link.end("its part in this run is over");
        over.add(link.run());
        if (over.size() > REMEMBERED) {
            over.remove(over.iterator().next());
        }
        current = Optional.empty();
    }

    private void heard(Frame frame) {
        receiver(frame).ifPresent(link -> link.heard(frame));
    }

    /** Returns whose frame it is, a new run's too; whoever has no part here is told so. */
    private synchronized Optional<Link> receiver(Frame frame) {
        if (current.filter(link -> link.run().equals(frame.run())).isPresent()) {
            return current;
        }
        if (!frame.isPart()) {
            return Optional.empty();
        }
        if (over.contains(frame.run())) {
            publish(frame.answer(Kind.GONE, "its part in this run is over"));
        } else if (!frame.opens()) {
            publish(frame.answer(Kind.GONE, "it was started anew in the midst of the run"));
        } else if (current.isPresent()) {
            publish(frame.answer(Kind.BUSY, current.get().run().text()));
        } else {
            current = Optional.of(new Link(frame.run(), this::publish, host.alarm(), pace, host.notes()));
            notifyAll();
        }
        return current.filter(link -> link.run().equals(frame.run()));
    }

    private void back() {
        Optional<Link> link;
        synchronized (this) {
            link = current;
        }
        link.ifPresent(Link::back);
    }

    private void publish(Frame frame) {
        bus.publish(Subjects.answers(name(host)), frame.encoded());
    }
}
