package dev.sallyport.protocol.srtp;

import dev.sallyport.exchange.Octets;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES in counter mode as SRTP counts (RFC 3711 §4.1.1); a packet is far shorter than the 2^16 blocks it may have. */
final class CounterMode {

    private CounterMode() {}

    /** Returns where the counter of a packet starts: its salt, source and index, and two bytes of zero. */
    static byte[] start(Octets salt, int ssrc, long index) {
        ByteBuffer start = ByteBuffer.allocate(16).put(salt.toArray());
        start.putInt(4, start.getInt(4) ^ ssrc);
        start.putInt(8, start.getInt(8) ^ (int) (index >>> 16));
        start.putShort(12, (short) (start.getShort(12) ^ (int) index));
        return start.array();
    }

    /** Combines a part of the bytes with the keystream, in place; the same again undoes it. */
    static void apply(Octets key, byte[] start, byte[] bytes, int from, int length) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key.toArray(), "AES"), new IvParameterSpec(start));
            cipher.doFinal(bytes, from, length, bytes, from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES in counter mode", e);
        }
    }
}
