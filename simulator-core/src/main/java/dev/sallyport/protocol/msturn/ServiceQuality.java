package dev.sallyport.protocol.msturn;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.StunAttribute;
import java.nio.ByteBuffer;

/**
 * MS-Service Quality: what kind of stream the allocation is for ([MS-TURN] §2.2.2); engines know Lync's media by it.
 *
 * @param stream 1 audio, 2 video, 3 supplemental video, 4 data
 * @param quality 0 best effort, 1 reliable
 */
public record ServiceQuality(int stream, int quality) implements StunAttribute {

    /** Its type. */
    public static final int TYPE = 0x8055;

    /** Audio, best effort. */
    static final ServiceQuality AUDIO = new ServiceQuality(1, 0);

    static ServiceQuality read(Octets value) {
        if (value.length() != 4) {
            throw new IllegalArgumentException(value.length() + " bytes are no service quality, which has 4");
        }
        ByteBuffer in = ByteBuffer.wrap(value.toArray());
        return new ServiceQuality(Short.toUnsignedInt(in.getShort()), Short.toUnsignedInt(in.getShort()));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public Octets value(Octets transaction) {
        return Octets.of(ByteBuffer.allocate(4)
                .putShort((short) stream)
                .putShort((short) quality)
                .array());
    }
}
