package dev.sallyport.protocol.ice;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.RawAttribute;
import java.nio.ByteBuffer;

/** The attributes of a connectivity check (RFC 8445 §16.1, MS-ICE2 §2.2). */
enum IceAttribute {
    PRIORITY(0x0024),
    USE_CANDIDATE(0x0025),
    ICE_CONTROLLING(0x802a),
    /** The candidate's foundation, filled up with zeros to four bytes; requests alone have it. */
    CANDIDATE_IDENTIFIER(0x8054),
    /** 2 is what Lync 2013 speaks. */
    IMPLEMENTATION_VERSION(0x8070);

    private final int type;

    IceAttribute(int type) {
        this.type = type;
    }

    RawAttribute empty() {
        return new RawAttribute(type, Octets.NONE);
    }

    RawAttribute of(int value) {
        return of(Octets.of(ByteBuffer.allocate(4).putInt(value).array()));
    }

    RawAttribute of(Octets value) {
        return new RawAttribute(type, value);
    }
}
