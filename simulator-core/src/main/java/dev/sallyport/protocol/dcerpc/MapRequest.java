package dev.sallyport.protocol.dcerpc;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.OctetReader;
import dev.sallyport.exchange.OctetWriter;
import dev.sallyport.exchange.Octets;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What {@code ept_map} asks (C706 appendix O): where an interface listens.
 *
 * @param object which object, 16 bytes; mostly none
 * @param tower the interface, and by which protocols it is to be reached
 * @param handle 20 bytes, zero in a first request
 * @param most how many towers the answer may have
 */
record MapRequest(Optional<Octets> object, Tower tower, Octets handle, int most) {

    /** The operation's number. */
    static final int OPERATION = 3;

    static final int HANDLE = 20;

    private static final int MOST_OCTETS = 4096;

    static MapRequest read(Octets stub) throws MalformedMessageException {
        OctetReader in = new OctetReader(stub.toArray(), ByteOrder.LITTLE_ENDIAN);
        Optional<Octets> object =
                in.i32("object pointer") == 0 ? Optional.empty() : Optional.of(in.octets(Guid.LENGTH, "object"));
        if (in.i32("tower pointer") == 0) {
            throw in.malformed("tower", "there is none");
        }
        return new MapRequest(object, tower(in), in.octets(HANDLE, "handle"), in.i32("max_towers"));
    }

    Octets stub() {
        OctetWriter out = new OctetWriter(ByteOrder.LITTLE_ENDIAN);
        out.i32(object.isPresent() ? 1 : 0);
        object.ifPresent(out::octets);
        out.i32(2);
        write(tower, out);
        return out.octets(handle).i32(most).octets();
    }

    /** Reads a tower as NDR writes it: its length twice, its octets, and padding to a multiple of four. */
    static Tower tower(OctetReader in) throws MalformedMessageException {
        in.i32("tower size");
        Octets octets = in.octets(in.count("tower length", MOST_OCTETS), "tower");
        in.align(4, "padding");
        return Tower.read(octets);
    }

    static void write(Tower tower, OctetWriter out) {
        Octets octets = tower.octets();
        out.i32(octets.length()).i32(octets.length()).octets(octets).align(4);
    }
}
