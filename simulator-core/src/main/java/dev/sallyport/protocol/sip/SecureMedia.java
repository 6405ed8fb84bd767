package dev.sallyport.protocol.sip;

/** Keys of a stream over SRTP (RFC 4568, [MS-SDPEXT]); they protect nothing. */
final class SecureMedia {

    private static final int MASTER_KEY_AND_SALT = 30;
    private static final String SUITE = " AES_CM_128_HMAC_SHA1_80 inline:";
    private static final String LIFE = "|2^31";
    private static final String LIFE_AND_KEY_ID = LIFE + "|1:1";

    private SecureMedia() {}

    /** Returns the three lines of an offer: scalable, with a key identifier, without. */
    static String offered(String seed) {
        Digest digest = Digest.of(seed);
        String other = Digest.of(seed + "other").base64(MASTER_KEY_AND_SALT);
        return "a=cryptoscale:1 client" + SUITE + digest.base64(MASTER_KEY_AND_SALT) + LIFE_AND_KEY_ID + "\r\n"
                + crypto("2", digest)
                + "a=crypto:3" + SUITE + other + LIFE + "\r\n";
    }

    /** Returns the line that offers, or accepts by its tag, a key. */
    static String crypto(String tag, Digest digest) {
        return "a=crypto:" + tag + SUITE + digest.base64(MASTER_KEY_AND_SALT) + LIFE_AND_KEY_ID + "\r\n";
    }
}
