package dev.sallyport.protocol.msturn;

import dev.sallyport.exchange.Framing;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import dev.sallyport.protocol.msturn.MsTurnMessage.EndToEnd;
import java.nio.ByteBuffer;

/** What the dialect sends over UDP: control messages, known by their cookie, and data without any header. */
final class MsTurnDatagrams implements Framing<MsTurnMessage> {

    @Override
    public int length(ByteBuffer head) {
        return head.remaining();
    }

    @Override
    public MsTurnMessage read(byte[] datagram) throws MalformedMessageException {
        return MsTurnReader.isControl(datagram) ? MsTurnReader.read(datagram) : new EndToEnd(Octets.of(datagram));
    }

    @Override
    public byte[] write(MsTurnMessage message) {
        if (message instanceof MsTurnControl control) {
            return control.wire().toArray();
        }
        if (message instanceof EndToEnd data) {
            return data.data().toArray();
        }
        throw new IllegalArgumentException("this has no place in a datagram: " + message);
    }
}
