package dev.sallyport.protocol.turn;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.FamilyAddress;
import dev.sallyport.protocol.stun.StunAttribute;
import java.net.InetSocketAddress;

/**
 * XOR-RELAYED-ADDRESS: where the server relays for this client, masked (RFC 8656 §18.5).
 *
 * @param socket its address and port
 */
public record XorRelayedAddress(InetSocketAddress socket) implements StunAttribute {

    /** Its type. */
    public static final int TYPE = 0x0016;

    static XorRelayedAddress read(Octets value, Octets transaction) {
        return new XorRelayedAddress(FamilyAddress.read(value).xor(transaction).socket());
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
