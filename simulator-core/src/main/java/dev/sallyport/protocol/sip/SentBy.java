package dev.sallyport.protocol.sip;

import java.net.Inet6Address;
import java.net.InetSocketAddress;

/** Socket addresses as SIP and SDP write them. */
final class SentBy {

    private SentBy() {}

    /** Returns {@code 10.1.0.10:5061} or {@code [fd00:1:0:0:0:0:0:11]:5061}, as in Via (RFC 3261 §18.1.1). */
    static String hostPort(InetSocketAddress address) {
        return host(address) + ":" + address.getPort();
    }

    /** Returns the address as a host in a URI: an IPv6 address in brackets. */
    static String host(InetSocketAddress address) {
        String ip = ip(address);
        return ip.indexOf(':') < 0 ? ip : "[" + ip + "]";
    }

    /** Returns the bare address, without an IPv6 zone. */
    static String ip(InetSocketAddress address) {
        String ip = address.getAddress() == null
                ? address.getHostString()
                : address.getAddress().getHostAddress();
        int zone = ip.indexOf('%');
        return zone < 0 ? ip : ip.substring(0, zone);
    }

    /** Returns {@code IN IP4 10.1.0.10} or {@code IN IP6 ...}, as in SDP (RFC 8866 §5.7). */
    static String inSdp(InetSocketAddress address) {
        boolean six =
                address.getAddress() instanceof Inet6Address || ip(address).indexOf(':') >= 0;
        return (six ? "IN IP6 " : "IN IP4 ") + ip(address);
    }
}
