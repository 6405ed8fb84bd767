package dev.sallyport.protocol.dhcp;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.DatagramCodec;
import dev.sallyport.exchange.MarkedNonce;
import dev.sallyport.exchange.Service;
import dev.sallyport.exchange.Setting;
import dev.sallyport.flow.Transport;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The DHCP server that a Registrar is, for whoever comes. */
final class DhcpService implements Service<DhcpMessage> {

    /** A request or reply with the magic cookie in its place. */
    @Override
    public boolean recognises(byte[] head) {
        return head.length >= DhcpDatagram.BEFORE_COOKIE + 4
                && (head[0] == DhcpMessage.REQUEST || head[0] == DhcpMessage.REPLY)
                && ByteBuffer.wrap(head).getInt(DhcpDatagram.BEFORE_COOKIE) == DhcpDatagram.COOKIE;
    }

    @Override
    public Codec<DhcpMessage> codec(Transport transport) {
        return new DatagramCodec<>(new DhcpDatagram());
    }

    @Override
    public Answerer<DhcpMessage> answer(Setting setting) {
        return new DhcpAnswerer(setting);
    }

    @Override
    public Optional<String> nonce(DhcpMessage message) {
        return message.option(DhcpOption.CLIENT)
                .filter(id ->
                        id.length() == 1 + MarkedNonce.LENGTH && id.slice(0, 1).equals(Dhcp.OPAQUE))
                .flatMap(id -> MarkedNonce.read(id.slice(1, MarkedNonce.LENGTH)));
    }
}
