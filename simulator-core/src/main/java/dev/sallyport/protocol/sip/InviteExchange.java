package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import java.util.List;
import java.util.function.Function;

/** {@code sip/invite}: a call is made, answered and ended (RFC 3261 §4; 100 and 180 may come, and need not). */
final class InviteExchange {

    private final Caller caller;
    private final Function<Caller, SipText> invite;

    private InviteExchange(Caller caller, Function<Caller, SipText> invite) {
        this.caller = caller;
        this.invite = invite;
    }

    static List<Step<SipMessage>> ladder(Setting setting) {
        return of(Caller.of(setting, Identity.of(setting).callee()), InviteRequest::of);
    }

    /** Returns a call's steps, for a caller who may have sent other requests before. */
    static List<Step<SipMessage>> of(Caller caller, Function<Caller, SipText> invite) {
        return new InviteExchange(caller, invite).steps();
    }

    private List<Step<SipMessage>> steps() {
        return List.of(
                caller.send("INVITE", this::called),
                caller.expect(200, "INVITE", this::answered),
                caller.send("ACK", () -> caller.acknowledgement(from()).withoutBody()),
                caller.send("BYE", () -> caller.request("BYE", from()).withoutBody()),
                caller.expect(200, "BYE"));
    }

    private SipText called() {
        caller.towards(caller.identity().callee());
        return invite.apply(caller);
    }

    /** An offer in the INVITE has its answer in the 200 (RFC 3261 §13.2.1). */
    private Match answered(SipResponse response) {
        if (!response.body().startsWith("v=0")) {
            return Match.unexpected(response.status() + " without an SDP answer");
        }
        caller.establish(response);
        return Match.expected();
    }

    private String from() {
        return "<" + caller.identity().caller() + ">";
    }
}
