package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.Octets;
import java.net.InetAddress;

/**
 * XOR-MAPPED-ADDRESS: the address a message came from, masked, so that no middlebox rewrites it (RFC 8489 §14.2).
 *
 * @param address IPv4 or IPv6
 * @param port 0 to 65535
 */
public record XorMappedAddress(InetAddress address, int port) implements StunAttribute {

    /** Its type. */
    public static final int TYPE = 0x0020;

    static XorMappedAddress read(Octets value, Octets transaction) {
        FamilyAddress plain = FamilyAddress.read(value).xor(transaction);
        return new XorMappedAddress(plain.address(), plain.port());
    }

    @Override
    public Octets value(Octets transaction) {
        return new FamilyAddress(address, port).xor(transaction).value();
    }

    @Override
    public int type() {
        return TYPE;
    }
}
