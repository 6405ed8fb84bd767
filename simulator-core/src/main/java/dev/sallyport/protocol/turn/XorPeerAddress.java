package dev.sallyport.protocol.turn;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.FamilyAddress;
import dev.sallyport.protocol.stun.StunAttribute;
import java.net.InetSocketAddress;

/**
 * XOR-PEER-ADDRESS: the peer as the server sees it, masked (RFC 8656 §18.3).
 *
 * @param socket its address and port
 */
public record XorPeerAddress(InetSocketAddress socket) implements StunAttribute {

    /** Its type. */
    public static final int TYPE = 0x0012;

    static XorPeerAddress read(Octets value, Octets transaction) {
        return new XorPeerAddress(FamilyAddress.read(value).xor(transaction).socket());
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
