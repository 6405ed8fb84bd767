package dev.sallyport.protocol.rtp;

import dev.sallyport.exchange.Octets;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * A payload that carries an attempt's nonce: a mark of four bytes, the nonce in twelve, a number in four, then silence
 * (PCMU's, 0xFF).
 *
 * @param mark whose packet it is; only the initiator's are answered, so two services never talk to each other
 * @param nonce 12 bytes
 * @param number from 0 on, the packet within its stream
 */
record MarkedPayload(Mark mark, Octets nonce, int number) {

    /** How many bytes it needs, silence aside. */
    static final int LEAST = 20;

    /** Whose packet it is. */
    enum Mark {
        /** {@code SLY>} */
        INITIATOR(0x534c593e),
        /** {@code SLY<} */
        FAR_END(0x534c593c);

        private final int bytes;

        Mark(int bytes) {
            this.bytes = bytes;
        }

        Mark other() {
            return this == INITIATOR ? FAR_END : INITIATOR;
        }
    }

    /** Returns what a payload carries; nothing for a stranger's. */
    static Optional<MarkedPayload> read(Octets payload) {
        if (payload.length() < LEAST) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(payload.toArray());
        return Arrays.stream(Mark.values())
                .filter(mark -> mark.bytes == in.getInt(0))
                .findFirst()
                .map(mark -> new MarkedPayload(mark, payload.slice(4, 12), in.getInt(16)));
    }

    /** Returns the payload, filled up with silence to a length of at least {@link #LEAST}. */
    Octets octets(int length) {
        ByteBuffer out = ByteBuffer.allocate(length);
        Arrays.fill(out.array(), (byte) 0xff);
        return Octets.of(
                out.putInt(mark.bytes).put(nonce.toArray()).putInt(number).array());
    }
}
