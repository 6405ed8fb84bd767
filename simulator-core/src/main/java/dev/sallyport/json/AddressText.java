package dev.sallyport.json;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Addresses as literals: IPv6 in the short form of RFC 5952 §4; reading one never asks a name server. */
public final class AddressText {

    private static final int IPV4_BYTES = 4;
    private static final int GROUPS = 8;
    private static final int HIGHEST_OCTET = 255;
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%.+)?");
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");

    private AddressText() {}

    /** Writes {@code 10.1.0.10} or {@code fd00::1}. */
    public static String write(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == IPV4_BYTES ? address.getHostAddress() : shortened(bytes);
    }

    /** Writes {@code 10.1.0.10:5061} or {@code [fd00::1]:5061}. */
    public static String write(InetSocketAddress socket) {
        if (socket.isUnresolved()) {
            return socket.getHostString() + ":" + socket.getPort();
        }
        String address = write(socket.getAddress());
        return (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + socket.getPort();
    }

    /** Reads a literal; refuses what is none, names included. */
    public static InetAddress parse(String text) {
        try {
            if (IPV4.matcher(text).matches()) {
                return InetAddress.getByAddress(octets(text));
            }
            if (IPV6.matcher(text).matches()) {
                return InetAddress.getByName("[" + withoutInterface(text) + "]");
            }
        } catch (UnknownHostException e) {
            throw noAddress(text);
        }
        throw noAddress(text);
    }

    /** An interface's name means nothing on another host. */
    private static String withoutInterface(String text) {
        int percent = text.indexOf('%');
        return percent < 0 ? text : text.substring(0, percent);
    }

    private static byte[] octets(String text) {
        String[] parts = text.split("\\.");
        byte[] octets = new byte[IPV4_BYTES];
        for (int i = 0; i < IPV4_BYTES; i++) {
            int octet = Integer.parseInt(parts[i]);
            if (octet > HIGHEST_OCTET) {
                throw noAddress(text);
            }
            octets[i] = (byte) octet;
        }
        return octets;
    }

    /** Reads a literal with its port. */
    public static InetSocketAddress parseSocket(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0 || !PORT.matcher(text.substring(colon + 1)).matches()) {
            throw noSocket(text);
        }
        String address = text.substring(0, colon);
        boolean bracketed = address.startsWith("[") && address.endsWith("]");
        int port = Integer.parseInt(text.substring(colon + 1));
        if (port > HIGHEST_PORT || bracketed != address.contains(":")) {
            throw noSocket(text);
        }
        return new InetSocketAddress(parse(bracketed ? address.substring(1, address.length() - 1) : address), port);
    }

    private static IllegalArgumentException noAddress(String text) {
        return new IllegalArgumentException("'" + text + "' is no IP address: write 10.1.0.10 or fd00::1");
    }

    private static IllegalArgumentException noSocket(String text) {
        return new IllegalArgumentException(
                "'" + text + "' is no IP address with a port: write 10.1.0.10:5061 or [fd00::1]:5061");
    }

    private static String shortened(byte[] bytes) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
        }
        int start = longestZeros(groups);
        int end = start + zeros(groups, start);
        return start < 0 ? joined(groups, 0, GROUPS) : joined(groups, 0, start) + "::" + joined(groups, end, GROUPS);
    }

    /** The first of the longest runs of two or more zero groups; below nought where there is none. */
    private static int longestZeros(int[] groups) {
        int best = -1;
        for (int i = 0; i < GROUPS; i++) {
            if (zeros(groups, i) > Math.max(1, zeros(groups, best))) {
                best = i;
            }
        }
        return best;
    }

    private static int zeros(int[] groups, int from) {
        int length = 0;
        while (from >= 0 && from + length < GROUPS && groups[from + length] == 0) {
            length++;
        }
        return length;
    }

    private static String joined(int[] groups, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
