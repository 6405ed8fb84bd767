package dev.sallyport.protocol.ssrp;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The protocol {@code ssrp}: asks the SQL Server Browser where the local copy of the configuration is found, as on UDP
 * 1434 of every Lync server (rows SRV-01, SRV-38).
 */
public final class Ssrp {

    /** The instance that holds the local copy. */
    static final String INSTANCE = "RTCLOCAL";

    private static final Pattern NAME = Pattern.compile(INSTANCE + "([0-9a-f]{24})");

    private Ssrp() {}

    /** Returns the protocol. */
    public static Protocol<SsrpMessage> protocol() {
        Exchange<SsrpMessage> resolve = Exchange.of("ssrp/resolve", Set.of(Transport.UDP), Ssrp::resolve);
        return new Protocol<>("ssrp", List.of(resolve), new SsrpService());
    }

    /** Returns the nonce in an instance's name; see the package. */
    static Optional<String> nonce(String instance) {
        Matcher name = NAME.matcher(instance);
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }

    private static List<Step<SsrpMessage>> resolve(Setting setting) {
        String instance = INSTANCE + setting.nonce();
        return List.of(
                Step.send("request for instance " + INSTANCE, () -> new SsrpMessage.One(instance)),
                Step.expect("description of instance " + INSTANCE, message -> isAnswer(message, instance)));
    }

    private static Match isAnswer(SsrpMessage message, String instance) {
        if (!(message instanceof SsrpMessage.Described described)) {
            return Match.unexpected("the request " + message);
        }
        List<SqlInstance> instances = described.instances();
        if (instances.size() != 1 || !instances.get(0).name().equals(instance)) {
            return Match.unexpected("a description of "
                    + instances.stream().map(SqlInstance::name).toList());
        }
        return instances.get(0).ways().contains("tcp")
                ? Match.expected()
                : Match.unexpected("an instance that is not reached over TCP");
    }
}
