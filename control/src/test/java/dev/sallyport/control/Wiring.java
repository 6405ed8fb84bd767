package dev.sallyport.control;

import dev.sallyport.identity.Identity;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** A controller and an agent in one process, with a narrow pipe each way between them. */
final class Wiring implements AutoCloseable {

    private static final int NARROW = 1024;

    final FakeAgent part = new FakeAgent();
    final FakeAlarm controllersAlarm = new FakeAlarm();
    final FakeAlarm agentsAlarm = new FakeAlarm();
    final List<String> notes = new CopyOnWriteArrayList<>();
    final BlockingQueue<String> agentsNotes = new LinkedBlockingQueue<>();
    final PipedOutputStream toAgent = new PipedOutputStream();
    final PipedOutputStream toController = new PipedOutputStream();
    final CompletableFuture<Parting> parting = new CompletableFuture<>();
    Introduction agentIs = new Introduction(Samples.TOOL, "fe1", Samples.DIGEST);
    Optional<Identity> own = Optional.empty();
    Clock agentsClock = Clock.systemUTC();
    Clock controllersClock = Clock.systemUTC();

    final PipedInputStream orders = narrow(toAgent);
    private final PipedInputStream answers = narrow(toController);

    private static PipedInputStream narrow(PipedOutputStream from) {
        try {
            return new PipedInputStream(from, NARROW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Clock stoppedAt(Instant time) {
        return Clock.fixed(time, ZoneOffset.UTC);
    }

    /** Starts the agent's end. */
    Wiring serve() {
        Territory territory =
                new Territory(agentIs.host(), Samples.fe1().own(), Samples.fe1().lab());
        PipedHost host = new PipedHost(
                agentIs.tool(),
                agentIs.labDigest(),
                territory,
                identity -> part,
                own,
                Duration.ofSeconds(30),
                agentsAlarm,
                agentsClock,
                agentsNotes::add);
        Threads.start("agent", () -> parting.complete(AgentLoop.run(host, orders, toController)));
        return this;
    }

    Controller controller() {
        return new Controller(
                Samples.TOOL, Samples.DIGEST, Timing.usual(), controllersAlarm, controllersClock, notes::add);
    }

    Pipe pipe() {
        return Pipe.over(answers, toAgent);
    }

    PipeAgent open() {
        return open(Optional.of(Samples.identity("fe1.contoso.lab")));
    }

    PipeAgent open(Optional<Identity> identity) {
        return PipeAgent.open(controller(), "fe1", pipe(), identity);
    }

    /** Says a line in the agent's stead. */
    void say(String line) throws IOException {
        toController.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        toController.flush();
    }

    @Override
    public void close() throws IOException {
        toAgent.close();
        toController.close();
    }
}
