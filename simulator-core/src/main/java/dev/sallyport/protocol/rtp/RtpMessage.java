package dev.sallyport.protocol.rtp;

/** What comes where media flows (RFC 7983). */
public sealed interface RtpMessage
        permits RtpPacket, RtcpMessage, StunPacket, NullPacket, RepeatedPacket, UnreadPacket {}
