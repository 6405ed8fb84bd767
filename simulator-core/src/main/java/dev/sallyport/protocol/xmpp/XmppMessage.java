package dev.sallyport.protocol.xmpp;

/** What goes over an XMPP stream: its opening tag, the elements in it, its closing tag (RFC 6120 §4.2). */
public sealed interface XmppMessage permits StreamOpen, XmlElement, StreamEnd {}
