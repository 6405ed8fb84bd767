package dev.sallyport.protocol.msturn;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.DatagramCodec;
import dev.sallyport.exchange.FramedCodec;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Service;
import dev.sallyport.exchange.Setting;
import dev.sallyport.flow.Transport;
import dev.sallyport.protocol.stun.Username;
import java.util.Arrays;
import java.util.Optional;

/** The A/V Edge's relay, for clients of Lync ([MS-TURN] §3.2), with the hello over TCP or without it. */
final class MsTurnService implements Service<MsTurnMessage> {

    private static final int FRAME_HEADER = 4;

    /** The cookie of a first message, in a frame or not; or the client's hello, which real TLS never begins with. */
    @Override
    public boolean recognises(byte[] head) {
        byte[] hello = PseudoHello.Side.CLIENT.before().toArray();
        boolean framed = head.length > FRAME_HEADER && head[0] == 2 && head[1] == 0;
        return MsTurnReader.isControl(head)
                || head.length >= hello.length && Arrays.equals(Arrays.copyOf(head, hello.length), hello)
                || framed && MsTurnReader.isControl(Arrays.copyOfRange(head, FRAME_HEADER, head.length));
    }

    @Override
    public Codec<MsTurnMessage> codec(Transport transport) {
        return transport == Transport.UDP
                ? new DatagramCodec<>(new MsTurnDatagrams())
                : new FramedCodec<>(new MsTurnFrames());
    }

    @Override
    public Answerer<MsTurnMessage> answer(Setting setting) {
        return new MsTurnAnswerer(setting);
    }

    @Override
    public Optional<String> nonce(MsTurnMessage message) {
        if (message instanceof PseudoHello hello && hello.side() == PseudoHello.Side.CLIENT) {
            return Optional.of(hello.random().slice(4, 12).hex());
        }
        return message instanceof MsTurnControl control && isFirst(control)
                ? Optional.of(control.transaction().slice(4, 12)).map(Octets::hex)
                : Optional.empty();
    }

    private static boolean isFirst(MsTurnControl message) {
        return message.type() == MsTurnType.ALLOCATE_REQUEST
                && message.first(Username.class).isEmpty();
    }
}
