package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Naming;
import java.util.List;

/** SIP over UDP: each datagram is a message, whole (RFC 3261 §18.3); keeps nothing. */
final class SipDatagrams implements Codec<SipMessage> {

    @Override
    public Naming naming() {
        return SipFields.NAMING;
    }

    @Override
    public byte[] encode(SipMessage message) {
        return message.bytes();
    }

    @Override
    public List<SipMessage> decode(byte[] bytes) throws MalformedMessageException {
        List<SipMessage> messages = new SipCodec().decode(bytes);
        if (messages.isEmpty()) {
            throw new MalformedMessageException(
                    "byte " + bytes.length, "the datagram ends before the message does (RFC 3261 §18.3)");
        }
        return messages;
    }
}
