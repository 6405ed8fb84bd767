package dev.sallyport.protocol.xmpp;

import java.util.stream.Collectors;

/** Messages in the words of evidence: what came where something else was awaited. */
final class Wording {

    private Wording() {}

    /** Returns what it is, with the peer's reason where it gives one. */
    static String of(XmppMessage message) {
        if (message instanceof StreamOpen) {
            return "a stream header";
        }
        return message instanceof XmlElement element ? of(element) : "the end of the stream";
    }

    /** Returns what the features of a stream are. */
    static String features(XmlElement features) {
        String offered = features.children().stream()
                .map(feature -> feature.name().local() + mechanisms(feature))
                .collect(Collectors.joining(", "));
        return "features with " + (offered.isEmpty() ? "nothing" : offered);
    }

    private static String of(XmlElement element) {
        if (element.is(Namespaces.STREAMS, "error")) {
            return "stream error " + reason(element);
        } else if (element.is(Namespaces.STREAMS, "features")) {
            return features(element);
        } else if (element.is(Namespaces.SASL, "failure")) {
            return "SASL failure " + reason(element);
        } else if (element.is(Namespaces.TLS, "failure")) {
            return "the refusal of STARTTLS";
        }
        String prefix = element.name().namespace().equals(Namespaces.DIALBACK) ? "db:" : "";
        return prefix + element.name().local() + type(element);
    }

    private static String type(XmlElement element) {
        String type = element.attribute("type")
                .map(value -> " of type '" + value + "'")
                .orElse("");
        String reason = element.children().stream()
                .filter(child -> child.name().local().equals("error"))
                .findFirst()
                .map(error -> " (" + reason(error) + ")")
                .orElse("");
        return type + reason;
    }

    private static String mechanisms(XmlElement feature) {
        return !feature.is(Namespaces.SASL, "mechanisms")
                ? ""
                : feature.children().stream().map(XmlElement::text).collect(Collectors.joining(" ", " ", ""));
    }

    /** The condition and the text, which have the same shape in every error of XMPP. */
    private static String reason(XmlElement error) {
        String condition = error.children().stream()
                .filter(child -> !child.name().local().equals("text"))
                .map(child -> child.name().local())
                .findFirst()
                .orElse("without a condition");
        String text = error.children().stream()
                .filter(child -> child.name().local().equals("text"))
                .map(child -> ": " + child.text())
                .findFirst()
                .orElse("");
        return condition + text;
    }
}
