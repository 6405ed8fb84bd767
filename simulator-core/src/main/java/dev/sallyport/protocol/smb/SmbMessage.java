package dev.sallyport.protocol.smb;

import dev.sallyport.exchange.Octets;
import java.util.List;

/** What stands in one frame of SMB over TCP (MS-SMB2 §2.1). */
public sealed interface SmbMessage {

    /**
     * The SMB1 request that offers dialects (MS-CIFS §2.2.4.52); its header is as Windows Server 2012 R2 fills it.
     *
     * @param dialects names without a zero character, {@code SMB 2.???}
     */
    record Offer(List<String> dialects) implements SmbMessage {

        /** The name by which SMB 2.0.2 is offered in SMB1. */
        public static final String SMB_2_002 = "SMB 2.002";

        /** The name by which later revisions are offered in SMB1, to be negotiated in SMB2. */
        public static final String SMB_2_X = "SMB 2.???";

        /** Keeps its own copy, and refuses what would be read otherwise. */
        public Offer {
            dialects = List.copyOf(dialects);
            if (dialects.stream().anyMatch(name -> name.matches("(?s).*[\0\\x{100}-\\x{10ffff}].*"))) {
                throw new IllegalArgumentException("dialects " + dialects + ": no name may contain a zero");
            }
        }

        @Override
        public String toString() {
            return "SMB1 negotiate request of " + dialects;
        }
    }

    /** A message of SMB2 or SMB3. */
    record Smb2(Smb2Header header, Smb2Body body) implements SmbMessage {

        @Override
        public String toString() {
            return header + " with " + body;
        }
    }

    /**
     * A frame of another kind of the session service (RFC 1002 §4.3), or an SMB1 message that is no negotiation.
     *
     * @param type 0 to 255: 0x85 keeps alive, 0 carries a message
     */
    record Other(int type, Octets bytes) implements SmbMessage {}
}
