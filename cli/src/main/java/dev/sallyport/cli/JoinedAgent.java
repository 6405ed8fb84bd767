package dev.sallyport.cli;

import dev.sallyport.control.PipedHost;
import dev.sallyport.control.Timing;
import dev.sallyport.control.bus.Bus;
import dev.sallyport.control.bus.BusAddress;
import dev.sallyport.control.bus.BusException;
import dev.sallyport.control.bus.BusHost;
import dev.sallyport.control.bus.NatsBus;
import dev.sallyport.identity.Identity;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A host's agent on a bus: dials until the broker is there, and serves one run after the other until interrupted. */
record JoinedAgent(Terminal terminal, PipedHost host) {

    private static final Duration AGAIN = Duration.ofSeconds(2);

    private static final String INTERRUPTED = "it was interrupted";

    ExitStatus serve(BusAddress address, Identity identity) {
        Optional<Bus> bus = dialled(address, identity);
        if (bus.isEmpty()) {
            return ExitStatus.PASSED;
        }
        try (Bus joined = bus.get()) {
            return serve(joined);
        }
    }

    private ExitStatus serve(Bus bus) {
        BusHost joined = BusHost.join(bus, host.leased(Timing.overBus(AGAIN).lease()));
        terminal.interruption().stopsBy(() -> joined.end(INTERRUPTED));
        String why = joined.serve(() -> terminal.out().println("ready"));
        terminal.err().println(why);
        return why.equals(INTERRUPTED) ? ExitStatus.PASSED : ExitStatus.BAD_INPUT;
    }

    /** Dials until there is a broker; empty where that was interrupted. */
    private Optional<Bus> dialled(BusAddress address, Identity identity) {
        CountDownLatch interrupted = new CountDownLatch(1);
        terminal.interruption().stopsBy(interrupted::countDown);
        String told = "";
        do {
            try {
                return Optional.of(NatsBus.connect(address, identity, host.notes()));
            } catch (BusException e) {
                if (!e.passing()) {
                    throw e;
                }
                told = tell(e.getMessage(), told);
            }
        } while (!isOver(interrupted));
        return Optional.empty();
    }

    private String tell(String problem, String told) {
        if (!problem.equals(told)) {
            host.notes().accept(problem + " Dialling until it answers");
        }
        return problem;
    }

    private static boolean isOver(CountDownLatch interrupted) {
        try {
            return interrupted.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
