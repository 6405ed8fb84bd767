package dev.sallyport.protocol.smb;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.OctetReader;
import dev.sallyport.exchange.OctetWriter;
import dev.sallyport.exchange.Octets;

/**
 * The answer that names the revision (MS-SMB2 §2.2.4).
 *
 * @param securityMode 1: signing is possible, 3: required
 * @param dialect the revision; 0x02FF sends the client on to a request in SMB2
 * @param contexts how many contexts follow, in 3.1.1
 * @param server the ServerGuid, 16 bytes
 * @param most the most bytes of a transaction, of a read and of a write
 * @param time 100 ns since 1601; 0 is untold
 * @param start as {@code time}
 * @param token SPNEGO's offer of mechanisms (RFC 4178 §4.2.1)
 */
public record NegotiateResponse(
        int securityMode,
        int dialect,
        int contexts,
        Octets server,
        int capabilities,
        Most most,
        long time,
        long start,
        Octets token)
        implements Smb2Body {

    private static final int SIZE = 65;
    private static final int BUFFER = Smb2Header.LENGTH + SIZE - 1;

    /** The most bytes that fit into one of each. */
    public record Most(int transaction, int read, int write) {}

    /** Refuses what cannot be sent. */
    public NegotiateResponse {
        if (server.length() != 16 || token.length() > 0xffff) {
            throw new IllegalArgumentException("ServerGuid " + server + ": 16 bytes are needed (MS-SMB2 §2.2.4)");
        }
    }

    /** Reads it from a reader that has begun at the header, for the token's place counts from there. */
    static NegotiateResponse read(OctetReader in) throws MalformedMessageException {
        Smb2Body.requireSize(SIZE, in);
        int securityMode = in.u16("SecurityMode");
        int dialect = in.u16("DialectRevision");
        int contexts = in.u16("NegotiateContextCount");
        Octets server = in.octets(16, "ServerGuid");
        int capabilities = in.i32("Capabilities");
        Most most = new Most(in.i32("MaxTransactSize"), in.i32("MaxReadSize"), in.i32("MaxWriteSize"));
        long time = in.i64("SystemTime");
        long start = in.i64("ServerStartTime");
        return new NegotiateResponse(
                securityMode, dialect, contexts, server, capabilities, most, time, start, token(in));
    }

    private static Octets token(OctetReader in) throws MalformedMessageException {
        int place = in.u16("SecurityBufferOffset");
        int length = in.u16("SecurityBufferLength");
        in.i32("NegotiateContextOffset");
        if (length == 0) {
            return Octets.NONE;
        }
        in.goTo(place, "SecurityBufferOffset");
        return in.octets(length, "SecurityBuffer");
    }

    void write(OctetWriter out) {
        out.u16(SIZE).u16(securityMode).u16(dialect).u16(contexts).octets(server);
        out.i32(capabilities).i32(most.transaction()).i32(most.read()).i32(most.write());
        out.i64(time).i64(start).u16(BUFFER).u16(token.length()).i32(0).octets(token);
    }
}
