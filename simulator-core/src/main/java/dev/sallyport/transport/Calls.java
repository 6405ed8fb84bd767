package dev.sallyport.transport;

import dev.sallyport.check.Check;
import dev.sallyport.check.Hold;
import dev.sallyport.check.Silence;
import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Prolonged;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Setting.Identified;
import dev.sallyport.exchange.Stage;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.Party;
import dev.sallyport.flow.PortRange;
import dev.sallyport.protocol.Protocols;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongSupplier;

/** What a check's attempts at one port dial and say. */
record Calls(Protocols protocols, Check check, int port) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;

    private record Spoken<M>(Protocol<M> protocol, Exchange<M> exchange) {}

    /** Tells whether the messages of the check's exchange can be made smaller. */
    boolean shrink() {
        return spoken().exchange().shrinks();
    }

    /** Returns the next attempt, with a nonce of its own. */
    Dialler.Call<?> next(Manner manner) {
        return call(spoken(), manner);
    }

    private Spoken<?> spoken() {
        return spoken(protocols.named(check.flow().protocol()).orElseThrow());
    }

    private <M> Spoken<M> spoken(Protocol<M> protocol) {
        return protocol.exchanges().stream()
                .filter(known -> known.name().equals(check.exchange()))
                .findFirst()
                .map(exchange -> new Spoken<>(protocol, exchange))
                .orElseThrow();
    }

    private <M> Dialler.Call<M> call(Spoken<M> spoken, Manner manner) {
        Flow flow = check.flow();
        Exchange<M> exchange = spoken.exchange();
        return new Dialler.Call<>(
                nonce(),
                identified(flow.from()),
                identified(flow.to()),
                new InetSocketAddress(
                        flow.from().address(),
                        flow.sourcePorts().map(Calls::sourcePort).orElse(0)),
                new InetSocketAddress(flow.to().dialled(), port),
                flow.transport(),
                flow.security(),
                () -> spoken.protocol().service().codec(flow.transport()),
                (setting, passed) -> ladder(exchange, manner, setting, passed),
                manner.silence().map(how -> Stage.IDLE).orElse(exchange.goal()),
                check.reportPort(port).map(beside -> new Setting.Beside(beside, flow.sourcePorts())),
                manner);
    }

    private <M> List<Step<M>> ladder(Exchange<M> exchange, Manner manner, Setting setting, LongSupplier passed) {
        return exchange.lasting()
                .map(lasting -> new Prolonged<>(lasting, setting))
                .flatMap(prolonged -> manner.silence()
                        .map(how -> silent(prolonged, how))
                        .or(() -> check.strain()
                                .hold()
                                .filter(hold -> manner.limit().isEmpty())
                                .map(hold -> busy(prolonged, hold, passed))))
                .orElseGet(() -> exchange.ladder().apply(setting));
    }

    private static <M> List<Step<M>> silent(Prolonged<M> prolonged, Silence how) {
        return how.farFirst() ? prolonged.silentUntilFarSpeaks(how.age()) : prolonged.silentUntilNearSpeaks(how.age());
    }

    private static <M> List<Step<M>> busy(Prolonged<M> prolonged, Hold hold, LongSupplier passed) {
        return prolonged.busy(hold.time(), hold.bytes(), passed);
    }

    /** A port of the range the rule fixes, another for each attempt. */
    private static int sourcePort(PortRange range) {
        return range.first() + RANDOM.nextInt(range.size());
    }

    private static Identified identified(Party party) {
        return new Setting.Identified(party.fqdn(), party.domain(), party.role());
    }

    private static String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
