package dev.sallyport.testkit.loopback;

import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Line;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.exchange.Walk;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What an initiator says first in an exchange, before anything is answered. */
final class Opening implements Line {

    private static final Setting.Identified SELF = new Setting.Identified("fe1.contoso.lab", "contoso.lab", "");
    private static final Setting.Identified PEER = new Setting.Identified("fe2.contoso.lab", "contoso.lab", "");

    private final List<byte[]> sent = new ArrayList<>();

    private Opening() {}

    /** Returns its first message as it goes over the wire. */
    static <M> byte[] of(Protocol<M> protocol, Exchange<M> exchange, Transport transport) {
        Opening opening = new Opening();
        Setting setting = new Setting(
                "0123456789abcdef01234567",
                SELF,
                PEER,
                new InetSocketAddress("127.0.0.21", 40_000),
                new InetSocketAddress("127.0.0.22", 50_000),
                transport,
                Security.NONE);
        Supplier<Codec<M>> codecs = () -> protocol.service().codec(transport);
        List<Step<M>> ladder = exchange.ladder().apply(setting);
        new Walk<>(codecs, ladder, opening, Duration.ofSeconds(1), exchange.goal(), ending -> {}).begin();
        return opening.sent.get(0);
    }

    @Override
    public void send(byte[] bytes) {
        sent.add(bytes);
    }

    @Override
    public void startTls(Runnable done) {
        throw new AssertionError("nobody has answered yet");
    }

    @Override
    public void close() {
        // nobody listens
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
        throw new AssertionError("nobody has answered yet");
    }
}
