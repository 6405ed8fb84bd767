package dev.sallyport.protocol.sip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Well-formed NTLM messages without secrets ([MS-NLMP] §2.2.1.2, §2.2.1.3): nobody is authenticated here. */
final class NtlmToken {

    private static final byte[] SIGNATURE = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHALLENGE = 2;
    private static final int AUTHENTICATE = 3;
    private static final int CHALLENGE_LENGTH = 48;
    private static final int AUTHENTICATE_LENGTH = 64;
    private static final int AUTHENTICATE_FIELDS = 6;

    /** Unicode, sign, datagram, NTLM, extended session security, identify, 128 bit, key exchange. */
    private static final int FLAGS = 0x6018_8251;

    private NtlmToken() {}

    /** Returns a server's challenge: no target, eight bytes made of the seed. */
    static String challenge(String seed) {
        ByteBuffer bytes = message(CHALLENGE, CHALLENGE_LENGTH);
        emptyField(bytes);
        bytes.putInt(FLAGS).put(Digest.of(seed).bytes(), 0, 8).putLong(0);
        emptyField(bytes);
        return base64(bytes);
    }

    /** Returns a client's answer: all six fields empty. */
    static String authenticate() {
        ByteBuffer bytes = message(AUTHENTICATE, AUTHENTICATE_LENGTH);
        for (int i = 0; i < AUTHENTICATE_FIELDS; i++) {
            emptyField(bytes);
        }
        return base64(bytes.putInt(FLAGS));
    }

    private static ByteBuffer message(int type, int length) {
        return ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(SIGNATURE)
                .putInt(type);
    }

    /** Length, room, and an offset behind the message. */
    private static void emptyField(ByteBuffer bytes) {
        bytes.putShort((short) 0).putShort((short) 0).putInt(bytes.capacity());
    }

    private static String base64(ByteBuffer bytes) {
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
