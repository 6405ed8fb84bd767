package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.Service;
import dev.sallyport.exchange.Setting;
import dev.sallyport.flow.Transport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A SIP server that answers whoever comes: registrar, callee, gateway, as its role names itself. */
final class SipService implements Service<SipMessage> {

    private static final int NONCE_LENGTH = 24;
    private static final List<String> METHODS = List.of(
            "INVITE",
            "ACK",
            "BYE",
            "CANCEL",
            "OPTIONS",
            "REGISTER",
            "SUBSCRIBE",
            "NOTIFY",
            "BENOTIFY",
            "MESSAGE",
            "INFO",
            "SERVICE",
            "REFER",
            "UPDATE",
            "PRACK",
            "PUBLISH",
            "NEGOTIATE");
    private static final List<String> SCHEMES = List.of("sip:", "sips:", "tel:");

    /** A request line of a known method with a SIP URI, as far as it has come; or a keep-alive. */
    @Override
    public boolean recognises(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return !text.isEmpty()
                && (agree(text, "\r\n\r\n")
                        || agree(text, "SIP/2.0 ")
                        || METHODS.stream().anyMatch(m -> begins(text, m)));
    }

    private static boolean begins(String text, String method) {
        return SCHEMES.stream().anyMatch(scheme -> agree(text, method + " " + scheme));
    }

    /** Tells whether one is the beginning of the other. */
    private static boolean agree(String text, String beginning) {
        int length = Math.min(text.length(), beginning.length());
        return text.regionMatches(true, 0, beginning, 0, length);
    }

    @Override
    public Codec<SipMessage> codec(Transport transport) {
        return transport == Transport.UDP ? new SipDatagrams() : new SipCodec();
    }

    @Override
    public Answerer<SipMessage> answer(Setting setting) {
        SipAnswerer answerer = new SipAnswerer(setting);
        return setting.transport() == Transport.UDP ? new DatagramAnswerer(answerer) : answerer;
    }

    @Override
    public Optional<String> nonce(SipMessage message) {
        if (message instanceof SipRequest request) {
            return nonceIn(request.identifiers().callId());
        }
        return message instanceof SipResponse response
                ? nonceIn(response.identifiers().callId())
                : Optional.empty();
    }

    private static Optional<String> nonceIn(String callId) {
        int at = callId.indexOf('@');
        String local = at < 0 ? callId : callId.substring(0, at);
        boolean hex = local.length() == NONCE_LENGTH && local.chars().allMatch(SipService::isLowerHex);
        return hex ? Optional.of(local) : Optional.empty();
    }

    private static boolean isLowerHex(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }
}
