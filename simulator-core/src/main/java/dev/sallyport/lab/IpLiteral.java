package dev.sallyport.lab;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Reads an IP address as it is written, without asking DNS. */
public final class IpLiteral {
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    // No leading zeros: some readers take 010 for 8, others for 10.
    private static final Pattern IPV4 = Pattern.compile("(?!.*(?:^|\\.)0\\d)(?:" + OCTET + "\\.){3}" + OCTET);
    private static final Pattern IPV6 = Pattern.compile("(?!.*[0-9a-fA-F]{5})(?=[^:]*:)[0-9a-fA-F:][0-9a-fA-F:.]*");

    private IpLiteral() {}

    /**
     * Reads {@code 10.1.0.10} or {@code fd00:1::11}, an address that one host can have.
     *
     * @throws IllegalArgumentException for anything else: names, zone indices, groups of hosts, no host
     */
    public static InetAddress parse(String text) {
        InetAddress address = literal(text);
        if (address.isAnyLocalAddress() || address.isMulticastAddress() || text.equals("255.255.255.255")) {
            throw new IllegalArgumentException("'" + text + "' is not the address of one host; give a unicast address");
        }
        if (address instanceof Inet6Address && address.isLinkLocalAddress()) {
            throw new IllegalArgumentException("'" + text
                    + "' is link-local, which means another host on every link; give a global or unique local address");
        }
        return address;
    }

    private static InetAddress literal(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            throw notAnAddress(text);
        }
        try {
            InetAddress address = InetAddress.getByName(text);
            if (address instanceof Inet4Address && text.contains(":")) {
                throw new IllegalArgumentException(
                        "'" + text + "' is an IPv4 address written as IPv6; write " + address.getHostAddress());
            }
            return address;
        } catch (UnknownHostException e) {
            throw notAnAddress(text);
        }
    }

    private static IllegalArgumentException notAnAddress(String text) {
        return new IllegalArgumentException(
                "'" + text + "' is not an IP address; write 10.1.0.10 or \"fd00:1::11\", not a name");
    }
}
