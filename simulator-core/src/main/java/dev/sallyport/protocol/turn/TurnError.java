package dev.sallyport.protocol.turn;

import dev.sallyport.protocol.stun.ErrorCode;

/** Why a TURN request is refused (RFC 8489 §14.8, RFC 8656 §19). */
public final class TurnError {

    /** No credentials, or wrong ones. */
    public static final ErrorCode UNAUTHENTICATED = new ErrorCode(401, "Unauthorized");

    /** A peer that is not of the lab. */
    public static final ErrorCode FORBIDDEN = new ErrorCode(403, "Forbidden");

    /** No allocation, or one too many. */
    public static final ErrorCode MISMATCH = new ErrorCode(437, "Allocation Mismatch");

    /** Another nonce than this server's. */
    public static final ErrorCode STALE_NONCE = new ErrorCode(438, "Stale Nonce");

    static final ErrorCode FAMILY = new ErrorCode(440, "Address Family not Supported");
    static final ErrorCode WRONG_CREDENTIALS = new ErrorCode(441, "Wrong Credentials");
    static final ErrorCode TRANSPORT = new ErrorCode(442, "Unsupported Transport Protocol");
    static final ErrorCode PEER_FAMILY = new ErrorCode(443, "Peer Address Family Mismatch");
    static final ErrorCode CAPACITY = new ErrorCode(508, "Insufficient Capacity");

    private TurnError() {}
}
