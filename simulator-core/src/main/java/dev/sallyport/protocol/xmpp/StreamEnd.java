package dev.sallyport.protocol.xmpp;

/** The closing tag of a stream, {@code </stream:stream>} (RFC 6120 §4.4). */
public record StreamEnd() implements XmppMessage {}
