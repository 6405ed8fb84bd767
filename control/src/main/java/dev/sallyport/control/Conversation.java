package dev.sallyport.control;

import dev.sallyport.check.Attempt;
import dev.sallyport.control.Message.Answer;
import dev.sallyport.control.Message.Attempted;
import dev.sallyport.control.Message.Bye;
import dev.sallyport.control.Message.Order;
import dev.sallyport.control.Message.Refused;
import dev.sallyport.json.MalformedJsonException;
import dev.sallyport.run.AgentLostException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The controller's end of a pipe: numbers orders and brings each its answers, until the agent is lost; then every order
 * fails, those under way and those to come, with the reason. Thread-safe; answers arrive on the reader's thread.
 */
final class Conversation {

    private record Pending(Order order, CompletableFuture<Answer> answer, Consumer<Attempt> attempted) {}

    private static final Duration STILL_READING = Duration.ofSeconds(5);

    private final String host;
    private final Consumer<String> notes;
    private final Thread reader;
    private final Outbox outbox;
    private final Optional<Child> child;
    private final LastWords words = new LastWords();
    private final AtomicInteger beats = new AtomicInteger();
    private final Map<Long, Pending> pending = new HashMap<>();
    private Optional<String> lost = Optional.empty();
    private long orders;

    Conversation(String host, Pipe pipe, Consumer<String> notes) {
        this.host = host;
        this.notes = notes;
        child = pipe.process().map(process -> new Child(host + ": standard error", process, this::note));
        reader = Threads.daemon(host + ": answers", () -> listen(new Lines(pipe.in(), () -> beats.set(0))));
        outbox = new Outbox(host + ": orders", pipe.out(), this::unwritable);
        reader.start();
    }

    /** Gives an order; fails with {@link AgentLostException} or {@link OrderRefusedException}. */
    <A extends Answer> CompletableFuture<A> ask(Order order, Class<A> expected) {
        return ask(order, expected, attempt -> {});
    }

    <A extends Answer> CompletableFuture<A> ask(Order order, Class<A> expected, Consumer<Attempt> attempted) {
        Pending asked = new Pending(order, new CompletableFuture<>(), attempted);
        register(asked).ifPresent(why -> asked.answer.completeExceptionally(new AgentLostException(host, why)));
        return asked.answer.thenApply(answer -> answered(order, answer, expected));
    }

    /** Enters and sends an order; returns why it cannot be given any more. */
    private synchronized Optional<String> register(Pending asked) {
        if (lost.isEmpty()) {
            orders++;
            pending.put(orders, asked);
            outbox.send(new Envelope(orders, asked.order));
        }
        return lost;
    }

    private <A extends Answer> A answered(Order order, Answer answer, Class<A> expected) {
        if (answer instanceof Refused refused) {
            throw new OrderRefusedException(host, Envelope.name(order), refused.reason());
        }
        if (!expected.isInstance(answer)) {
            throw new AgentLostException(
                    host, "its agent answered " + Envelope.name(order) + " with " + Envelope.name(answer));
        }
        return expected.cast(answer);
    }

    /** Counts a moment of listening; returns how many have passed since anything came. */
    int beat() {
        return beats.incrementAndGet();
    }

    LastWords words() {
        return words;
    }

    synchronized boolean isLost() {
        return lost.isPresent();
    }

    /** Gives the agent up, once and for all. */
    void lose(String why) {
        List<Pending> unanswered;
        synchronized (this) {
            if (lost.isPresent()) {
                return;
            }
            lost = Optional.of(why);
            unanswered = new ArrayList<>(pending.values());
            pending.clear();
        }
        unanswered.forEach(order -> order.answer.completeExceptionally(new AgentLostException(host, why)));
    }

    /** Says goodbye, and ends the child unless it ends by itself. */
    void close(String reason, Duration parting) {
        outbox.send(new Envelope(0, new Bye(reason)));
        outbox.end();
        lose("its agent was let go: " + reason);
        outbox.awaitEnd(parting);
        child.ifPresent(process -> process.end(parting));
    }

    private void listen(Lines lines) {
        try {
            Optional<String> line = lines.read();
            while (line.isPresent()) {
                heard(line.get());
                line = lines.read();
            }
            lose(ended("closed its output"));
        } catch (IOException e) {
            lose(ended("can no longer be heard (" + e.getMessage() + ")"));
        } catch (MalformedJsonException e) {
            lose("its agent sent what is no message: " + e.getMessage());
        }
    }

    /** A child that ended takes no orders, either; what it said before is still on its way to us. */
    private void unwritable(IOException problem) {
        Threads.await(reader, STILL_READING);
        lose(ended("takes no more orders (" + problem.getMessage() + ")"));
    }

    /** A child's exit status says more than what its end did to the streams. */
    private String ended(String otherwise) {
        return "its agent " + child.flatMap(Child::ending).orElse(otherwise) + words.last();
    }

    private void heard(String line) {
        if (!Envelope.looksLikeOne(line)) {
            note(line);
            return;
        }
        Envelope envelope = Envelope.read(line);
        if (envelope.message() instanceof Answer answer) {
            heard(envelope.id(), answer);
        } else {
            lose("what stands for its agent repeats what it is told: the command must end in `sallyport agent " + host
                    + " … --stdio`, and no terminal may lie between (ssh -T)");
        }
    }

    private void heard(long id, Answer answer) {
        if (answer instanceof Bye bye) {
            lose("its agent ended: " + bye.reason());
        } else if (answer instanceof Attempted attempted) {
            pending(id, false).ifPresent(order -> tell(order, attempted.attempt()));
        } else {
            pending(id, true).ifPresent(order -> order.answer.complete(answer));
        }
    }

    private synchronized Optional<Pending> pending(long id, boolean over) {
        return Optional.ofNullable(over ? pending.remove(id) : pending.get(id));
    }

    /** A listener's mistake must not make the agent deaf. */
    private void tell(Pending order, Attempt attempt) {
        try {
            order.attempted.accept(attempt);
        } catch (RuntimeException e) {
            notes.accept(host + ": an attempt could not be told: " + e);
        }
    }

    private void note(String line) {
        words.add(line);
        if (!line.isBlank()) {
            notes.accept(host + ": " + line);
        }
    }
}
