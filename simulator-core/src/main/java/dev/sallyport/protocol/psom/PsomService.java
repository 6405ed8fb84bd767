package dev.sallyport.protocol.psom;

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

/** A web conferencing server, for clients of the stand-in; what an answer is to nobody's question ends the connection. */
final class PsomService implements Service<PsomFrame> {

    @Override
    public boolean recognises(byte[] head) {
        return head.length >= 4 && ByteBuffer.wrap(head).getInt(0) == PsomFraming.MARK;
    }

    @Override
    public Codec<PsomFrame> codec(Transport transport) {
        return new FramedCodec<>(new PsomFraming());
    }

    @Override
    public Answerer<PsomFrame> answer(Setting setting) {
        return frame -> answer(frame);
    }

    @Override
    public Optional<String> nonce(PsomFrame frame) {
        return Optional.of(frame.nonce().hex());
    }

    private static List<Step<PsomFrame>> answer(PsomFrame frame) {
        switch (frame.kind()) {
            case JOIN:
                return answer(PsomFrame.Kind.JOINED, frame);
            case ASK_FOR_SLIDE:
                return answer(PsomFrame.Kind.SLIDE, frame);
            case ANNOTATE:
                return answer(PsomFrame.Kind.ANNOTATED, frame);
            case LEAVE:
                return answer(PsomFrame.Kind.LEFT, frame);
            default:
                return List.of(Step.close());
        }
    }

    private static List<Step<PsomFrame>> answer(PsomFrame.Kind kind, PsomFrame frame) {
        return List.of(Step.send(kind.toString(), () -> kind.frame(frame.nonce())));
    }
}
