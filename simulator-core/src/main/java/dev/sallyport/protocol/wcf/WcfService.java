package dev.sallyport.protocol.wcf;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.FramedCodec;
import dev.sallyport.exchange.Service;
import dev.sallyport.exchange.Setting;
import dev.sallyport.flow.Transport;
import java.util.Optional;

/** A WCF service at a net.tcp endpoint, for whoever comes. */
final class WcfService implements Service<NmfRecord> {

    /** Version 1.0 and a mode. */
    @Override
    public boolean recognises(byte[] head) {
        return head.length >= 4 && head[0] == 0 && head[1] == 1 && head[2] == 0 && head[3] == 1;
    }

    @Override
    public Codec<NmfRecord> codec(Transport transport) {
        return new FramedCodec<>(new NmfFraming());
    }

    @Override
    public Answerer<NmfRecord> answer(Setting setting) {
        return new WcfAnswerer(setting);
    }

    @Override
    public Optional<String> nonce(NmfRecord message) {
        return message instanceof NmfRecord.Preamble preamble ? Greeting.nonce(preamble.via()) : Optional.empty();
    }
}
