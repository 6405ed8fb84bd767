package dev.sallyport.protocol.rtp;

/** What came to a port of reports and is no packet; it is never sent. */
public record UnreadPacket(String why) implements RtpMessage {}
