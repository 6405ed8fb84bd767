package dev.sallyport.protocol.msturn;

import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.stun.ErrorCode;
import dev.sallyport.protocol.stun.MappedAddress;
import dev.sallyport.protocol.stun.MessageIntegrity;
import dev.sallyport.protocol.stun.RawAttribute;
import dev.sallyport.protocol.stun.StunAttribute;
import dev.sallyport.protocol.stun.UnknownAttributes;
import dev.sallyport.protocol.stun.Username;
import dev.sallyport.protocol.turn.Data;
import dev.sallyport.protocol.turn.Lifetime;

/** The attributes of the dialect ([MS-TURN] §2.2.2): some of STUN's and TURN's, and its own. */
final class MsTurnAttributes {

    private MsTurnAttributes() {}

    static StunAttribute read(int type, Octets value, Octets transaction) {
        return switch (type) {
            case MappedAddress.TYPE -> MappedAddress.read(value);
            case Username.TYPE -> new Username(value);
            case MessageIntegrity.TYPE -> new MessageIntegrity(value);
            case ErrorCode.TYPE -> ErrorCode.read(value);
            case UnknownAttributes.TYPE -> UnknownAttributes.read(value);
            case Lifetime.TYPE -> Lifetime.read(value);
            case MagicCookie.TYPE -> MagicCookie.read(value);
            case Bandwidth.TYPE -> Bandwidth.read(value);
            case DestinationAddress.TYPE -> DestinationAddress.read(value);
            case RemoteAddress.TYPE -> RemoteAddress.read(value);
            case Data.TYPE -> new Data(value);
            case MsNonce.TYPE -> new MsNonce(value);
            case MsRealm.TYPE -> new MsRealm(value);
            case MsVersion.TYPE -> MsVersion.read(value);
            case ReflexiveAddress.TYPE -> ReflexiveAddress.read(value, transaction);
            case SequenceNumber.TYPE -> SequenceNumber.read(value);
            case ServiceQuality.TYPE -> ServiceQuality.read(value);
            default -> new RawAttribute(type, value);
        };
    }
}
