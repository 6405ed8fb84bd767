package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.Octets;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * The value that MAPPED-ADDRESS, XOR-MAPPED-ADDRESS and TURN's addresses share: family, port, address (RFC 8489 §14.1).
 *
 * @param address IPv4 or IPv6
 * @param port 0 to 65535
 */
public record FamilyAddress(InetAddress address, int port) {

    private static final int IPV4 = 1;
    private static final int IPV6 = 2;

    /** Reads an address in clear. */
    public static FamilyAddress read(Octets value) {
        ByteBuffer in = ByteBuffer.wrap(value.toArray());
        if (value.length() != 8 && value.length() != 20) {
            throw new IllegalArgumentException(value.length() + " bytes are no address; IPv4 has 8, IPv6 has 20");
        }
        in.get();
        int family = in.get();
        int port = Short.toUnsignedInt(in.getShort());
        if (family != (value.length() == 8 ? IPV4 : IPV6)) {
            throw new IllegalArgumentException("family " + family + " does not fit " + value.length() + " bytes");
        }
        return new FamilyAddress(address(value.slice(4, value.length() - 4).toArray()), port);
    }

    /** Returns the address of a socket. */
    public static FamilyAddress of(InetSocketAddress socket) {
        return new FamilyAddress(socket.getAddress(), socket.getPort());
    }

    /** Returns the socket's address. */
    public InetSocketAddress socket() {
        return new InetSocketAddress(address, port);
    }

    /** Returns the address in clear. */
    public Octets value() {
        byte[] bytes = address.getAddress();
        ByteBuffer out = ByteBuffer.allocate(4 + bytes.length);
        out.put((byte) 0).put((byte) (address instanceof Inet4Address ? IPV4 : IPV6));
        return Octets.of(out.putShort((short) port).put(bytes).array());
    }

    /**
     * Returns this address, its port and bytes combined with the 16 bytes that follow a message's length: the cookie
     * and a transaction of 12 bytes (RFC 8489 §14.2), or a transaction of 16 bytes.
     */
    public FamilyAddress xor(Octets transaction) {
        byte[] mask = mask(transaction);
        byte[] bytes = address.getAddress();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= mask[i];
        }
        int portMask = (mask[0] & 0xff) << 8 | mask[1] & 0xff;
        return new FamilyAddress(address(bytes), port ^ portMask);
    }

    private static byte[] mask(Octets transaction) {
        ByteBuffer mask = ByteBuffer.allocate(16);
        if (transaction.length() == 12) {
            mask.putInt(StunMessage.COOKIE);
        }
        return mask.put(transaction.toArray()).array();
    }

    private static InetAddress address(byte[] bytes) {
        try {
            // By its own factory: InetAddress would make an IPv4 address of a mapped IPv6 one.
            return bytes.length == 4 ? InetAddress.getByAddress(bytes) : Inet6Address.getByAddress(null, bytes, -1);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(bytes.length + " bytes are no address", e);
        }
    }
}
