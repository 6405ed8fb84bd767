package dev.sallyport.protocol.smb;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.MarkedNonce;
import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import java.util.List;
import java.util.Set;

/** The protocol {@code smb}: the negotiation that begins a push of the configuration, at TCP 445 (row SRV-37). */
public final class Smb {

    private static final List<String> OFFER =
            List.of("NT LM 0.12", SmbMessage.Offer.SMB_2_002, SmbMessage.Offer.SMB_2_X);
    private static final int SIGNING_POSSIBLE = 1;
    private static final int ALL_OF_3_0_2 = 0x7f;

    private Smb() {}

    /** Returns the protocol. */
    public static Protocol<SmbMessage> protocol() {
        Exchange<SmbMessage> negotiate = Exchange.of("smb/negotiate", Set.of(Transport.TCP), Smb::negotiate);
        return new Protocol<>("smb", List.of(negotiate), new SmbService());
    }

    private static List<Step<SmbMessage>> negotiate(Setting setting) {
        return List.of(
                Step.send("SMB1 negotiate request", () -> new SmbMessage.Offer(OFFER)),
                Step.expect("response that there is SMB2", message -> isAnswer(message, 0, List.of(Revision.WILDCARD))),
                Step.send("SMB2 negotiate request", () -> request(setting)),
                Step.expect("SMB2 negotiate response", message -> isAnswer(message, 1, Revision.numbers())));
    }

    private static SmbMessage request(Setting setting) {
        NegotiateRequest request = new NegotiateRequest(
                SIGNING_POSSIBLE, ALL_OF_3_0_2, MarkedNonce.of(setting.nonce()), 0, Revision.numbers(), Octets.NONE);
        return new SmbMessage.Smb2(Smb2Header.request(Smb2Header.NEGOTIATE, 1), request);
    }

    private static Match isAnswer(SmbMessage message, long messageId, List<Integer> dialects) {
        if (!(message instanceof SmbMessage.Smb2 smb2)
                || !(smb2.body() instanceof NegotiateResponse response)
                || smb2.header().messageId() != messageId) {
            return Match.unexpected(message.toString());
        }
        return dialects.contains(response.dialect())
                ? Match.expected()
                : Match.unexpected(String.format("a response of revision 0x%04x", response.dialect()));
    }
}
