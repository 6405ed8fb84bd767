package dev.sallyport.protocol.dcerpc;

import dev.sallyport.exchange.OctetWriter;
import dev.sallyport.exchange.Octets;
import java.nio.ByteOrder;
import java.util.UUID;

/** GUIDs as they lie on the wire: the first three fields little-endian (MS-DTYP §2.3.4.2). */
final class Guid {

    static final int LENGTH = 16;

    private Guid() {}

    /** Returns the sixteen bytes of a GUID in text, {@code e1af8308-5d1f-11c9-91a4-08002b14a0fa}. */
    static Octets of(String text) {
        UUID uuid = UUID.fromString(text);
        long high = uuid.getMostSignificantBits();
        OctetWriter out = new OctetWriter(ByteOrder.LITTLE_ENDIAN);
        out.i32((int) (high >>> 32)).u16((int) (high >>> 16)).u16((int) high);
        return out.i64(Long.reverseBytes(uuid.getLeastSignificantBits())).octets();
    }
}
