package dev.sallyport.protocol.dns;

import dev.sallyport.exchange.Octets;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * A resource record (RFC 1035 §4.1.3).
 *
 * @param ttl seconds it may be kept, or what OPT makes of the field
 * @param data as it came; a name in it may be a pointer into the message it stood in
 */
public record DnsRecord(DnsName name, int type, int dnsClass, int ttl, Octets data) {

    private static final int A_MINUTE = 60;
    private static final int PADDING = 12;

    /** Returns the address of a name. */
    static DnsRecord address(DnsName name, InetAddress address) {
        byte[] bytes = address.getAddress();
        int type = bytes.length == 4 ? DnsType.A : DnsType.AAAA;
        return new DnsRecord(name, type, DnsType.INTERNET, A_MINUTE, Octets.of(bytes));
    }

    /** Returns where a service stands (RFC 2782); its target is never a pointer. */
    static DnsRecord service(DnsName name, int port, DnsName target) {
        byte[] data = ByteBuffer.allocate(7 + target.wire().length())
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) port)
                .put(target.wire().toArray())
                .array();
        return new DnsRecord(name, DnsType.SRV, DnsType.INTERNET, A_MINUTE, Octets.of(data));
    }

    /** Returns the sign that longer answers are welcome (RFC 6891 §6.1.2). */
    static DnsRecord extension() {
        return new DnsRecord(DnsName.ROOT, DnsType.OPT, DnsFraming.LONGEST, 0, Octets.NONE);
    }

    /** Returns the same sign, made longer by an option of zeros (RFC 7830 §3). */
    static DnsRecord padding(int length) {
        byte[] option = ByteBuffer.allocate(4 + length)
                .putShort((short) PADDING)
                .putShort((short) length)
                .array();
        return new DnsRecord(DnsName.ROOT, DnsType.OPT, DnsFraming.LONGEST, 0, Octets.of(option));
    }
}
