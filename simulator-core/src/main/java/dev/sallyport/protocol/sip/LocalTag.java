package dev.sallyport.protocol.sip;

import java.util.HexFormat;

/** The tag this end adds to To: 32 digits, as Lync's servers write them, always the same for the same call. */
final class LocalTag {

    private static final long SEED = 0xcbf2_9ce4_8422_2325L;
    private static final long OTHER_SEED = 0x9e37_79b9_7f4a_7c15L;
    private static final long PRIME = 0x0000_0100_0000_01b3L;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private LocalTag() {}

    /** Returns the tag for the dialog that a request begins. */
    static String of(Identifiers identifiers) {
        return HEX.toHexDigits(hash(SEED, identifiers)) + HEX.toHexDigits(hash(OTHER_SEED, identifiers));
    }

    private static long hash(long seed, Identifiers identifiers) {
        return hash(hash(seed, identifiers.callId()), identifiers.fromTag());
    }

    /** FNV-1a, over characters. */
    private static long hash(long seed, String text) {
        long hash = seed;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }
}
