package dev.sallyport.exchange;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Frames on a byte stream.
 *
 * <p>Keeps less than one frame between calls. Messages before a malformed one in the same bytes are given first, and it
 * is refused at the next bytes; what follows a malformed one is dropped, for nothing says where the next would begin.
 *
 * @param <M> the protocol's message
 */
public final class FramedCodec<M> implements Codec<M> {

    private final Framing<M> framing;
    private byte[] kept = new byte[0];
    private MalformedMessageException refused;
    private boolean dropping;

    /** Makes a codec for one connection. */
    public FramedCodec(Framing<M> framing) {
        this.framing = framing;
    }

    @Override
    public byte[] encode(M message) {
        return framing.write(message);
    }

    @Override
    public List<M> decode(byte[] bytes) throws MalformedMessageException {
        List<M> whole = new ArrayList<>();
        if (refused == null) {
            take(bytes, whole);
        }
        if (refused != null && whole.isEmpty() && !dropping) {
            dropping = true;
            throw refused;
        }
        return whole;
    }

    @Override
    public Naming naming() {
        return framing.naming();
    }

    @Override
    public void restart() {
        kept = new byte[0];
        refused = null;
        dropping = false;
    }

    /** Returns how many bytes are kept of a frame that is not yet whole. */
    public int kept() {
        return kept.length;
    }

    private void take(byte[] bytes, List<M> whole) {
        byte[] all = Arrays.copyOf(kept, kept.length + bytes.length);
        System.arraycopy(bytes, 0, all, kept.length, bytes.length);
        int at = 0;
        try {
            int length = framing.length(ByteBuffer.wrap(all));
            while (length != Framing.UNKNOWN && at + length <= all.length) {
                whole.add(framing.read(Arrays.copyOfRange(all, at, at + length)));
                at += length;
                length =
                        framing.length(ByteBuffer.wrap(all, at, all.length - at).slice());
            }
            kept = Arrays.copyOfRange(all, at, all.length);
        } catch (MalformedMessageException e) {
            kept = new byte[0];
            refused = e;
        }
    }
}
