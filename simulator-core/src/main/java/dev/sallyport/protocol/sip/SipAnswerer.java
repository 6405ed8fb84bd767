package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One connection to the service: requests of any number of calls, in any order (RFC 3261 §8.2).
 *
 * <p>Every call is answered at once, so a CANCEL always comes too late to stop one (§9.2): it is answered, and no 487
 * follows.
 */
final class SipAnswerer implements Answerer<SipMessage> {

    private static final String ANSWERED = "INVITE, ACK, BYE, CANCEL, OPTIONS, REGISTER, MESSAGE, INFO, NOTIFY, "
            + "BENOTIFY, SUBSCRIBE, SERVICE, REFER, UPDATE, PRACK";

    private final Answer answer;
    private final Calls calls = new Calls();

    SipAnswerer(Setting setting) {
        this.answer = new Answer(setting);
    }

    @Override
    public List<Step<SipMessage>> on(SipMessage message) {
        if (message instanceof SipRequest request) {
            return request.refusal().isPresent()
                    ? refused(request, request.refusal().get())
                    : answered(request);
        }
        return message == KeepAlive.PING ? List.of(Step.send("CRLF", () -> KeepAlive.PONG)) : List.of();
    }

    /** Nothing ever answers an ACK (§17). */
    private List<Step<SipMessage>> refused(SipRequest request, Refusal refusal) {
        return request.method().equals("ACK") ? List.of() : plain(request, refusal.code(), refusal.reason());
    }

    private List<Step<SipMessage>> answered(SipRequest request) {
        return switch (request.method()) {
            case "INVITE" -> invited(request);
            case "ACK", "BENOTIFY" -> List.of();
            case "BYE" -> ended(request);
            case "CANCEL" -> ifKnown(request, calls.know(request));
            case "INFO", "PRACK", "UPDATE" -> ifKnown(request, !request.isInDialog() || calls.know(request));
            case "REFER" -> plain(request, 202, "Accepted");
            case "OPTIONS" -> send(request, 200, capabilities(request));
            case "REGISTER" -> sendAs(request, RegisterAnswer.to(request, answer));
            case "SUBSCRIBE" -> subscribed(request);
            case "SERVICE" -> serviced(request);
            case "MESSAGE", "NOTIFY" -> plain(request, 200, "OK");
            // Declined compression leaves the connection as it is ([MS-CONMGMT]).
            case "NEGOTIATE" -> plain(request, 488, "Not Acceptable Here");
            default ->
                send(request, 405, answer.to(request, 405, "Method Not Allowed").with("Allow", ANSWERED));
        };
    }

    private List<Step<SipMessage>> invited(SipRequest request) {
        if (request.isInDialog() && !calls.know(request)) {
            return unknown(request);
        }
        if (!calls.begin(request)) {
            return plain(request, 503, "Service Unavailable: " + Calls.MOST + " calls stand on this connection");
        }
        return List.of(
                step(request, 100, answer.to(request, 100, "Trying").withoutBody()),
                step(request, 180, ringing(request)),
                step(request, 200, accepted(request)));
    }

    private SipText ringing(SipRequest request) {
        return inDialog(request, 180, "Ringing").withoutBody();
    }

    private SipText accepted(SipRequest request) {
        String sdp = SdpAnswer.to(
                OfferedSdp.in(request),
                answer.setting().local(),
                request.identifiers().callId());
        return inDialog(request, 200, "OK")
                .with("Allow", ANSWERED)
                .with("Supported", "replaces")
                .withBody("application/sdp", sdp);
    }

    private Draft inDialog(SipRequest request, int code, String reason) {
        return answer.to(request, code, reason)
                .withEach("Record-Route", request.headers().values("Record-Route"))
                .with("Contact", answer.contact());
    }

    private List<Step<SipMessage>> ended(SipRequest request) {
        if (!calls.know(request)) {
            return unknown(request);
        }
        calls.end(request);
        return plain(request, 200, "OK");
    }

    private Draft capabilities(SipRequest request) {
        return answer.to(request, 200, "OK")
                .with("Contact", answer.contact())
                .with("Allow", ANSWERED)
                .with("Accept", "application/sdp")
                .with("Supported", "replaces, timer, 100rel");
    }

    private List<Step<SipMessage>> subscribed(SipRequest request) {
        String asked = request.headers().value("Expires");
        String expires = asked.isEmpty() ? Lync.EXPIRES : asked;
        List<Step<SipMessage>> steps =
                new ArrayList<>(send(request, 200, inDialog(request, 200, "OK").with("Expires", expires)));
        Notification.after(request, answer, expires)
                .ifPresent(notification -> steps.add(Step.send("NOTIFY", () -> notification)));
        return steps;
    }

    /** Of the services, only the media relay's needs an answer that says something. */
    private List<Step<SipMessage>> serviced(SipRequest request) {
        boolean relay =
                request.headers().value("Content-Type").toLowerCase(Locale.ROOT).startsWith(RelayCredentials.TYPE);
        return relay
                ? sendAs(
                        request,
                        answer.to(request, 200, "OK")
                                .withBody(RelayCredentials.TYPE, RelayCredentials.response(request, answer.identity())))
                : plain(request, 200, "OK");
    }

    private List<Step<SipMessage>> ifKnown(SipRequest request, boolean known) {
        return known ? plain(request, 200, "OK") : unknown(request);
    }

    private List<Step<SipMessage>> unknown(SipRequest request) {
        return plain(request, 481, "Call/Transaction Does Not Exist");
    }

    private List<Step<SipMessage>> plain(SipRequest request, int code, String reason) {
        return send(request, code, answer.to(request, code, reason));
    }

    private List<Step<SipMessage>> send(SipRequest request, int code, Draft draft) {
        return List.of(step(request, code, draft.withoutBody()));
    }

    private List<Step<SipMessage>> sendAs(SipRequest request, SipText text) {
        return List.of(Step.send("answer to " + request.method(), () -> text));
    }

    private static Step<SipMessage> step(SipRequest request, int code, SipText text) {
        return Step.send(code + " to " + request.method(), () -> text);
    }
}
