package dev.sallyport.protocol.xmpp;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.Service;
import dev.sallyport.exchange.Setting;
import dev.sallyport.flow.Transport;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The receiving and the authoritative server, for whoever comes. */
final class XmppService implements Service<XmppMessage> {

    private static final Pattern NONCE = Pattern.compile("[0-9a-f]{24}");

    private final DialbackKeys keys;
    private final Supplier<String> streamIds;

    /** Takes the keys its domain's initiators use too, and what makes stream ids: unpredictable (RFC 6120 §4.7.3). */
    XmppService(DialbackKeys keys, Supplier<String> streamIds) {
        this.keys = keys;
        this.streamIds = streamIds;
    }

    @Override
    public boolean recognises(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.startsWith("<?xml ") || text.startsWith("<stream:stream ");
    }

    @Override
    public Codec<XmppMessage> codec(Transport transport) {
        return new XmppCodec();
    }

    @Override
    public Answerer<XmppMessage> answer(Setting setting) {
        return new ReceivingServer(setting, keys, streamIds);
    }

    @Override
    public Optional<String> nonce(XmppMessage message) {
        Optional<String> nonce = message instanceof StreamOpen open ? open.nonce() : stanzaId(message);
        return nonce.filter(NONCE.asMatchPredicate());
    }

    private static Optional<String> stanzaId(XmppMessage message) {
        return message instanceof XmlElement element && Stanzas.isStanza(element)
                ? element.attribute("id")
                : Optional.empty();
    }
}
