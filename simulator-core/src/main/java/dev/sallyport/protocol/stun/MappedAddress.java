package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.Octets;
import java.net.InetAddress;

/**
 * MAPPED-ADDRESS: the address a message came from, in clear, for clients of RFC 3489 (RFC 8489 §14.1).
 *
 * @param address IPv4 or IPv6
 * @param port 0 to 65535
 */
public record MappedAddress(InetAddress address, int port) implements StunAttribute {

    /** Its type. */
    public static final int TYPE = 0x0001;

    /** Reads its value. */
    public static MappedAddress read(Octets value) {
        FamilyAddress plain = FamilyAddress.read(value);
        return new MappedAddress(plain.address(), plain.port());
    }

    @Override
    public Octets value(Octets transaction) {
        return new FamilyAddress(address, port).value();
    }

    @Override
    public int type() {
        return TYPE;
    }
}
