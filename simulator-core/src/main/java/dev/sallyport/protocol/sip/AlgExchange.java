package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * {@code sip/alg}: what wakes an application layer gateway, and what trips it: literals of this end's address and of a
 * private one in Contact, session description and a header that nobody knows; compact names and folded lines; over TCP
 * one message in two segments and two messages in one.
 */
final class AlgExchange {

    private static final Duration BETWEEN_SEGMENTS = Duration.ofMillis(40);

    private final Setting setting;
    private final Caller caller;

    private AlgExchange(Setting setting) {
        this.setting = setting;
        this.caller = Caller.of(setting, Identity.of(setting).peerHost());
    }

    static List<Step<SipMessage>> ladder(Setting setting) {
        AlgExchange exchange = new AlgExchange(setting);
        return setting.transport() == Transport.UDP ? exchange.inDatagrams() : exchange.inSegments();
    }

    private List<Step<SipMessage>> inSegments() {
        Halves invite = new Halves();
        return List.of(
                caller.send("OPTIONS", this::options),
                caller.expect(200, "OPTIONS"),
                Step.send("INVITE, its first half", () -> invite.first(invite())),
                Step.pause(BETWEEN_SEGMENTS),
                Step.send("INVITE, its second half", invite::second),
                caller.expect(200, "INVITE", this::answered),
                caller.send("ACK and BYE in one segment", () -> joined(acknowledgement(), bye())),
                caller.expect(200, "BYE"));
    }

    private List<Step<SipMessage>> inDatagrams() {
        return List.of(
                caller.send("OPTIONS", this::options),
                caller.expect(200, "OPTIONS"),
                caller.send("INVITE", this::invite),
                caller.expect(200, "INVITE", this::answered),
                caller.send("ACK", this::acknowledgement),
                caller.send("BYE", this::bye),
                caller.expect(200, "BYE"));
    }

    private SipText options() {
        return AlgLiterals.compacted(begun("OPTIONS").withBody("application/sdp", offer()));
    }

    private SipText invite() {
        caller.towards(caller.identity().callee());
        return begun("INVITE").with("Allow", Lync.ALLOW_IN_INVITE).withBody("application/sdp", offer());
    }

    private String offer() {
        return SdpOffer.overTrunk(setting.local(), setting.nonce());
    }

    private Draft begun(String method) {
        return AlgLiterals.in(
                caller.request(method, from()).with("Contact", "<sip:" + SentBy.hostPort(setting.local()) + ">"),
                setting);
    }

    private Match answered(SipResponse response) {
        caller.establish(response);
        return Match.expected();
    }

    private SipText acknowledgement() {
        return AlgLiterals.in(caller.acknowledgement(from()), setting).withoutBody();
    }

    private SipText bye() {
        return AlgLiterals.in(caller.request("BYE", from()), setting).withoutBody();
    }

    private String from() {
        return "<" + caller.identity().caller() + ">";
    }

    private static SipText joined(SipText first, SipText second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first.bytes());
        both.writeBytes(second.bytes());
        return new SipText(both.toByteArray());
    }

    /** One message that goes in two segments, parted within its headers. */
    private static final class Halves {

        private byte[] second = {};

        SipText first(SipText whole) {
            byte[] bytes = whole.bytes();
            second = Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length);
            return new SipText(Arrays.copyOf(bytes, bytes.length / 2));
        }

        SipText second() {
            return new SipText(second);
        }
    }
}
