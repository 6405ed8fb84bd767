package dev.sallyport.protocol.dcerpc;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.OctetReader;
import dev.sallyport.exchange.OctetWriter;
import dev.sallyport.exchange.Octets;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code ept_map} answers (C706 appendix O).
 *
 * @param most how many towers were allowed
 * @param towers where the interface listens
 * @param status 0, or {@link #NOT_REGISTERED}
 */
record MapResponse(int most, List<Tower> towers, int status) {

    /** Nobody registered such an interface (EP_S_NOT_REGISTERED). */
    static final int NOT_REGISTERED = 0x16c9a0d6;

    /** The range of max_towers. */
    static final int MOST = 500;

    /** Keeps its own copy. */
    MapResponse {
        towers = List.copyOf(towers);
    }

    static MapResponse read(Octets stub) throws MalformedMessageException {
        OctetReader in = new OctetReader(stub.toArray(), ByteOrder.LITTLE_ENDIAN);
        in.octets(MapRequest.HANDLE, "handle");
        in.i32("num_towers");
        int most = in.i32("towers size");
        in.i32("towers offset");
        int count = in.count("towers count", MOST);
        in.octets(4 * count, "tower pointers");
        List<Tower> towers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            towers.add(MapRequest.tower(in));
        }
        return new MapResponse(most, towers, in.i32("status"));
    }

    Octets stub() {
        OctetWriter out = new OctetWriter(ByteOrder.LITTLE_ENDIAN);
        out.zeros(MapRequest.HANDLE).i32(towers.size());
        out.i32(most).i32(0).i32(towers.size());
        for (int i = 0; i < towers.size(); i++) {
            out.i32(3 + i);
        }
        towers.forEach(tower -> MapRequest.write(tower, out));
        return out.i32(status).octets();
    }
}
