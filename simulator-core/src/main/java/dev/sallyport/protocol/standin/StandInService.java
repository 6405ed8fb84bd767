package dev.sallyport.protocol.standin;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.FramedCodec;
import dev.sallyport.exchange.Service;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers questions of a stand-in; an answer to nobody's question ends the connection.
 *
 * @param answers for each kind that asks, the kind that answers
 */
public record StandInService(StandInFraming framing, Map<StandInKind, StandInKind> answers)
        implements Service<StandInFrame> {

    /** Keeps its own copy. */
    public StandInService {
        answers = Map.copyOf(answers);
    }

    @Override
    public boolean recognises(byte[] head) {
        return framing.begins(head);
    }

    @Override
    public Codec<StandInFrame> codec(Transport transport) {
        return new FramedCodec<>(framing);
    }

    @Override
    public Answerer<StandInFrame> answer(Setting setting) {
        return frame -> Optional.ofNullable(answers.get(frame.kind()))
                .map(kind -> List.of(Step.send(kind.toString(), () -> kind.frame(frame.nonce()))))
                .orElseGet(() -> List.of(Step.close()));
    }

    @Override
    public Optional<String> nonce(StandInFrame frame) {
        return Optional.of(frame.nonce().hex());
    }
}
