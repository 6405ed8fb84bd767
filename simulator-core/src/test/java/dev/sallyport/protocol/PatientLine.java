package dev.sallyport.protocol;

import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Line;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Stage;
import dev.sallyport.exchange.Step;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** A line to nobody that lets a service do whatever it wants: TLS is there at once, who is dialled refuses. */
final class PatientLine implements Line {

    @Override
    public void send(byte[] bytes) {
        // nobody listens
    }

    @Override
    public void startTls(Runnable done) {
        done.run();
    }

    @Override
    public void close() {
        // more may come before the peer knows
    }

    @Override
    public Runnable after(Duration delay, Runnable action) {
        return () -> {};
    }

    @Override
    public <M> void dial(
            String name,
            int port,
            Supplier<Codec<M>> codecs,
            Function<Setting, List<Step<M>>> ladder,
            Consumer<Ending> ended) {
        ended.accept(new Ending(Stage.CONNECT, How.REFUSED, "nobody is there"));
    }
}
