package dev.sallyport.protocol.msturn;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.FamilyAddress;
import dev.sallyport.protocol.stun.StunAttribute;
import java.net.InetSocketAddress;

/**
 * Remote Address: the peer that data came from, in clear ([MS-TURN] §2.2.2).
 *
 * @param socket its address and port
 */
public record RemoteAddress(InetSocketAddress socket) implements StunAttribute {

    /** Its type. */
    public static final int TYPE = 0x0012;

    static RemoteAddress read(Octets value) {
        return new RemoteAddress(FamilyAddress.read(value).socket());
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
