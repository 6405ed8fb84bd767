package dev.sallyport.protocol.msturn;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.StunAttribute;
import java.nio.ByteBuffer;

/**
 * MS-Sequence Number: which connection a message belongs to, and its place there ([MS-TURN] §2.2.2).
 *
 * @param connection 20 bytes, the server's choice
 * @param sequence 0 in the server's first, one more in each of the client's that follow
 */
public record SequenceNumber(Octets connection, int sequence) implements StunAttribute {

    /** Its type. */
    public static final int TYPE = 0x8050;

    /** How many bytes name a connection. */
    static final int CONNECTION = 20;

    /** Refuses what names no connection. */
    public SequenceNumber {
        if (connection.length() != CONNECTION) {
            throw new IllegalArgumentException(connection.length() + " bytes name no connection, which takes 20");
        }
    }

    static SequenceNumber read(Octets value) {
        if (value.length() != CONNECTION + 4) {
            throw new IllegalArgumentException(value.length() + " bytes are no sequence number, which has 24");
        }
        return new SequenceNumber(
                value.slice(0, CONNECTION), ByteBuffer.wrap(value.toArray()).getInt(CONNECTION));
    }

    /** Returns the one that follows. */
    SequenceNumber next() {
        return new SequenceNumber(connection, sequence + 1);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public Octets value(Octets transaction) {
        return Octets.of(ByteBuffer.allocate(CONNECTION + 4)
                .put(connection.toArray())
                .putInt(sequence)
                .array());
    }
}
