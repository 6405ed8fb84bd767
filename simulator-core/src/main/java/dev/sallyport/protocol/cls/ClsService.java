package dev.sallyport.protocol.cls;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.FramedCodec;
import dev.sallyport.exchange.Service;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** A logging agent, for controllers of the stand-in; lines that nobody asked for end the connection. */
final class ClsService implements Service<ClsFrame> {

    @Override
    public boolean recognises(byte[] head) {
        return head.length >= 4 && ByteBuffer.wrap(head).getInt(0) == ClsFraming.MARK;
    }

    @Override
    public Codec<ClsFrame> codec(Transport transport) {
        return new FramedCodec<>(new ClsFraming());
    }

    @Override
    public Answerer<ClsFrame> answer(Setting setting) {
        return frame -> frame.kind() == ClsFrame.SEARCH
                ? List.of(Step.send("lines", () -> ClsFrame.lines(frame.nonce())))
                : List.of(Step.close());
    }

    @Override
    public Optional<String> nonce(ClsFrame frame) {
        return Optional.of(frame.nonce().hex());
    }
}
