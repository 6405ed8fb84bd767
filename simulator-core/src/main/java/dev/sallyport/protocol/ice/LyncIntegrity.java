package dev.sallyport.protocol.ice;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.Fingerprint;
import dev.sallyport.protocol.stun.MessageIntegrity;
import dev.sallyport.protocol.stun.StunAttribute;
import dev.sallyport.protocol.stun.StunMessage;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * MESSAGE-INTEGRITY as Lync computes it: the text filled up with zeros to a multiple of 64 bytes, as RFC 3489 §11.2.8
 * has it, and its length field already counting the FINGERPRINT that follows.
 */
final class LyncIntegrity {

    private static final int BLOCK = 64;
    private static final int INTEGRITY = 24;
    private static final int FINGERPRINT = 8;
    private static final int HEADER = 20;

    private LyncIntegrity() {}

    /** Returns the message with its MESSAGE-INTEGRITY and FINGERPRINT added. */
    static StunMessage sealed(StunMessage message, Octets key) {
        List<StunAttribute> attributes = new ArrayList<>(message.attributes());
        attributes.add(over(message.wire().toArray(), key));
        return StunMessage.of(message.kind(), message.method(), message.transaction(), attributes)
                .withFingerprint();
    }

    /** Tells whether the message ends with a MESSAGE-INTEGRITY of this key, in this dialect or in the standard's. */
    static boolean isOf(StunMessage message, Octets key) {
        if (message.hasIntegrityOf(key)) {
            return true;
        }
        List<StunAttribute> attributes = message.attributes();
        int last = attributes.size() - 1;
        if (last < 1 || !(attributes.get(last) instanceof Fingerprint)) {
            return false;
        }
        int before = message.wire().length() - FINGERPRINT - INTEGRITY;
        return attributes
                .get(last - 1)
                .equals(over(message.wire().slice(0, before).toArray(), key));
    }

    private static MessageIntegrity over(byte[] before, Octets key) {
        byte[] text = Arrays.copyOf(before, (before.length + BLOCK - 1) / BLOCK * BLOCK);
        ByteBuffer.wrap(text).putShort(2, (short) (before.length - HEADER + INTEGRITY + FINGERPRINT));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.toArray(), "HmacSHA1"));
            return new MessageIntegrity(Octets.of(mac.doFinal(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA1", e);
        }
    }
}
