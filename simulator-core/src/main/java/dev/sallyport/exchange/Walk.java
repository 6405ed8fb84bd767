package dev.sallyport.exchange;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * An initiator walking its ladder over a line, step by step as messages arrive.
 *
 * <p>Not thread-safe: lives on its line's thread. Ends once, with one {@link Ending}.
 *
 * @param <M> the protocol's message
 */
public final class Walk<M> {

    private record Arrived<M>(M message, long nanos) {}

    private final Supplier<Codec<M>> codecs;
    private final Codec<M> codec;
    private final Deque<Step<M>> ladder;
    private final Deque<Arrived<M>> arrived = new ArrayDeque<>();
    private final Line line;
    private final Duration patience;
    private final Stage goal;
    private final Consumer<Ending> ended;

    private Stage stage = Stage.REQUEST;
    private String standing = "before the first step";
    private Runnable cancelDeadline = () -> {};
    private Supplier<Optional<StreamSeen>> stream = Optional::empty;
    private boolean suspended;
    private boolean over;

    /**
     * Prepares a walk.
     *
     * @param codecs makes a codec a connection
     * @param patience how long each awaited message may take
     * @param goal the stage that completion reaches
     * @param ended told once how it ended
     */
    public Walk(
            Supplier<Codec<M>> codecs,
            List<Step<M>> ladder,
            Line line,
            Duration patience,
            Stage goal,
            Consumer<Ending> ended) {
        this.codecs = codecs;
        this.codec = codecs.get();
        this.ladder = new ArrayDeque<>(ladder);
        this.line = line;
        this.patience = patience;
        this.goal = goal;
        this.ended = ended;
    }

    /** Takes the first steps; the line is open, and secured where the flow says so. */
    public void begin() {
        advance();
    }

    /** Takes bytes that came from the line at that time; it is compared with others of this walk alone. */
    public void received(byte[] bytes, long nanos) {
        if (over) {
            return;
        }
        try {
            codec.decode(bytes).forEach(message -> arrived.add(new Arrived<>(message, nanos)));
        } catch (MalformedMessageException e) {
            end(How.MALFORMED, standing + ": " + e.getMessage());
            return;
        }
        advance();
    }

    /** Ends the walk by what happened to its line: closed, reset, an alert. */
    public void broken(How how, String detail) {
        end(how, standing + ": " + detail);
    }

    /** Ends the walk by what happened to its line before the line was secured. */
    public void broken(Stage where, How how, String detail) {
        stage = where;
        end(how, detail);
    }

    /** Returns what has been seen of a stream of media; empty where none was watched. */
    public Optional<StreamSeen> stream() {
        return stream.get();
    }

    private void advance() {
        while (!over && !suspended) {
            Step<M> step = ladder.peek();
            if (step == null) {
                complete();
            } else if (step instanceof Step.Expect<M> expect) {
                if (!awaited(expect)) {
                    return;
                }
            } else {
                ladder.poll();
                take(step);
            }
        }
    }

    private void take(Step<M> step) {
        if (step instanceof Step.Send<M> send) {
            standing = "sending " + send.label();
            line.send(codec.encode(send.message().get()));
        } else if (step instanceof Step.StartTls<M>) {
            standing = "TLS handshake";
            suspended = true;
            line.startTls(this::resume);
        } else if (step instanceof Step.Restart<M>) {
            codec.restart();
        } else if (step instanceof Step.Dial<M> dial) {
            standing = dial.label();
            suspended = true;
            line.dial(dial.name(), dial.port(), codecs, dial.ladder(), ending -> dialled(dial, ending));
        } else if (step instanceof Step.Choice<M> choice) {
            insert(choice.steps().get());
        } else if (step instanceof Step.Bind<M> bind) {
            standing = bind.label();
            suspended = true;
            line.bind(bind.ports(), datagram -> cameToPort(bind, datagram), port -> bound(bind, port));
        } else if (step instanceof Step.SendFrom<M> send) {
            standing = "sending " + send.label();
            send.port().send(send.datagram().get());
        } else if (step instanceof Step.Pause<M> pause) {
            suspended = true;
            cancelDeadline = line.after(pause.time(), this::resume);
        } else if (step instanceof Step.Idle<M> idle) {
            standSilent(idle.time());
        } else if (step instanceof Step.Watch<M> watch) {
            stream = () -> Optional.of(watch.seen().get());
        } else if (step instanceof Step.End<M> end) {
            broken(end.ending().stage(), end.ending().how(), end.ending().detail());
        } else if (step instanceof Step.Close<M>) {
            line.close();
        } else {
            throw new IllegalStateException("an initiator does one thing after the other: " + step);
        }
    }

    private void standSilent(Duration time) {
        stage = Stage.IDLE;
        standing = "standing silent for " + seconds(time);
        suspended = true;
        cancelDeadline = line.after(time, this::resume);
    }

    private void cameToPort(Step.Bind<M> bind, Datagram datagram) {
        arrived.add(new Arrived<>(bind.arrived().apply(datagram), 0));
        advance();
    }

    private void bound(Step.Bind<M> bind, Optional<DatagramPort> port) {
        if (port.isEmpty()) {
            end(How.LOCAL, bind.label() + ": no UDP port could be opened beside the line");
            return;
        }
        insert(bind.next().apply(port.get()));
        resume();
    }

    private void dialled(Step.Dial<M> dial, Ending ending) {
        insert(dial.next().apply(ending));
        resume();
    }

    private void insert(List<Step<M>> next) {
        for (int i = next.size() - 1; i >= 0; i--) {
            ladder.addFirst(next.get(i));
        }
    }

    private void resume() {
        suspended = false;
        advance();
    }

    /** Tells whether the awaited message is there; otherwise the walk waits, or is over. */
    private boolean awaited(Step.Expect<M> expect) {
        String awaiting = "awaiting " + expect.label();
        if (!standing.equals(awaiting)) {
            standing = awaiting;
            cancelDeadline =
                    line.after(patience, () -> end(How.SILENCE, awaiting + ": nothing came in " + seconds(patience)));
        }
        Arrived<M> next = arrived.poll();
        if (next == null) {
            return false;
        }
        stage = stage == Stage.IDLE ? stage : Stage.REPLY;
        Match match = expect.match().apply(next.message(), next.nanos());
        if (match instanceof Match.Unexpected unexpected) {
            end(How.MALFORMED, awaiting + ": " + unexpected.found() + " came instead");
            return false;
        }
        if (match instanceof Match.Expected) {
            cancelDeadline.run();
            standing = expect.label() + " received";
            ladder.poll();
        }
        return true;
    }

    private static String seconds(Duration time) {
        return time.toMillis() / 1000.0 + " s";
    }

    private void complete() {
        stage = goal;
        end(How.COMPLETED, "");
    }

    private void end(How how, String detail) {
        if (over) {
            return;
        }
        over = true;
        cancelDeadline.run();
        line.close();
        ended.accept(new Ending(stage, how, detail));
    }
}
