package dev.sallyport.protocol.xmpp;

import dev.sallyport.exchange.MalformedMessageException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jivesoftware.smack.packet.Element;
import org.jivesoftware.smack.packet.Mechanisms;
import org.jivesoftware.smack.packet.StartTls;
import org.jivesoftware.smack.packet.StreamError;
import org.jivesoftware.smack.packet.TlsProceed;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.sasl.packet.SaslNonza;

/** The elements of stream negotiation, as Smack writes them (RFC 6120 §4.3, §4.9, §5, §6). */
final class Negotiation {

    private static final byte[] HEADER =
            XmppWriter.text(StreamOpen.initial("", "", "")).getBytes(StandardCharsets.UTF_8);

    private Negotiation() {}

    /** Returns the request for TLS, which offered as a feature says that TLS may be had and need not. */
    static XmlElement startTls() {
        return of(StartTls.INSTANCE);
    }

    /** Returns the receiving server's consent to TLS. */
    static XmlElement proceed() {
        return of(TlsProceed.INSTANCE);
    }

    /** Returns the refusal of TLS. */
    static XmlElement tlsFailure() {
        return XmlElement.of(Namespaces.TLS, "failure");
    }

    /** Returns the feature that offers SASL EXTERNAL alone. */
    static XmlElement external() {
        return of(new Mechanisms(List.of("EXTERNAL")));
    }

    /** Returns the request to be taken for the domain that the certificate names (XEP-0178 §3). */
    static XmlElement auth(String domain) {
        String authzid = Base64.getEncoder().encodeToString(domain.getBytes(StandardCharsets.UTF_8));
        return of(new SaslNonza.AuthMechanism("EXTERNAL", authzid));
    }

    /** Returns the consent to SASL. */
    static XmlElement success() {
        return of(new SaslNonza.Success(null));
    }

    /** Returns the refusal of SASL, {@code invalid-mechanism} (RFC 6120 §6.5). */
    static XmlElement saslFailure(String condition) {
        return of(new SaslNonza.SASLFailure(condition));
    }

    /** Returns a stream error (RFC 6120 §4.9.3). */
    static XmlElement streamError(StreamError.Condition condition, String text) {
        Map<String, String> texts = text.isEmpty() ? Map.of() : Map.of("", text);
        return of(new StreamError(condition, null, texts, List.of()));
    }

    private static XmlElement of(Element smacks) {
        String text = smacks.toXML(XmlEnvironment.EMPTY).toString();
        XmppCodec codec = new XmppCodec();
        try {
            codec.decode(HEADER);
            return (XmlElement)
                    codec.decode(text.getBytes(StandardCharsets.UTF_8)).get(0);
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("Smack writes well-formed XML: " + text, e);
        }
    }
}
