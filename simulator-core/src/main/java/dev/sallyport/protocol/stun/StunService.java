package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.DatagramCodec;
import dev.sallyport.exchange.FramedCodec;
import dev.sallyport.exchange.Service;
import dev.sallyport.exchange.Setting;
import dev.sallyport.flow.Transport;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A STUN server without authentication (RFC 8489 §12), for whoever comes. */
final class StunService implements Service<StunMessage> {

    /** RFC 7983 §7: a first byte of 0 to 3, and the magic cookie; TURN's own methods are left to {@code turn}. */
    @Override
    public boolean recognises(byte[] head) {
        return head.length >= 8
                && (head[0] & 0xfc) == 0
                && StunType.method(ByteBuffer.wrap(head).getShort(0)) == StunMessage.BINDING
                && ByteBuffer.wrap(head).getInt(4) == StunMessage.COOKIE;
    }

    @Override
    public Codec<StunMessage> codec(Transport transport) {
        return transport == Transport.UDP
                ? new DatagramCodec<>(new StunFraming())
                : new FramedCodec<>(new StunFraming());
    }

    @Override
    public Answerer<StunMessage> answer(Setting setting) {
        return new StunAnswerer(setting);
    }

    @Override
    public Optional<String> nonce(StunMessage message) {
        return Optional.of(message.transaction().hex());
    }
}
