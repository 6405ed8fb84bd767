package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.MalformedMessageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Messages as tests write them: a line a line, ended as SIP ends them. */
final class Messages {

    private Messages() {}

    /** Ends each line with CR and LF. */
    static byte[] bytes(String... lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A whole request of a foreign client with the headers everyone needs, and more of them. */
    static byte[] request(String method, String callId, String toTag, String... more) {
        return bytes(
                method + " sip:service@10.2.0.10:5068 SIP/2.0",
                "Via: SIP/2.0/TCP 10.1.0.10:40000;branch=z9hG4bK-" + callId.replace('@', '.') + "-" + method,
                "From: sipp <sip:sipp@10.1.0.10:40000>;tag=far1",
                "To: service <sip:service@10.2.0.10:5068>" + (toTag.isEmpty() ? "" : ";tag=" + toTag),
                "Call-ID: " + callId,
                "CSeq: 1 " + method,
                String.join("\r\n", more) + (more.length == 0 ? "" : "\r\n") + "Content-Length: 0",
                "");
    }

    /** A request with a body. */
    static byte[] withBody(String method, String callId, String type, String body) {
        String empty = new String(request(method, callId, "", "Content-Type: " + type), StandardCharsets.ISO_8859_1);
        return (empty.replace("Content-Length: 0", "Content-Length: " + body.length()) + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The one message that the bytes are. */
    static SipMessage read(byte[] bytes) throws MalformedMessageException {
        List<SipMessage> messages = new SipCodec().decode(bytes);
        if (messages.size() != 1) {
            throw new AssertionError("expected one message, got " + messages);
        }
        return messages.get(0);
    }

    /** A vector file; its line ends become CR and LF. */
    static byte[] vector(String name) throws IOException {
        try (InputStream file = Messages.class.getResourceAsStream("torture/" + name)) {
            String text = new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
            return text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    static String text(SipMessage message) {
        return new String(message.bytes(), StandardCharsets.ISO_8859_1);
    }
}
