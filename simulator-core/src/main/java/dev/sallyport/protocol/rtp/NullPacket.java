package dev.sallyport.protocol.rtp;

/** A frame of length zero, which RFC 4571 §2 allows over TCP; there is no such datagram. */
public record NullPacket() implements RtpMessage {}
