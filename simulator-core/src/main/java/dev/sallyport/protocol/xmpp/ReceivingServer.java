package dev.sallyport.protocol.xmpp;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Security;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jivesoftware.smack.packet.StreamError;

/**
 * The receiving server on one connection (RFC 6120 §4.3, XEP-0178, XEP-0220, XEP-0288).
 *
 * <p>It serves whatever domain the peer asks for, and answers queries before the peer is authenticated: who may come is
 * the matter of the firewall and of TLS. SASL EXTERNAL succeeds after any TLS: the transport has verified the
 * certificate by then, and nothing here can see it.
 */
final class ReceivingServer implements Answerer<XmppMessage> {

    private final Setting setting;
    private final DialbackKeys keys;
    private final Supplier<String> streamIds;

    private boolean secured;
    private boolean authenticated;
    private boolean bothWays;
    private boolean over;
    private Optional<StreamOpen> opened = Optional.empty();
    private String streamId = "";

    ReceivingServer(Setting setting, DialbackKeys keys, Supplier<String> streamIds) {
        this.setting = setting;
        this.keys = keys;
        this.streamIds = streamIds;
        this.secured = setting.security() != Security.NONE;
    }

    @Override
    public List<Step<XmppMessage>> on(XmppMessage message) {
        if (over) {
            return List.of();
        } else if (message instanceof StreamOpen open) {
            return open(open);
        } else if (message instanceof StreamEnd) {
            over = true;
            return List.of(Step.send("end of the stream", StreamEnd::new), Step.close());
        } else if (opened.isEmpty()) {
            return failed(StreamError.Condition.not_authorized, "an element came before the new stream was opened");
        }
        return element((XmlElement) message);
    }

    @Override
    public List<Step<XmppMessage>> onMalformed() {
        return over ? List.of() : failed(StreamError.Condition.not_well_formed, "");
    }

    private List<Step<XmppMessage>> open(StreamOpen open) {
        List<Step<XmppMessage>> steps = new ArrayList<>();
        steps.add(header(open));
        if (!open.name().namespace().equals(Namespaces.STREAMS)
                || !open.content().equals(Namespaces.SERVER)) {
            steps.addAll(failed(StreamError.Condition.invalid_namespace, "'jabber:server' is spoken here"));
        } else if (open.version().isPresent() && !open.version().get().matches("[1-9]\\d*\\.\\d+")) {
            steps.addAll(failed(StreamError.Condition.unsupported_version, "1.0 is spoken here"));
        } else if (open.version().isPresent()) {
            XmlElement features = features();
            steps.add(Step.send("stream features", () -> features));
        }
        return steps;
    }

    private Step<XmppMessage> header(StreamOpen open) {
        opened = Optional.of(open);
        streamId = streamIds.get();
        String from = open.to().orElse(setting.self().domain());
        StreamOpen response = StreamOpen.response(from, open.from().orElse(""), streamId);
        return Step.send("stream header", () -> response);
    }

    /** On a connection that was born in TLS nothing is left to negotiate, as on the gateway's way to the Edge. */
    private XmlElement features() {
        XmlElement features = XmlElement.of(Namespaces.STREAMS, "features");
        if (authenticated || setting.security() != Security.NONE) {
            return features;
        }
        return features.containing(secured ? Negotiation.external() : Negotiation.startTls())
                .containing(XmlElement.of(Namespaces.DIALBACK_FEATURE, "dialback")
                        .containing(XmlElement.of(Namespaces.DIALBACK_FEATURE, "errors")))
                .containing(XmlElement.of(Namespaces.BIDI_FEATURE, "bidi"));
    }

    private List<Step<XmppMessage>> element(XmlElement element) {
        if (Stanzas.isStanza(element)) {
            return stanza(element);
        }
        return switch (element.name().toString()) {
            case "{" + Namespaces.TLS + "}starttls" -> startTls();
            case "{" + Namespaces.SASL + "}auth" -> auth(element);
            case "{" + Namespaces.SASL + "}abort" -> refused("aborted");
            case "{" + Namespaces.SASL + "}response" -> refused("malformed-request");
            case "{" + Namespaces.DIALBACK + "}result" -> result(element);
            case "{" + Namespaces.DIALBACK + "}verify" -> verify(element);
            case "{" + Namespaces.BIDI + "}bidi" -> bidi();
            case "{" + Namespaces.STREAMS + "}error" -> ended();
            default -> failed(StreamError.Condition.unsupported_stanza_type, "");
        };
    }

