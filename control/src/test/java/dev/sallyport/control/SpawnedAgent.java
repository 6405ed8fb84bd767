package dev.sallyport.control;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Check;
import dev.sallyport.run.Patience;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A process with a fake agent of the host it is given; a check named {@code die} is the end of it. */
final class SpawnedAgent {

    private static final class Mortal extends FakeAgent {

        @Override
        public CompletionStage<Void> fire(List<Check> checks, Patience patience, Consumer<Attempt> attempted) {
            if (checks.get(0).id().equals("die")) {
                System.err.println("java.lang.OutOfMemoryError: Java heap space");
                System.err.flush();
                Runtime.getRuntime().halt(137);
            }
            return super.fire(checks, patience, attempted);
        }
    }

    private SpawnedAgent() {}

    /** Plays the host named first. */
    public static void main(String[] arguments) {
        System.err.println("ready");
        Territory territory = new Territory(arguments[0], Set.of(Samples.FE1), Set.of(Samples.FE1, Samples.FE2));
        PipedHost host = PipedHost.of(
                Samples.TOOL,
                Samples.DIGEST,
                territory,
                identity -> new Mortal(),
                Optional.empty(),
                System.err::println);
        AgentLoop.run(host, System.in, System.out);
    }
}
