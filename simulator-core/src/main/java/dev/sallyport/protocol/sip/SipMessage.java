package dev.sallyport.protocol.sip;

/** A message of a SIP connection: one that was read, one of ours, or a keep-alive between messages. */
public sealed interface SipMessage permits SipRequest, SipResponse, SipText, KeepAlive {

    /** Returns the message as it goes, or came, over the wire; not to be written to. */
    byte[] bytes();
}
