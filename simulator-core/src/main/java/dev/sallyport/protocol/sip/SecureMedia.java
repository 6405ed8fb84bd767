package dev.sallyport.protocol.sip;

import java.net.InetSocketAddress;

/** Key, ICE credentials and candidates of a stream over SRTP (RFC 4568, RFC 5245 §15); the key protects nothing. */
final class SecureMedia {

    private static final int MASTER_KEY_AND_SALT = 30;
    private static final int PRIORITY_RTP = 2_130_706_431;
    private static final int PRIORITY_RTCP = 2_130_705_918;

    private SecureMedia() {}

    static String attributes(InetSocketAddress local, int port, String seed) {
        Digest digest = Digest.of(seed);
        String ip = SentBy.ip(local);
        return "a=ice-ufrag:" + digest.hex(2) + "\r\n"
                + "a=ice-pwd:" + digest.hex(12) + "\r\n"
                + "a=candidate:1 1 UDP " + PRIORITY_RTP + " " + ip + " " + port + " typ host\r\n"
                + "a=candidate:1 2 UDP " + PRIORITY_RTCP + " " + ip + " " + (port + 1) + " typ host\r\n"
                + "a=label:main-audio\r\n"
                + crypto("2", digest);
    }

    /** Returns the line that offers, or accepts by its tag, a key. */
    static String crypto(String tag, Digest digest) {
        return "a=crypto:" + tag + " AES_CM_128_HMAC_SHA1_80 inline:" + digest.base64(MASTER_KEY_AND_SALT)
                + "|2^31|1:1\r\n";
    }
}
