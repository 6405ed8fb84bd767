package dev.sallyport.protocol.rtp;

import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.protocol.ice.IceCheck;
import dev.sallyport.protocol.ice.IceCredentials;
import dev.sallyport.protocol.stun.StunMessage;
import java.util.List;

/** The connectivity check and its nomination (RFC 8445 §8.1.1), each with its answer. */
final class CheckLadder {

    private final IceCredentials credentials;

    CheckLadder(Setting setting) {
        credentials = new IceCredentials(Octets.parse(setting.nonce()));
    }

    List<Step<RtpMessage>> checks() {
        StunMessage first = IceCheck.first(credentials);
        StunMessage nominating = IceCheck.nominating(credentials);
        return List.of(
                Step.send("connectivity check", () -> new StunPacket(first)),
                Step.expect("answer to the connectivity check", message -> isAnswer(message, first)),
                Step.send("nomination", () -> new StunPacket(nominating)),
                Step.expect("answer to the nomination", message -> isAnswer(message, nominating)));
    }

    private Match isAnswer(RtpMessage message, StunMessage check) {
        return message instanceof StunPacket packet
                ? IceCheck.answers(packet.message(), check, credentials)
                : Match.awaiting(); // Media may come early, from another attempt too.
    }
}
