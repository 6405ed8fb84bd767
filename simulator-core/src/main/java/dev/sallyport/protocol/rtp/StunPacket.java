package dev.sallyport.protocol.rtp;

import dev.sallyport.protocol.stun.StunMessage;

/** STUN on the port of media: a connectivity check, or a Binding of whoever asks. */
public record StunPacket(StunMessage message) implements RtpMessage {}
