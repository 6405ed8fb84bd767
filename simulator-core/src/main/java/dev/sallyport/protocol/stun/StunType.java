package dev.sallyport.protocol.stun;

/** The first 14 bits that matter: twelve of method, with two of class between them (RFC 8489 §5, figure 3). */
final class StunType {

    private StunType() {}

    static int of(StunMessage.Kind kind, int method) {
        int low = method & 0x00f;
        int middle = (method & 0x070) << 1;
        int high = (method & 0xf80) << 2;
        int bits = kind.ordinal();
        return high | (bits & 2) << 7 | middle | (bits & 1) << 4 | low;
    }

    static StunMessage.Kind kind(int type) {
        return StunMessage.Kind.values()[(type >> 7 & 2) | (type >> 4 & 1)];
    }

    static int method(int type) {
        return (type & 0x000f) | (type & 0x00e0) >> 1 | (type & 0x3e00) >> 2;
    }
}