    /** A peer that authenticated one way expects answers on a stream of its own, and would close this one. */
    private List<Step<XmppMessage>> stanza(XmlElement stanza) {
        if (authenticated && !bothWays) {
            return List.of();
        }
        return Stanzas.answerTo(stanza)
                .map(answer -> List.of(Step.<XmppMessage>send("answer to iq", () -> answer)))
                .orElse(List.of());
    }

    private List<Step<XmppMessage>> startTls() {
        if (secured) {
            over = true;
            return List.of(
                    Step.send("refusal of TLS", Negotiation::tlsFailure),
                    Step.send("end of the stream", StreamEnd::new),
                    Step.close());
        }
        secured = true;
        opened = Optional.empty();
        return List.of(Step.send("proceed with TLS", Negotiation::proceed), Step.startTls(), Step.restart());
    }

    private List<Step<XmppMessage>> auth(XmlElement auth) {
        if (!secured) {
            return refused("encryption-required");
        } else if (!auth.attribute("mechanism").equals(Optional.of("EXTERNAL"))) {
            return refused("invalid-mechanism");
        }
        return authzid(auth).map(this::authenticate).orElseGet(() -> refused("incorrect-encoding"));
    }

    private List<Step<XmppMessage>> authenticate(String authzid) {
        Optional<String> from = opened.flatMap(StreamOpen::from);
        if (!authzid.isEmpty() && !from.map(authzid::equals).orElse(true)) {
            return refused("invalid-authzid");
        }
        authenticated = true;
        opened = Optional.empty();
        return List.of(Step.send("success of SASL EXTERNAL", Negotiation::success), Step.restart());
    }

    /** An equals sign stands for an empty response (RFC 6120 §6.4.2). */
    private static Optional<String> authzid(XmlElement auth) {
        String text = auth.text().strip();
        try {
            byte[] decoded =
                    text.equals("=") ? new byte[0] : Base64.getDecoder().decode(text);
            return Optional.of(new String(decoded, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<Step<XmppMessage>> refused(String condition) {
        return List.of(Step.send("SASL failure " + condition, () -> Negotiation.saslFailure(condition)));
    }

    private List<Step<XmppMessage>> bidi() {
        bothWays = true;
        return List.of();
    }

    private List<Step<XmppMessage>> result(XmlElement result) {
        if (result.attribute("type").isPresent()) {
            return List.of();
        } else if (!addressed(result)) {
            return failed(StreamError.Condition.improper_addressing, "db:result needs from and to");
        }
        String nonce = opened.flatMap(StreamOpen::nonce).orElse("");
        return List.of(new Verification(result, streamId, nonce).dial(valid -> authenticated = true));
    }

    /** The authoritative server's part (XEP-0220 §2.3): the key must be one this process's initiator would have sent. */
    private List<Step<XmppMessage>> verify(XmlElement verify) {
        if (verify.attribute("type").isPresent()) {
            return List.of();
        } else if (!addressed(verify)) {
            return failed(StreamError.Condition.improper_addressing, "db:verify needs from and to");
        }
        String receiving = verify.attribute("from").orElseThrow();
        String originating = verify.attribute("to").orElseThrow();
        String id = verify.attribute("id").orElse("");
        boolean valid =
                keys.key(receiving, originating, id).equals(verify.text().strip());
        XmlElement answer = XmlElement.of(Namespaces.DIALBACK, "verify")
                .with("from", originating)
                .with("to", receiving)
                .with("id", id)
                .with("type", valid ? "valid" : "invalid");
        return List.of(Step.send("db:verify", () -> answer));
    }

    private static boolean addressed(XmlElement dialback) {
        return dialback.attribute("from").isPresent()
                && dialback.attribute("to").isPresent();
    }

    private List<Step<XmppMessage>> ended() {
        over = true;
        return List.of(Step.send("end of the stream", StreamEnd::new), Step.close());
    }

    /** Ends the stream by an error, with a header before it where none has been sent (RFC 6120 §4.9.1.1). */
    private List<Step<XmppMessage>> failed(StreamError.Condition condition, String text) {
        over = true;
        List<Step<XmppMessage>> steps = new ArrayList<>();
        if (opened.isEmpty()) {
            steps.add(header(StreamOpen.initial("", setting.self().domain(), "")));
        }
        steps.add(Step.send("stream error " + condition, () -> Negotiation.streamError(condition, text)));
        steps.addAll(ended());
        return steps;
    }
}
