package dev.sallyport.protocol.msturn;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.ErrorCode;
import dev.sallyport.protocol.stun.StunMessage;
import dev.sallyport.protocol.turn.Draw;
import java.nio.ByteBuffer;

/** The two ways in which the dialect can be spoken; both are understood by every relay, not by every engine. */
public enum Profile {

    /**
     * Transactions begin with STUN's magic cookie, and no attribute of ours needs padding: nDPI and Wireshark then read
     * the messages as STUN, and know Lync's media by MS-Service Quality.
     */
    INSPECTION_FRIENDLY("rtcmedia") {
        @Override
        Octets start(Octets seed) {
            return Octets.of(ByteBuffer.allocate(4).putInt(StunMessage.COOKIE).array());
        }
    },

    /** Transactions of sixteen random bytes and a realm in quotes, as the specification and Lync have them. */
    SPEC("\"rtcmedia\"") {
        @Override
        Octets start(Octets seed) {
            return new Draw(seed).bytes("start of the transaction", 4);
        }
    };

    private final MsRealm realm;

    Profile(String realm) {
        this.realm = new MsRealm(Octets.utf8(realm));
    }

    /** Returns the realm as this profile writes it; the key is the same. */
    public MsRealm realm() {
        return realm;
    }

    /** Returns a transaction that ends with these 12 bytes. */
    public Octets transaction(Octets twelve) {
        return Octets.parse(start(twelve).hex() + twelve.hex());
    }

    /** Returns the profile that a transaction is of. */
    public static Profile of(Octets transaction) {
        boolean friendly = ByteBuffer.wrap(transaction.toArray()).getInt() == StunMessage.COOKIE;
        return friendly ? INSPECTION_FRIENDLY : SPEC;
    }

    /** Returns an error whose reason needs no padding, where this profile avoids any. */
    ErrorCode fitting(ErrorCode error) {
        String spaces = " "
                .repeat(StunMessage.padded(error.reason().length())
                        - error.reason().length());
        return this == SPEC ? error : new ErrorCode(error.code(), error.reason() + spaces);
    }

    abstract Octets start(Octets seed);
}
