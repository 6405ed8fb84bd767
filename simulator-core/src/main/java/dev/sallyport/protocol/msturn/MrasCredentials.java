package dev.sallyport.protocol.msturn;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.MessageIntegrity;
import dev.sallyport.protocol.turn.LabCredentials;

/**
 * Credentials as the Media Relay Authentication Service would issue them: opaque bytes, carried in Base64 by its answer
 * ([MS-AVEDGEA]). A stand-in that both ends compute, and no secret at all: it proves nothing but that a firewall carries
 * the exchange.
 *
 * @param username 32 bytes: the attempt's nonce, and its HMAC-SHA1 under the secret of the relay's domain
 * @param password 20 bytes: the HMAC-SHA1 of the user name under the same secret
 */
public record MrasCredentials(Octets username, Octets password) {

    /** Issues credentials for an attempt at the relay of a domain. */
    public static MrasCredentials issue(String nonce, String domain) {
        Octets seed = Octets.parse(nonce);
        Octets mark = LabCredentials.hmac(LabCredentials.secret(domain), seed);
        return of(Octets.parse(seed.hex() + mark.hex()), domain);
    }

    /** Returns the credentials of a user name that came to the relay of a domain. */
    public static MrasCredentials of(Octets username, String domain) {
        return new MrasCredentials(username, LabCredentials.hmac(LabCredentials.secret(domain), username));
    }

    /** Returns the key of Message Integrity: MD5 of user, realm and password, each without quotes around it. */
    public Octets key(MsRealm realm) {
        return MessageIntegrity.longTermKey(trimmed(username), trimmed(realm.bytes()), trimmed(password));
    }

    /** Takes quotes off both ends, and zeroes off the end, as Lync's clients do. */
    private static Octets trimmed(Octets octets) {
        byte[] bytes = octets.toArray();
        int from = 0;
        int to = bytes.length;
        while (to > from && (bytes[to - 1] == '"' || bytes[to - 1] == 0)) {
            to--;
        }
        while (from < to && bytes[from] == '"') {
            from++;
        }
        return octets.slice(from, to - from);
    }
}
