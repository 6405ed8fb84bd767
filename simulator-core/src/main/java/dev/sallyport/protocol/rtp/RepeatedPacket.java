package dev.sallyport.protocol.rtp;

/** A protected packet that had come before, left unread (RFC 3711 §3.3.2); it is never sent. */
public record RepeatedPacket() implements RtpMessage {}
