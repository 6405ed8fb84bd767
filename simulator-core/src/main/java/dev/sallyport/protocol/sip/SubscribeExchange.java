package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import java.util.List;
import java.util.function.Function;

/**
 * {@code sip/subscribe} and {@code sip/federation}: presence is asked for, granted, and told in a request of the far
 * end's own (RFC 6665 §4.2.2), which may come before the grant does (§4.1.2.4).
 *
 * <p>The far end tells by NOTIFY, answered here, or by BENOTIFY, which wants no answer, to who supports it.
 */
final class SubscribeExchange {

    private final Caller caller;
    private final Function<Caller, SipText> subscribe;
    private SipRequest notification;

    private SubscribeExchange(Setting setting, Function<Caller, SipText> subscribe) {
        this.caller = Caller.of(setting, Identity.of(setting).peerUser());
        this.subscribe = subscribe;
    }

    static List<Step<SipMessage>> ladder(Setting setting) {
        return new SubscribeExchange(setting, SubscribeRequest::of).steps();
    }

    /** Returns the ladder between the Edge Servers of two federated domains. */
    static List<Step<SipMessage>> federated(Setting setting) {
        return new SubscribeExchange(setting, FederatedRequest::of).steps();
    }

    private List<Step<SipMessage>> steps() {
        return List.of(
                caller.send("SUBSCRIBE", () -> subscribe.apply(caller)),
                Step.expect("200 to SUBSCRIBE", this::granted),
                Step.choice(this::unlessAlreadyTold),
                Step.choice(this::answer));
    }

    private Match granted(SipMessage message) {
        Match early = told(message);
        return early instanceof Match.Awaiting
                ? caller.match(200, message, response -> Match.expected())
                : early instanceof Match.Expected ? Match.awaiting() : early;
    }

    private List<Step<SipMessage>> unlessAlreadyTold() {
        return notification == null ? List.of(Step.expect("NOTIFY or BENOTIFY", this::told)) : List.of();
    }

    private Match told(SipMessage message) {
        if (!(message instanceof SipRequest request) || !isNotification(request)) {
            return Match.awaiting();
        }
        String state = request.headers().value("Subscription-State");
        if (!state.startsWith("active") && !state.startsWith("pending")) {
            return Match.unexpected(
                    request.method() + " with the subscription's state '" + Quoted.shortened(state) + "'");
        }
        notification = request;
        return Match.expected();
    }

    private boolean isNotification(SipRequest request) {
        boolean tells = request.method().equals("NOTIFY") || request.method().equals("BENOTIFY");
        return tells && request.refusal().isEmpty() && caller.owns(request);
    }

    private List<Step<SipMessage>> answer() {
        return notification.method().equals("BENOTIFY")
                ? List.of()
                : List.of(caller.send("200 to NOTIFY", () -> new Answer(caller.setting())
                        .to(notification, 200, "OK")
                        .withoutBody()));
    }
}
