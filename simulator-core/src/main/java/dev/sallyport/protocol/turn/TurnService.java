package dev.sallyport.protocol.turn;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.DatagramCodec;
import dev.sallyport.exchange.FramedCodec;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Service;
import dev.sallyport.exchange.Setting;
import dev.sallyport.flow.Transport;
import dev.sallyport.protocol.stun.StunMessage;
import dev.sallyport.protocol.stun.Username;
import dev.sallyport.protocol.turn.TurnMessage.Control;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A TURN server with long-term credentials that relays over UDP (RFC 8656), and a STUN server besides. */
final class TurnService implements Service<TurnMessage> {

    /** The first attribute of every message of the Microsoft dialect, whose transaction may begin with the cookie. */
    private static final long DIALECT = 0x000f000472c64bc6L;

    /** RFC 7983 §7: a first byte of 0 to 3, and the magic cookie; the Microsoft dialect is left to {@code msturn}. */
    @Override
    public boolean recognises(byte[] head) {
        ByteBuffer in = ByteBuffer.wrap(head);
        boolean stun = head.length >= StunMessage.HEADER && (head[0] & 0xfc) == 0 && in.getInt(4) == StunMessage.COOKIE;
        boolean attributes = stun && in.getShort(2) != 0;
        return stun && (!attributes || head.length >= 28 && in.getLong(StunMessage.HEADER) != DIALECT);
    }

    @Override
    public Codec<TurnMessage> codec(Transport transport) {
        return transport == Transport.UDP
                ? new DatagramCodec<>(new TurnFraming(false))
                : new FramedCodec<>(new TurnFraming(true));
    }

    @Override
    public Answerer<TurnMessage> answer(Setting setting) {
        return new TurnAnswerer(setting);
    }

    @Override
    public Optional<String> nonce(TurnMessage message) {
        return message instanceof Control control && isFirst(control.message())
                ? Optional.of(control.message().transaction()).map(Octets::hex)
                : Optional.empty();
    }

    private static boolean isFirst(StunMessage message) {
        return message.kind() == StunMessage.Kind.REQUEST
                && (message.method() == StunMessage.BINDING || message.method() == TurnMethod.ALLOCATE)
                && message.first(Username.class).isEmpty();
    }
}
