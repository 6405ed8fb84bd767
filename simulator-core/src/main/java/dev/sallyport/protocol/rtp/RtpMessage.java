package dev.sallyport.protocol.rtp;

/** What comes where media flows. */
public sealed interface RtpMessage permits RtpPacket, RtcpPacket, NullPacket {}
