package dev.sallyport.protocol.sip;

import java.nio.charset.StandardCharsets;

/** What keeps an idle connection open, between messages (RFC 5626 §3.5.1, §4.4.1). */
public enum KeepAlive implements SipMessage {
    /** Two line ends; asks for a {@link #PONG}. */
    PING("\r\n\r\n"),
    /** One line end, the answer to a {@link #PING}. */
    PONG("\r\n");

    private final String text;

    KeepAlive(String text) {
        this.text = text;
    }

    @Override
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
