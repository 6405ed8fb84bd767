package dev.sallyport.exchange;

import java.util.List;

/**
 * One message a datagram; keeps nothing.
 *
 * @param framing reads and writes the message; its length must be the datagram's
 * @param <M> the protocol's message
 */
public record DatagramCodec<M>(Framing<M> framing) implements Codec<M> {

    @Override
    public byte[] encode(M message) {
        return framing.write(message);
    }

    @Override
    public List<M> decode(byte[] bytes) throws MalformedMessageException {
        return List.of(framing.read(bytes));
    }

    @Override
    public Naming naming() {
        return framing.naming();
    }
}
