package dev.sallyport.protocol.smb;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.FramedCodec;
import dev.sallyport.exchange.MarkedNonce;
import dev.sallyport.exchange.Service;
import dev.sallyport.exchange.Setting;
import dev.sallyport.flow.Transport;
import java.util.Optional;

/** A Windows file server as far as its door, for whoever comes. */
final class SmbService implements Service<SmbMessage> {

    /** A session message whose protocol id is that of SMB1 or SMB2. */
    @Override
    public boolean recognises(byte[] head) {
        return head.length >= 8
                && head[0] == 0
                && (head[4] & 0xff) >= 0xfe
                && head[5] == 'S'
                && head[6] == 'M'
                && head[7] == 'B';
    }

    @Override
    public Codec<SmbMessage> codec(Transport transport) {
        return new FramedCodec<>(new SmbFrame());
    }

    @Override
    public Answerer<SmbMessage> answer(Setting setting) {
        return new SmbAnswerer(setting.self().fqdn());
    }

    @Override
    public Optional<String> nonce(SmbMessage message) {
        return message instanceof SmbMessage.Smb2 smb2 && smb2.body() instanceof NegotiateRequest request
                ? MarkedNonce.read(request.client())
                : Optional.empty();
    }
}
