package dev.sallyport.protocol.dcerpc;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.OctetReader;
import dev.sallyport.exchange.OctetWriter;
import dev.sallyport.exchange.Octets;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An interface and the protocols by which it is reached, floor upon floor (C706 appendix L).
 *
 * @param floors the interface, its transfer syntax, RPC's protocol, the port, the address
 */
record Tower(List<Floor> floors) {

    private static final int UUID = 0x0d;
    private static final int CONNECTION_ORIENTED = 0x0b;
    private static final int TCP = 0x07;
    private static final int IP = 0x09;

    /** One floor: what it is, and what belongs to it. */
    record Floor(Octets left, Octets right) {}

    /** Keeps its own copy. */
    Tower {
        floors = List.copyOf(floors);
    }

    /** Returns the tower of an interface over TCP; port 0 and address 0.0.0.0 where they are asked for. */
    static Tower overTcp(Syntax interfaceOf, int port, Octets address) {
        return new Tower(List.of(
                uuid(interfaceOf),
                uuid(Syntax.NDR),
                new Floor(protocol(CONNECTION_ORIENTED), Octets.of(new byte[2])),
                new Floor(protocol(TCP), port(port)),
                new Floor(protocol(IP), address)));
    }

    private static Floor uuid(Syntax syntax) {
        OctetWriter left = new OctetWriter(ByteOrder.LITTLE_ENDIAN);
        left.u8(UUID).octets(syntax.id()).u16(syntax.version());
        OctetWriter right = new OctetWriter(ByteOrder.LITTLE_ENDIAN);
        return new Floor(left.octets(), right.u16(syntax.version() >>> 16).octets());
    }

    private static Octets protocol(int number) {
        return Octets.of(new byte[] {(byte) number});
    }

    private static Octets port(int port) {
        return new OctetWriter(ByteOrder.BIG_ENDIAN).u16(port).octets();
    }

    /** Returns the interface; nothing where the first floor is none. */
    Optional<Syntax> interfaceOf() {
        return floors.stream().findFirst().flatMap(Tower::syntax);
    }

    private static Optional<Syntax> syntax(Floor floor) {
        OctetReader left = new OctetReader(floor.left().toArray(), ByteOrder.LITTLE_ENDIAN);
        OctetReader right = new OctetReader(floor.right().toArray(), ByteOrder.LITTLE_ENDIAN);
        try {
            return left.u8("protocol") == UUID
                    ? Optional.of(
                            new Syntax(left.octets(Guid.LENGTH, "id"), left.u16("major") | right.u16("minor") << 16))
                    : Optional.empty();
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }

    /** Returns the TCP port; nothing where no floor names one. */
    OptionalInt port() {
        return floors.stream()
                .filter(floor ->
                        floor.left().equals(protocol(TCP)) && floor.right().length() == 2)
                .map(floor -> floor.right().toArray())
                .mapToInt(port -> (port[0] & 0xff) << 8 | port[1] & 0xff)
                .findFirst();
    }

    static Tower read(Octets octets) throws MalformedMessageException {
        OctetReader in = new OctetReader(octets.toArray(), ByteOrder.LITTLE_ENDIAN);
        int count = in.u16("floor count");
        List<Floor> floors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Octets left = in.octets(in.u16("floor"), "floor");
            floors.add(new Floor(left, in.octets(in.u16("floor"), "floor")));
        }
        in.end();
        return new Tower(floors);
    }

    Octets octets() {
        OctetWriter out = new OctetWriter(ByteOrder.LITTLE_ENDIAN);
        out.u16(floors.size());
        for (Floor floor : floors) {
            out.u16(floor.left().length()).octets(floor.left());
            out.u16(floor.right().length()).octets(floor.right());
        }
        return out.octets();
    }
}
