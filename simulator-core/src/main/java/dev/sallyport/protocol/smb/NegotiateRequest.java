package dev.sallyport.protocol.smb;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.OctetReader;
import dev.sallyport.exchange.OctetWriter;
import dev.sallyport.exchange.Octets;
import java.util.ArrayList;
import java.util.List;

/**
 * The request for a revision of SMB2 (MS-SMB2 §2.2.3).
 *
 * @param securityMode 1: signing is possible
 * @param capabilities 0x7F: all that revision 3.0.2 knows
 * @param client the ClientGuid, 16 bytes
 * @param start zero; where 3.1.1 is offered, place and number of the contexts
 * @param dialects 0x0202, 0x0210, 0x0300, 0x0302; at least one
 * @param contexts what follows the dialects, padding included
 */
public record NegotiateRequest(
        int securityMode, int capabilities, Octets client, long start, List<Integer> dialects, Octets contexts)
        implements Smb2Body {

    private static final int SIZE = 36;

    /** Keeps its own copy, and refuses what cannot be sent. */
    public NegotiateRequest {
        dialects = List.copyOf(dialects);
        if (client.length() != 16 || dialects.size() > 0xffff) {
            throw new IllegalArgumentException("ClientGuid " + client + ": 16 bytes are needed (MS-SMB2 §2.2.3)");
        }
    }

    static NegotiateRequest read(OctetReader in) throws MalformedMessageException {
        Smb2Body.requireSize(SIZE, in);
        int count = in.u16("DialectCount");
        int securityMode = in.u16("SecurityMode");
        in.u16("Reserved");
        int capabilities = in.i32("Capabilities");
        Octets client = in.octets(16, "ClientGuid");
        long start = in.i64("ClientStartTime");
        List<Integer> dialects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            dialects.add(in.u16("Dialects"));
        }
        return new NegotiateRequest(securityMode, capabilities, client, start, dialects, in.rest());
    }

    void write(OctetWriter out) {
        out.u16(SIZE).u16(dialects.size()).u16(securityMode).u16(0);
        out.i32(capabilities).octets(client).i64(start);
        dialects.forEach(out::u16);
        out.octets(contexts);
    }
}
