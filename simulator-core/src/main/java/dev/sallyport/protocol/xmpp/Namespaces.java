package dev.sallyport.protocol.xmpp;

/** The XML namespaces of server-to-server streams. */
final class Namespaces {

    /** RFC 6120 §4.8.1: the stream element, features and errors. */
    static final String STREAMS = "http://etherx.jabber.org/streams";

    /** RFC 6120 §4.8.3: the content of a stream between servers. */
    static final String SERVER = "jabber:server";

    /** RFC 6120 §4.9.2: the conditions of a stream error. */
    static final String STREAM_ERRORS = "urn:ietf:params:xml:ns:xmpp-streams";

    /** RFC 6120 §8.3.2: the conditions of a stanza error. */
    static final String STANZA_ERRORS = "urn:ietf:params:xml:ns:xmpp-stanzas";

    /** RFC 6120 §5. */
    static final String TLS = "urn:ietf:params:xml:ns:xmpp-tls";

    /** RFC 6120 §6. */
    static final String SASL = "urn:ietf:params:xml:ns:xmpp-sasl";

    /** XEP-0220 §2. */
    static final String DIALBACK = "jabber:server:dialback";

    /** XEP-0220 §2.3: the stream feature. */
    static final String DIALBACK_FEATURE = "urn:xmpp:features:dialback";

    /** XEP-0288 §2.1. */
    static final String BIDI = "urn:xmpp:bidi";

    /** XEP-0288 §2.1: the stream feature. */
    static final String BIDI_FEATURE = "urn:xmpp:features:bidi";

    /** XEP-0199. */
    static final String PING = "urn:xmpp:ping";

    /** Our own, for the nonce in a stream header. */
    static final String SALLYPORT = "urn:sallyport";

    /** Bound to the prefix {@code xml} in every document. */
    static final String XML = "http://www.w3.org/XML/1998/namespace";

    private Namespaces() {}
}
