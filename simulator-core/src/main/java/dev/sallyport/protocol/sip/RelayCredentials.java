package dev.sallyport.protocol.sip;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The documents by which credentials for the media relay are asked for and given ([MS-AVEDGEA] §2.2); what is given is
 * good for nothing.
 */
final class RelayCredentials {

    /** The documents' media type. */
    static final String TYPE = "application/msrtc-media-relay-auth+xml";

    private static final String NAMESPACE = "http://schemas.microsoft.com/2006/09/sip/mrasp";
    private static final String MINUTES = "480";
    private static final int TOKEN = 32;
    private static final int PASSWORD = 20;

    private RelayCredentials() {}

    /** Returns a request by a server inside, for eight hours. */
    static String request(Identity identity, String id) {
        return "<request requestID=\"" + id.substring(0, 8) + "\" from=\"" + identity.user()
                + "\" version=\"1.0\" to=\"" + identity.peerRelayService() + "\" xmlns=\"" + NAMESPACE
                + "\"><credentialsRequest credentialsRequestID=\"1\"><identity>" + identity.user()
                + "</identity><location>intranet</location><duration>" + MINUTES
                + "</duration></credentialsRequest></request>";
    }

    /** Returns the response to a request: credentials made of its Call-ID, and this host as the one relay. */
    static String response(SipRequest request, Identity identity) {
        String asked = request.body();
        Digest digest = Digest.of(request.identifiers().callId());
        return "<response requestID=\"" + attribute(asked, "requestID") + "\" from=\"" + attribute(asked, "from")
                + "\" to=\"" + attribute(asked, "to") + "\" version=\"1.0\" reasonPhrase=\"OK\" xmlns=\"" + NAMESPACE
                + "\"><credentialsResponse credentialsRequestID=\"" + attribute(asked, "credentialsRequestID")
                + "\"><credentials><username>" + digest.base64(TOKEN) + "</username><password>"
                + Digest.of(digest.hex(TOKEN)).base64(PASSWORD) + "</password><duration>" + MINUTES
                + "</duration></credentials><mediaRelayList><mediaRelay><location>" + location(asked)
                + "</location><hostName>"
                + XmlText.escaped(identity.setting().self().fqdn())
                + "</hostName><udpPort>3478</udpPort><tcpPort>443</tcpPort></mediaRelay></mediaRelayList>"
                + "</credentialsResponse></response>";
    }

    /** Tells whether a body gives what a client needs to use a relay. */
    static boolean areIn(String body) {
        return List.of("reasonPhrase=\"OK\"", "<username>", "<password>", "<mediaRelay>", "Port>").stream()
                .allMatch(body::contains);
    }

    private static String location(String asked) {
        return asked.contains(">internet<") ? "internet" : "intranet";
    }

    /** Returns an attribute's value as it was written, so as escaped as it was; empty where it does not stand. */
    private static String attribute(String document, String name) {
        Matcher found = Pattern.compile("\\s" + name + "\\s{0,8}=\\s{0,8}[\"']([^\"'<>]{0,256})[\"']")
                .matcher(document);
        return found.find() ? found.group(1) : "";
    }
}
