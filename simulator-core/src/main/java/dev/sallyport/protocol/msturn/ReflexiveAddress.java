package dev.sallyport.protocol.msturn;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.FamilyAddress;
import dev.sallyport.protocol.stun.StunAttribute;
import java.net.InetSocketAddress;

/**
 * XOR Mapped Address: the client as the server sees it, masked by the transaction ([MS-TURN] §3.2.5.1).
 *
 * @param socket its address and port
 */
public record ReflexiveAddress(InetSocketAddress socket) implements StunAttribute {

    /** Its type. */
    public static final int TYPE = 0x8020;

    static ReflexiveAddress read(Octets value, Octets transaction) {
        return new ReflexiveAddress(FamilyAddress.read(value).xor(transaction).socket());
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public Octets value(Octets transaction) {
        return FamilyAddress.of(socket).xor(transaction).value();
    }
}
