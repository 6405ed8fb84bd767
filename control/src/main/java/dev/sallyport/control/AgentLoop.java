package dev.sallyport.control;

import dev.sallyport.control.Message.Bye;
import dev.sallyport.control.Message.Order;
import dev.sallyport.json.MalformedJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Plays a host's part for a controller at the other end of a pipe, until one of them ends it.
 *
 * <p>Whatever the end, what was armed is disarmed: also where the controller is killed (the input ends) and where the
 * way to it breaks without a word (the lease runs out).
 */
public final class AgentLoop {

    private static final Duration LAST_WORD = Duration.ofSeconds(2);

    private final PipedHost host;
    private final Outbox outbox;
    private final Orders orders;
    private final Lease lease;
    private final CompletableFuture<Parting> parting = new CompletableFuture<>();

    private AgentLoop(PipedHost host, OutputStream out) {
        this.host = host;
        outbox = new Outbox(name(host, "answers"), out, problem -> parting.complete(Parting.ABANDONED));
        orders = new Orders(host, outbox::send);
        lease = new Lease(host.lease(), host.alarm(), () -> parting.complete(Parting.LEASE_RAN_OUT));
    }

    /**
     * Takes orders until the end, and returns why it came. A thread that waits for more input may be left behind; it
     * does not keep the process alive.
     *
     * @param in closed by nobody here
     * @param out for this alone: nothing else of the process may write to it
     */
    public static Parting run(PipedHost host, InputStream in, OutputStream out) {
        AgentLoop loop = new AgentLoop(host, out);
        Threads.start(name(host, "orders"), () -> loop.listen(in));
        return loop.untilParting();
    }

    private static String name(PipedHost host, String what) {
        return host.territory().host() + ": " + what;
    }

    private Parting untilParting() {
        Parting why = parting.join();
        lease.end();
        if (why != Parting.DISMISSED) {
            host.notes().accept(why.text() + ": disarming " + host.territory().host());
        }
        orders.end();
        outbox.send(new Envelope(0, new Bye(why.text())));
        outbox.end();
        outbox.awaitEnd(LAST_WORD);
        return why;
    }

    private void listen(InputStream in) {
        Lines lines = new Lines(in, lease::renew);
        try {
            Optional<String> line = lines.read();
            while (line.isPresent() && !parting.isDone()) {
                heard(line.get());
                line = lines.read();
            }
            parting.complete(Parting.ABANDONED);
        } catch (IOException e) {
            if (parting.complete(Parting.ABANDONED)) {
                host.notes().accept("orders can no longer be read: " + e.getMessage());
            }
        } catch (MalformedJsonException e) {
            host.notes().accept(e.getMessage());
            parting.complete(Parting.CONFUSED);
        }
    }

    private void heard(String line) {
        if (Envelope.looksLikeOne(line)) {
            take(Envelope.read(line));
        } else if (!line.isBlank()) {
            host.notes().accept("skipping what is no order: " + line);
        }
    }

    private void take(Envelope envelope) {
        if (envelope.message() instanceof Bye) {
            parting.complete(Parting.DISMISSED);
        } else if (envelope.message() instanceof Order order) {
            orders.take(envelope.id(), order);
        } else {
            host.notes().accept("skipping what is an answer, not an order: " + Envelope.name(envelope.message()));
        }
    }
}
