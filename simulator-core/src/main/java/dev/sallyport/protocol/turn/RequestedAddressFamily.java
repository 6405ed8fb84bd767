package dev.sallyport.protocol.turn;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.StunAttribute;
import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * REQUESTED-ADDRESS-FAMILY: whether the relayed address is to be IPv4 or IPv6 (RFC 8656 §18.6).
 *
 * @param family 1 for IPv4, 2 for IPv6; others come, and cannot be had
 */
public record RequestedAddressFamily(int family) implements StunAttribute {

    /** Its type. */
    public static final int TYPE = 0x0017;

    static RequestedAddressFamily read(Octets value) {
        if (value.length() != 4) {
            throw new IllegalArgumentException(value.length() + " bytes are no requested family, which has 4");
        }
        return new RequestedAddressFamily(value.toArray()[0] & 0xff);
    }

    boolean isOf(InetAddress address) {
        return family == (address instanceof Inet4Address ? 1 : 2);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public Octets value(Octets transaction) {
        return Octets.of(new byte[] {(byte) family, 0, 0, 0});
    }
}
