package dev.sallyport.protocol.sip;

import java.util.Locale;
import java.util.Optional;

/**
 * What a server tells a subscriber at once, over the connection that the subscription came by (RFC 6665 §4.2.1.2):
 * BENOTIFY to who supports it, else NOTIFY.
 */
final class Notification {

    private Notification() {}

    /** Returns the request to follow the 200; empty where the subscriber names no event, or nowhere to send it to. */
    static Optional<SipText> after(SipRequest subscribe, Answer answer, String expires) {
        Headers headers = subscribe.headers();
        boolean possible =
                headers.first("Event").isPresent() && headers.first("Contact").isPresent();
        return possible ? Optional.of(of(subscribe, answer, expires)) : Optional.empty();
    }

    private static SipText of(SipRequest subscribe, Answer answer, String expires) {
        Headers headers = subscribe.headers();
        String method = supportsBenotify(headers) ? "BENOTIFY" : "NOTIFY";
        String event = headers.value("Event");
        Draft draft = Draft.request(method, AddressUri.in(headers.value("Contact")))
                .with("Via", via(subscribe, answer))
                .with("Max-Forwards", "70")
                .withEach("Route", headers.values("Record-Route"))
                .with("From", from(subscribe))
                .with("To", headers.value("From"))
                .with("Call-ID", subscribe.identifiers().callId())
                // Rises with every refresh of the subscription, and needs no memory of the last.
                .with("CSeq", subscribe.identifiers().sequence() + " " + method)
                .with("User-Agent", answer.identity().agent().product())
                .with("Contact", answer.contact())
                .with("Event", event)
                .with("Subscription-State", state(expires));
        return event.startsWith("presence")
                ? PresenceDocument.in(headers.values("Accept"), AddressUri.in(headers.value("To")))
                        .endOf(draft)
                : draft.withoutBody();
    }

    private static boolean supportsBenotify(Headers headers) {
        return headers.values("Supported").stream().anyMatch(value -> value.contains("ms-benotify"));
    }

    private static String via(SipRequest subscribe, Answer answer) {
        Digest digest = Digest.of(
                subscribe.identifiers().callId() + subscribe.identifiers().sequence());
        String hex = digest.hex(12).toUpperCase(Locale.ROOT);
        return "SIP/2.0/" + answer.identity().transport() + " "
                + SentBy.hostPort(answer.setting().local()) + ";branch=z9hG4bK" + hex.substring(0, 8) + "."
                + hex.substring(8) + ";branched=FALSE";
    }

    private static String from(SipRequest subscribe) {
        String to = subscribe.headers().value("To");
        return subscribe.isInDialog() ? to : to + ";tag=" + LocalTag.of(subscribe.identifiers());
    }

    private static String state(String expires) {
        return expires.equals("0") ? "terminated;reason=timeout" : "active;expires=" + expires;
    }
}
