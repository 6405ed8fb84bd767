package dev.sallyport.protocol.turn;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.StunAttribute;

/** The attributes that TURN adds to STUN's (RFC 8656 §18). */
final class TurnAttributes {

    private TurnAttributes() {}

    static StunAttribute read(int type, Octets value, Octets transaction) {
        return switch (type) {
            case ChannelNumber.TYPE -> ChannelNumber.read(value);
            case Lifetime.TYPE -> Lifetime.read(value);
            case XorPeerAddress.TYPE -> XorPeerAddress.read(value, transaction);
            case Data.TYPE -> new Data(value);
            case XorRelayedAddress.TYPE -> XorRelayedAddress.read(value, transaction);
            case RequestedAddressFamily.TYPE -> RequestedAddressFamily.read(value);
            case EvenPort.TYPE -> EvenPort.read(value);
            case RequestedTransport.TYPE -> RequestedTransport.read(value);
            default -> StunAttribute.read(type, value, transaction);
        };
    }
}
