package dev.sallyport.protocol.dhcp;

import dev.sallyport.exchange.Framing;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.OctetReader;
import dev.sallyport.exchange.OctetWriter;
import dev.sallyport.exchange.Octets;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * DHCP messages, each a datagram (RFC 2131 §2), padded to 300 bytes as BOOTP had them (RFC 1542 §2.1), a request to
 * 548. Options that overflow into sname and file (option 52) are not read.
 */
final class DhcpDatagram implements Framing<DhcpMessage> {

    static final int COOKIE = 0x63825363;
    static final int BEFORE_COOKIE = 236;

    private static final int SHORTEST_REPLY = 300;
    private static final int SHORTEST_REQUEST = 548;
    private static final int LONGEST_PART = 255;

    /** Returns all there is: a datagram says its own length. */
    @Override
    public int length(ByteBuffer head) {
        return head.remaining();
    }

    @Override
    public DhcpMessage read(byte[] frame) throws MalformedMessageException {
        OctetReader in = new OctetReader(frame, ByteOrder.BIG_ENDIAN);
        int operation = in.u8("op");
        int type = in.u8("htype");
        int length = in.u8("hlen");
        int hops = in.u8("hops");
        int transaction = in.i32("xid");
        int seconds = in.u16("secs");
        int flags = in.u16("flags");
        DhcpMessage.Addresses addresses = new DhcpMessage.Addresses(
                in.octets(4, "ciaddr"), in.octets(4, "yiaddr"), in.octets(4, "siaddr"), in.octets(4, "giaddr"));
        Octets hardware = in.octets(DhcpMessage.Hardware.LENGTH, "chaddr");
        Octets server = in.octets(DhcpMessage.SERVER_LENGTH, "sname");
        Octets file = in.octets(DhcpMessage.FILE_LENGTH, "file");
        requireCookie(in);
        return new DhcpMessage(
                operation,
                new DhcpMessage.Hardware(type, length, hardware),
                hops,
                transaction,
                seconds,
                flags,
                addresses,
                server,
                file,
                options(in));
    }

    private static void requireCookie(OctetReader in) throws MalformedMessageException {
        int place = in.at();
        int cookie = in.i32("magic cookie");
        if (cookie != COOKIE) {
            throw new MalformedMessageException(
                    "magic cookie at byte " + place, String.format("0x%08x is not 0x%08x", cookie, COOKIE));
        }
    }

    /** Reads options up to their end; what follows it is padding, and parts of one are put together. */
    private static List<DhcpOption> options(OctetReader in) throws MalformedMessageException {
        Map<Integer, OctetWriter> values = new LinkedHashMap<>();
        for (int code = in.u8("option"); code != DhcpOption.END; code = in.u8("option")) {
            if (code != DhcpOption.PAD) {
                Octets part = in.octets(in.u8("option length"), "option " + code);
                values.computeIfAbsent(code, first -> new OctetWriter(ByteOrder.BIG_ENDIAN))
                        .octets(part);
            }
        }
        List<DhcpOption> options = new ArrayList<>();
        values.forEach((code, value) -> options.add(new DhcpOption(code, value.octets())));
        return options;
    }

    @Override
    public byte[] write(DhcpMessage message) {
        OctetWriter out = new OctetWriter(ByteOrder.BIG_ENDIAN);
        DhcpMessage.Hardware hardware = message.hardware();
        out.u8(message.operation()).u8(hardware.type()).u8(hardware.length()).u8(message.hops());
        out.i32(message.transaction()).u16(message.seconds()).u16(message.flags());
        DhcpMessage.Addresses addresses = message.addresses();
        out.octets(addresses.client()).octets(addresses.given());
        out.octets(addresses.next()).octets(addresses.relay());
        out.octets(hardware.address()).octets(message.server()).octets(message.file());
        out.i32(COOKIE);
        message.options().forEach(option -> write(option, out));
        out.u8(DhcpOption.END);
        int shortest = message.operation() == DhcpMessage.REQUEST ? SHORTEST_REQUEST : SHORTEST_REPLY;
        return out.zeros(shortest - out.length()).toArray();
    }

    /** Writes an option in as many parts as it needs, at least one. */
    private static void write(DhcpOption option, OctetWriter out) {
        int at = 0;
        do {
            Octets part = option.value()
                    .slice(at, Math.min(LONGEST_PART, option.value().length() - at));
            out.u8(option.code()).u8(part.length()).octets(part);
            at += part.length();
        } while (at < option.value().length());
    }
}
