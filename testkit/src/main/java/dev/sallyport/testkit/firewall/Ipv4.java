package dev.sallyport.testkit.firewall;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads IPv4 addresses without ever asking a name server, which {@link InetAddress#getByName} would do for a typo. */
final class Ipv4 {
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    private Ipv4() {}

    static Inet4Address parse(String text) {
        Matcher parts = DOTTED.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not an IPv4 address; write it as 10.1.0.10");
        }
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            bytes[i] = octet(text, parts.group(i + 1));
        }
        return of(bytes);
    }

    static Inet4Address of(int bits) {
        return of(new byte[] {(byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits});
    }

    static int bits(Inet4Address address) {
        byte[] bytes = address.getAddress();
        return (bytes[0] & 0xff) << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
    }

    private static byte octet(String text, String part) {
        int value = Integer.parseInt(part);
        if (value > 255) {
            throw new IllegalArgumentException("'" + text + "' is not an IPv4 address: " + part + " is above 255");
        }
        return (byte) value;
    }

    private static Inet4Address of(byte[] bytes) {
        try {
            return (Inet4Address) InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new AssertionError("four bytes are always an IPv4 address", impossible);
        }
    }
}
