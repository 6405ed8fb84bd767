package dev.sallyport.protocol.smb;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.OctetReader;
import dev.sallyport.exchange.OctetWriter;
import dev.sallyport.exchange.Octets;

/**
 * The header of an SMB2 message (MS-SMB2 §2.2.1.2), 64 bytes.
 *
 * @param creditCharge 0 to 65,535
 * @param status in an answer, {@link #SUCCESS} or why not; in a request the channel's sequence
 * @param command {@link #NEGOTIATE} and so on
 * @param credits asked for or granted, 0 to 65,535
 * @param flags {@link #FROM_SERVER} and others
 * @param next where the next message of a compound begins; 0 in the last
 * @param messageId the request's number, which its answer repeats
 * @param process and {@code tree}: together the id of an asynchronous operation
 * @param signature 16 bytes
 */
public record Smb2Header(
        int creditCharge,
        int status,
        int command,
        int credits,
        int flags,
        int next,
        long messageId,
        int process,
        int tree,
        long session,
        Octets signature) {

    static final int LENGTH = 64;
    static final int PROTOCOL = 0x424d53fe;

    static final int NEGOTIATE = 0;
    static final int SESSION_SETUP = 1;

    static final int FROM_SERVER = 1;

    static final int SUCCESS = 0;
    static final int MORE_REQUIRED = 0xc0000016;
    static final int ACCESS_DENIED = 0xc0000022;
    static final int NOT_SUPPORTED = 0xc00000bb;
    static final int SESSION_DELETED = 0xc0000203;

    private static final Octets UNSIGNED = Octets.of(new byte[16]);
    private static final int PROCESS = 0xfeff;

    /** Refuses a signature of another length. */
    public Smb2Header {
        if (signature.length() != 16) {
            throw new IllegalArgumentException("signature " + signature + ": 16 bytes are needed (MS-SMB2 §2.2.1.2)");
        }
    }

    /** Returns the header of a request without a session. */
    static Smb2Header request(int command, long messageId) {
        return new Smb2Header(0, 0, command, 31, 0, 0, messageId, PROCESS, 0, 0, UNSIGNED);
    }

    /** Returns the header of the answer to an SMB1 request (MS-SMB2 §3.3.5.3.1). */
    static Smb2Header answerToOffer() {
        return new Smb2Header(0, SUCCESS, NEGOTIATE, 1, FROM_SERVER, 0, 0, 0, 0, 0, UNSIGNED);
    }

    /** Returns the header of the answer to the request with this one. */
    Smb2Header answer(int why) {
        return new Smb2Header(
                creditCharge, why, command, 1, FROM_SERVER, 0, messageId, process, tree, session, UNSIGNED);
    }

    boolean isAnswer() {
        return (flags & FROM_SERVER) != 0;
    }

    /** Tells whether it is an answer that says no; the one that asks for more of a session's set-up is not. */
    boolean isFailure() {
        return isAnswer() && status >>> 30 == 3 && status != MORE_REQUIRED;
    }

    boolean isCompound() {
        return next != 0;
    }

    static Smb2Header read(OctetReader in) throws MalformedMessageException {
        in.i32("ProtocolId");
        Smb2Body.requireSize(LENGTH, in);
        return new Smb2Header(
                in.u16("CreditCharge"),
                in.i32("Status"),
                in.u16("Command"),
                in.u16("Credit"),
                in.i32("Flags"),
                in.i32("NextCommand"),
                in.i64("MessageId"),
                in.i32("Reserved"),
                in.i32("TreeId"),
                in.i64("SessionId"),
                in.octets(16, "Signature"));
    }

    void write(OctetWriter out) {
        out.i32(PROTOCOL).u16(LENGTH).u16(creditCharge).i32(status);
        out.u16(command).u16(credits).i32(flags).i32(next);
        out.i64(messageId).i32(process).i32(tree).i64(session).octets(signature);
    }

    @Override
    public String toString() {
        return String.format(
                "SMB2 %s of command %d, status 0x%08x", isAnswer() ? "answer" : "request", command, status);
    }
}
