package dev.sallyport.protocol.sip;

import java.util.HashMap;
import java.util.Map;

/** The calls that stand on one connection, by Call-ID; at most 10,000. */
final class Calls {

    static final int MOST = 10_000;

    private final Map<String, String> tags = new HashMap<>();

    /** Begins a call; tells whether there was room. */
    boolean begin(SipRequest invite) {
        String callId = invite.identifiers().callId();
        if (tags.size() >= MOST && !tags.containsKey(callId)) {
            return false;
        }
        tags.put(callId, LocalTag.of(invite.identifiers()));
        return true;
    }

    /** Tells whether a request belongs to a call that stands. */
    boolean know(SipRequest request) {
        Identifiers identifiers = request.identifiers();
        String tag = tags.get(identifiers.callId());
        return tag != null && (identifiers.toTag().isEmpty() || tag.equals(identifiers.toTag()));
    }

    /** Ends a call. */
    void end(SipRequest request) {
        tags.remove(request.identifiers().callId());
    }
}
