package dev.sallyport.protocol.turn;

import dev.sallyport.exchange.Datagram;
import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.StunMessage;

/** What passes between a TURN client and its server, and what comes to a port beside their connection. */
public sealed interface TurnMessage {

    /** A STUN message with TURN's methods and attributes (RFC 8656 §3). */
    record Control(StunMessage message) implements TurnMessage {}

    /**
     * What is relayed, by the number of its peer (RFC 8656 §12.4).
     *
     * @param channel {@link ChannelNumber#FIRST} to {@link ChannelNumber#LAST}
     * @param data at most 65,535 bytes
     */
    record ChannelData(int channel, Octets data) implements TurnMessage {

        /** Refuses what no ChannelData message can hold. */
        public ChannelData {
            if (channel < ChannelNumber.FIRST || channel > ChannelNumber.LAST || data.length() > 0xffff) {
                throw new IllegalArgumentException("channel " + channel + " with " + data.length()
                        + " bytes: 0x4000 to 0x7fff and at most 65535 bytes are possible (RFC 5766 §11)");
            }
        }
    }

    /** What came from a peer to the relayed address; or from the relay to the peer that an initiator plays. */
    record FromAside(Datagram datagram) implements TurnMessage {}
}
