package dev.sallyport.protocol.xmpp;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Lasting;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Stage;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** XMPP between servers: {@code xmpp/server}, {@code xmpp/dialback}, {@code xmpp/gateway}. */
public final class Xmpp {

    private static final Set<Transport> TCP = Set.of(Transport.TCP);

    /** No document says how often Lync's gateway keeps a stream alive (KeepAliveInterval); as its SIP does, then. */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(300);

    private Xmpp() {}

    /**
     * Returns the protocol with a dialback secret of its own.
     *
     * <p>A key is checked by the service that stands at the initiator's own address: both must come from the same value.
     */
    public static Protocol<XmppMessage> protocol() {
        SecureRandom random = new SecureRandom();
        return protocol(new DialbackKeys(hexadecimal(random)), () -> hexadecimal(random));
    }

    static Protocol<XmppMessage> protocol(DialbackKeys keys, Supplier<String> streamIds) {
        return new Protocol<>("xmpp", List.of(server(), dialback(keys), gateway()), new XmppService(keys, streamIds));
    }

    /** Flow A between Edge and partner on 5269: STARTTLS, SASL EXTERNAL, a ping (XEP-0178, rows XMPP-01, XMPP-02). */
    private static Exchange<XmppMessage> server() {
        return Exchange.of("xmpp/server", TCP, setting -> new InitiatingServer(setting).byCertificate())
                .staying(lasting(setting -> new InitiatingServer(setting).certified()));
    }

    /** Flow B between Edge and partner on 5269, open both ways: dialback, a ping (XEP-0220, rows XMPP-01, XMPP-02). */
    private static Exchange<XmppMessage> dialback(DialbackKeys keys) {
        return new Exchange<>(
                        "xmpp/dialback",
                        TCP,
                        Exchange.Answers.AT_BOTH_ENDS,
                        Stage.REPLY,
                        setting -> new InitiatingServer(setting).byDialback(keys))
                .staying(lasting(setting -> new InitiatingServer(setting).dialledBack(keys)));
    }

    /** The Front End's gateway to the Edge's internal 23456, in TLS from the first byte: a ping (row XMPP-03). */
    private static Exchange<XmppMessage> gateway() {
        return Exchange.of("xmpp/gateway", TCP, setting -> new InitiatingServer(setting).byConnection())
                .staying(lasting(setting -> new InitiatingServer(setting).byConnection()));
    }

    private static Lasting<XmppMessage> lasting(Function<Setting, List<Step<XmppMessage>>> opening) {
        return new Lasting<>(
                KEEP_ALIVE,
                setting ->
                        new Lasting.Standing<>(opening.apply(setting), later -> new InitiatingServer(later).pinging()));
    }

    /** 16 random bytes; longer than a nonce, so that none can be taken for one. */
    private static String hexadecimal(SecureRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
