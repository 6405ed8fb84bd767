package dev.sallyport.protocol.dcerpc;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.FramedCodec;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.MarkedNonce;
import dev.sallyport.exchange.Service;
import dev.sallyport.exchange.Setting;
import dev.sallyport.flow.Transport;
import java.util.Optional;

/** The endpoint mapper of a Windows server, and DCOM at the port that it names, for whoever comes. */
final class DceRpcService implements Service<Pdu> {

    private static final int BIND = 11;

    /** A little-endian bind of version 5: what a connection begins with. */
    @Override
    public boolean recognises(byte[] head) {
        return head.length >= 5 && head[0] == 5 && head[1] <= 1 && head[2] == BIND && head[4] == 0x10;
    }

    @Override
    public Codec<Pdu> codec(Transport transport) {
        return new FramedCodec<>(new PduFraming());
    }

    @Override
    public Answerer<Pdu> answer(Setting setting) {
        return new RpcAnswerer(setting);
    }

    @Override
    public Optional<String> nonce(Pdu pdu) {
        if (!(pdu instanceof Pdu.Request request)) {
            return Optional.empty();
        }
        if (request.object().isPresent()) {
            return MarkedNonce.read(request.object().get());
        }
        if (request.operation() != MapRequest.OPERATION) {
            return Optional.empty();
        }
        try {
            return MapRequest.read(request.stub()).object().flatMap(MarkedNonce::read);
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }
}
