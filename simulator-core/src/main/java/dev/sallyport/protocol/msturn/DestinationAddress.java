package dev.sallyport.protocol.msturn;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.FamilyAddress;
import dev.sallyport.protocol.stun.StunAttribute;
import java.net.InetSocketAddress;

/**
 * Destination Address: the peer that data are for, in clear ([MS-TURN] §2.2.2).
 *
 * @param socket its address and port
 */
public record DestinationAddress(InetSocketAddress socket) implements StunAttribute {

    /** Its type. */
    public static final int TYPE = 0x0011;

    static DestinationAddress read(Octets value) {
        return new DestinationAddress(FamilyAddress.read(value).socket());
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public Octets value(Octets transaction) {
        return FamilyAddress.of(socket).value();
    }
}
