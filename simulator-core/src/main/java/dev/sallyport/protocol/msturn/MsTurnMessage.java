package dev.sallyport.protocol.msturn;

import dev.sallyport.exchange.Datagram;
import dev.sallyport.exchange.Octets;

/** What passes between a Lync client and the A/V Edge's relay, and what comes to a port beside their connection. */
public sealed interface MsTurnMessage permits MsTurnControl, MsTurnMessage.Aside, MsTurnMessage.EndToEnd, PseudoHello {

    /**
     * What is relayed to or from the active destination, as it is ([MS-TURN] §2.1.4): over UDP without any header.
     *
     * @param data at most 65,535 bytes
     */
    record EndToEnd(Octets data) implements MsTurnMessage {

        /** Refuses what no frame can hold. */
        public EndToEnd {
            if (data.length() > 0xffff) {
                throw new IllegalArgumentException(data.length() + " bytes are more than a frame's 65535");
            }
        }
    }

    /** What came from a peer to the relayed address; or from the relay to the peer that an initiator plays. */
    record Aside(Datagram datagram) implements MsTurnMessage {}
}
