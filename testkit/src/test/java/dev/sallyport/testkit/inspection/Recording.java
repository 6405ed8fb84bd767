package dev.sallyport.testkit.inspection;

import dev.sallyport.flow.Transport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A capture file of the classic form (draft-ietf-opsawg-pcap) whose packets are Ethernet frames; what is neither TCP nor
 * UDP over IPv4 is left out.
 */
final class Recording {
    private static final int MAGIC = 0xa1b2c3d4;
    private static final int HEADER = 24;
    private static final int RECORD = 16;
    private static final int ETHERNET = 14;
    private static final int IPV4 = 0x0800;
    private static final int TCP = 6;
    private static final int UDP = 17;

    /** One record of the file, and whose it is. */
    private record Packet(byte[] record, Conversation conversation) {}

    private final byte[] header;
    private final List<Packet> packets;

    private Recording(byte[] header, List<Packet> packets) {
        this.header = header;
        this.packets = packets;
    }

    static Recording read(Path file) {
        try {
            return parse(ByteBuffer.wrap(Files.readAllBytes(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException("could not read the capture " + file, failure);
        }
    }

    /** Returns a capture file of one conversation alone, in its packets' order. */
    byte[] only(Conversation conversation) {
        ByteArrayOutputStream alone = new ByteArrayOutputStream();
        alone.writeBytes(header);
        packets.stream()
                .filter(packet -> packet.conversation().equals(conversation))
                .forEach(packet -> alone.writeBytes(packet.record()));
        return alone.toByteArray();
    }

    /** Tells how many packets of a conversation there are. */
    long count(Conversation conversation) {
        return packets.stream()
                .filter(packet -> packet.conversation().equals(conversation))
                .count();
    }

    private static Recording parse(ByteBuffer file) {
        ByteOrder order = file.getInt(0) == MAGIC ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        file.order(order);
        if (file.getInt(0) != MAGIC) {
            throw new IllegalStateException(
                    String.format("the capture begins with %08x, not %08x: is it pcapng?", file.getInt(0), MAGIC));
        }
        List<Packet> packets = new ArrayList<>();
        file.position(HEADER);
        while (file.remaining() >= RECORD) {
            byte[] record = new byte[RECORD + file.getInt(file.position() + 8)];
            file.get(record);
            conversation(ByteBuffer.wrap(record, RECORD, record.length - RECORD).slice())
                    .ifPresent(conversation -> packets.add(new Packet(record, conversation)));
        }
        return new Recording(Arrays.copyOf(file.array(), HEADER), packets);
    }

    private static Optional<Conversation> conversation(ByteBuffer frame) {
        if (Short.toUnsignedInt(frame.getShort(ETHERNET - 2)) != IPV4) {
            return Optional.empty();
        }
        ByteBuffer ip = frame.position(ETHERNET).slice();
        int ports = (ip.get(0) & 0x0f) * 4;
        return transport(ip.get(9))
                .map(transport -> Conversation.between(
                        transport, end(ip, 12, ip.getShort(ports)), end(ip, 16, ip.getShort(ports + 2))));
    }

    private static Optional<Transport> transport(byte protocol) {
        return switch (protocol) {
            case TCP -> Optional.of(Transport.TCP);
            case UDP -> Optional.of(Transport.UDP);
            default -> Optional.empty();
        };
    }

    private static InetSocketAddress end(ByteBuffer ip, int at, short port) {
        byte[] address = new byte[4];
        ip.get(at, address);
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address), Short.toUnsignedInt(port));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
