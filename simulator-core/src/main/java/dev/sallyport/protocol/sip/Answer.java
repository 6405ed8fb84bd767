package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.Setting;
import java.util.List;

/** What every response repeats of its request and says of its server (RFC 3261 §8.2.6). */
final class Answer {

    private final Setting setting;
    private final Identity identity;
    private final String product;
    private final String contact;

    Answer(Setting setting) {
        this.setting = setting;
        this.identity = Identity.of(setting);
        this.product = identity.agent().product();
        this.contact = identity.contact();
    }

    Setting setting() {
        return setting;
    }

    Identity identity() {
        return identity;
    }

    /** Returns the Contact by which this end is reached in a dialog. */
    String contact() {
        return contact;
    }

    /** Begins a response; all but 100 have a tag in To (§8.2.6.2). */
    Draft to(SipRequest request, int code, String reason) {
        Headers headers = request.headers();
        Draft draft = Draft.response(code, reason);
        List<String> vias = headers.values("Via");
        draft.with("Via", ReceivedVia.of(vias.get(0), request, setting, identity.agent()));
        draft.withEach("Via", vias.subList(1, vias.size()));
        return draft.with("From", headers.value("From"))
                .with("To", tagged(request, code))
                .with("Call-ID", request.identifiers().callId())
                .with("CSeq", headers.value("CSeq"))
                .with(identity.agent().responseHeader(), product);
    }

    private static String tagged(SipRequest request, int code) {
        String to = request.headers().value("To");
        return code == 100 || request.isInDialog() ? to : to + ";tag=" + LocalTag.of(request.identifiers());
    }
}
