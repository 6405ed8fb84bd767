package dev.sallyport.protocol.srtp;

import dev.sallyport.exchange.Octets;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of one direction of RTP, or of RTCP, derived once from the master key (RFC 3711 §4.3).
 *
 * @param cipher 16 bytes
 * @param authentication 20 bytes
 * @param salt 14 bytes
 */
record SessionKeys(Octets cipher, Octets authentication, Octets salt) {

    /** How many bytes of the digest go along: 80 bits. */
    static final int TAG = 10;

    private static final int RTP = 0;
    private static final int RTCP = 3;

    static SessionKeys forRtp(MasterKey master) {
        return derived(master, RTP);
    }

    static SessionKeys forRtcp(MasterKey master) {
        return derived(master, RTCP);
    }

    private static SessionKeys derived(MasterKey master, int first) {
        return new SessionKeys(
                derived(master, first, 16), derived(master, first + 1, 20), derived(master, first + 2, 14));
    }

    /** Returns keystream of the master key; the label stands seven bytes before the counter's last two (§4.3.1). */
    static Octets derived(MasterKey master, int label, int length) {
        byte[] start = Arrays.copyOf(master.salt().toArray(), 16);
        start[7] ^= (byte) label;
        byte[] key = new byte[length];
        CounterMode.apply(master.key(), start, key, 0, length);
        return Octets.of(key);
    }

    /** Encrypts or decrypts a packet from a byte on, in place, up to an end. */
    void apply(int ssrc, long index, byte[] packet, int from, int end) {
        CounterMode.apply(cipher, CounterMode.start(salt, ssrc, index), packet, from, end - from);
    }

    /** Returns the tag over the first bytes of a packet and four that follow them. */
    byte[] tag(byte[] packet, int length, int following) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(authentication.toArray(), "HmacSHA1"));
            mac.update(packet, 0, length);
            mac.update(ByteBuffer.allocate(4).putInt(following).array());
            return Arrays.copyOf(mac.doFinal(), TAG);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA1", e);
        }
    }
}
