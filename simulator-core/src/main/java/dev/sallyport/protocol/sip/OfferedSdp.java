package dev.sallyport.protocol.sip;

import java.util.Locale;

/** The session description in a message: its body, or the last one of a multipart body (RFC 5621 §3.1). */
final class OfferedSdp {

    private OfferedSdp() {}

    /** Returns the description; empty where there is none. Lync puts the newer form of ICE last. */
    static String in(SipRequest request) {
        String type = request.headers().value("Content-Type").toLowerCase(Locale.ROOT);
        if (type.startsWith("application/sdp")) {
            return request.body();
        }
        return type.startsWith("multipart/") ? lastPart(request.body()) : "";
    }

    private static String lastPart(String body) {
        int at = body.lastIndexOf("\r\nv=0\r\n");
        if (at < 0) {
            return "";
        }
        int end = body.indexOf("\r\n--", at);
        return body.substring(at + 2, end < 0 ? body.length() : end + 2);
    }
}
