package dev.sallyport.protocol.sip;

/**
 * What joins a message to its transaction (RFC 3261 §17.1.3, §17.2.3) and its dialog (§12).
 *
 * @param branch of the topmost Via; empty where it has none, as before RFC 3261
 * @param sentBy the host of the topmost Via
 * @param callId the whole Call-ID
 * @param sequence the number in CSeq
 * @param method the method in CSeq
 * @param fromTag empty where there is none
 * @param toTag empty where there is none: outside a dialog
 */
public record Identifiers(
        String branch, String sentBy, String callId, long sequence, String method, String fromTag, String toTag) {}
