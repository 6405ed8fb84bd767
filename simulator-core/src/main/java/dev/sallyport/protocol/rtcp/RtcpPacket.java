package dev.sallyport.protocol.rtcp;

/** One packet of a compound (RFC 3550 §6.1). */
public sealed interface RtcpPacket permits SenderReport, ReceiverReport, SourceDescription, RawRtcp {}
