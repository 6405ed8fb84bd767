package dev.sallyport.protocol.dcerpc;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.OctetReader;
import dev.sallyport.exchange.OctetWriter;
import dev.sallyport.exchange.Octets;

/**
 * An interface, or a way of writing its calls, with its version (C706 §12.6.3.1, p_syntax_id_t).
 *
 * @param id 16 bytes as on the wire
 * @param version the major version in the lower two bytes, the minor in the upper
 */
public record Syntax(Octets id, int version) {

    /** The endpoint mapper. */
    static final Syntax MAPPER = new Syntax(Guid.of("e1af8308-5d1f-11c9-91a4-08002b14a0fa"), 3);

    /** Network data representation. */
    static final Syntax NDR = new Syntax(Guid.of("8a885d04-1ceb-11c9-9fe8-08002b104860"), 2);

    /** What every DCOM server listens for, IRemUnknown (MS-DCOM §1.9). */
    static final Syntax REM_UNKNOWN = new Syntax(Guid.of("00000131-0000-0000-c000-000000000046"), 0);

    /** None, as in a refusal. */
    static final Syntax NONE = new Syntax(Octets.of(new byte[Guid.LENGTH]), 0);

    /** How the id begins that asks for features at bind time and is no syntax at all (MS-RPCE §2.2.2.14). */
    private static final Octets FEATURES =
            Guid.of("6cb71c2c-9812-4540-0000-000000000000").slice(0, 8);

    /** Refuses an id of another length. */
    public Syntax {
        if (id.length() != Guid.LENGTH) {
            throw new IllegalArgumentException("id " + id + ": a GUID has 16 bytes");
        }
    }

    boolean asksForFeatures() {
        return id.slice(0, FEATURES.length()).equals(FEATURES);
    }

    static Syntax read(OctetReader in) throws MalformedMessageException {
        return new Syntax(in.octets(Guid.LENGTH, "syntax"), in.i32("syntax version"));
    }

    void write(OctetWriter out) {
        out.octets(id).i32(version);
    }
}
