package dev.sallyport.exchange;

import dev.sallyport.flow.Transport;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A service receiving one peer over a line: each message is answered by the steps the service says, in order.
 *
 * <p>Not thread-safe: lives on its line's thread.
 *
 * @param <M> the protocol's message
 */
public final class Reception<M> {

    /** How many late answers may be owed to one peer at a time. */
    private static final int MOST_LATE = 4;

    private final Service<M> service;
    private final Transport transport;
    private final Line line;
    private final Codec<M> codec;
    private final Answerer<M> answerer;
    private final Deque<Step<M>> steps = new ArrayDeque<>();
    private final Set<String> nonces = new LinkedHashSet<>();

    private boolean suspended;
    private int messages;
    private int late;
    private Optional<String> malformed = Optional.empty();
    private Supplier<Optional<StreamSeen>> stream = Optional::empty;

    /** Begins to receive the peer that the setting names. */
    public Reception(Service<M> service, Setting setting, Line line) {
        this.service = service;
        this.transport = setting.transport();
        this.line = line;
        this.codec = service.codec(transport);
        this.answerer = service.answer(setting);
    }

    /** Takes bytes from the line, where it does not matter when they came. */
    public void received(byte[] bytes) {
        received(bytes, 0);
    }

    /** Takes bytes that came from the line at that time. */
    public void received(byte[] bytes, long arrivedNanos) {
        try {
            for (M message : codec.decode(bytes)) {
                messages++;
                Optional<String> nonce = service.nonce(message);
                nonce.ifPresent(nonces::add);
                steps.addAll(answered(message, nonce.flatMap(LateAnswer::in), arrivedNanos));
            }
        } catch (MalformedMessageException e) {
            malformed = Optional.of(e.getMessage());
            if (transport == Transport.TCP) {
                steps.addAll(answerer.onMalformed());
                steps.add(Step.close());
            }
        }
        advance();
    }

    /** Returns how the parts of what goes over this peer's line are called. */
    public Naming naming() {
        return codec.naming();
    }

    /** What asks for a late answer gets one, up to a bound; the answer is made when its time has come. */
    private List<Step<M>> answered(M message, Optional<Duration> delay, long arrivedNanos) {
        if (delay.isEmpty() || late == MOST_LATE) {
            return answerer.on(message, arrivedNanos);
        }
        late++;
        return List.of(Step.later(delay.get(), () -> {
            late--;
            return answerer.on(message, arrivedNanos);
        }));
    }

    /** Returns the nonces that have come, in order. */
    public Set<String> nonces() {
        return nonces;
    }

    /** Returns how many whole messages have come. */
    public int messages() {
        return messages;
    }

    /** Returns why the peer's bytes were no message, and where; empty while they were. */
    public Optional<String> malformed() {
        return malformed;
    }

    /** Returns what has been seen of a stream of media; empty where none was watched. */
    public Optional<StreamSeen> stream() {
        return stream.get();
    }

    private void advance() {
        while (!suspended && !steps.isEmpty()) {
            take(steps.poll());
        }
    }

    private void take(Step<M> step) {
        if (step instanceof Step.Send<M> send) {
            line.send(codec.encode(send.message().get()));
        } else if (step instanceof Step.StartTls<M>) {
            suspended = true;
            line.startTls(this::resume);
        } else if (step instanceof Step.Restart<M>) {
            codec.restart();
        } else if (step instanceof Step.Dial<M> dial) {
            suspended = true;
            line.dial(dial.name(), dial.port(), () -> service.codec(transport), dial.ladder(), ending -> {
                insert(dial.next().apply(ending));
                resume();
            });
        } else if (step instanceof Step.Choice<M> choice) {
            insert(choice.steps().get());
        } else if (step instanceof Step.Bind<M> bind) {
            suspended = true;
            line.bind(bind.ports(), datagram -> cameToPort(bind, datagram), port -> {
                insert(port.map(bind.next()).orElseGet(bind.otherwise()));
                resume();
            });
        } else if (step instanceof Step.SendFrom<M> send) {
            send.port().send(send.datagram().get());
        } else if (step instanceof Step.Later<M> later) {
            line.after(later.delay(), () -> {
                steps.addAll(later.steps().get());
                advance();
            });
        } else if (step instanceof Step.Watch<M> watch) {
            stream = () -> Optional.of(watch.seen().get());
        } else if (step instanceof Step.Close<M>) {
            line.close();
        } else {
            throw new IllegalStateException("a service awaits nothing, it takes what comes: " + step);
        }
    }

    /** What comes to a port that this service opened is answered like a message, but is none of the peer's. */
    private void cameToPort(Step.Bind<M> bind, Datagram datagram) {
        steps.addAll(answerer.on(bind.arrived().apply(datagram)));
        advance();
    }

    private void insert(List<Step<M>> next) {
        for (int i = next.size() - 1; i >= 0; i--) {
            steps.addFirst(next.get(i));
        }
    }

    private void resume() {
        suspended = false;
        advance();
    }
}
