package dev.sallyport.protocol.sip;

import java.net.InetSocketAddress;

/**
 * A trunk's offer of one audio stream (RFC 8866, RFC 3264), and what every description has; the port is one of Lync's
 * media ports, and nothing is bound there.
 */
final class SdpOffer {

    /** How both variants of G.711 are described. */
    static final String G711 = "a=rtpmap:0 PCMU/8000\r\na=rtpmap:8 PCMA/8000\r\n";

    private static final int FIRST_PORT = 49_152;
    private static final int PAIRS = 4_174;

    private SdpOffer() {}

    /** Returns a trunk's offer: G.711 in clear, events and comfort noise. */
    static String overTrunk(InetSocketAddress local, String seed) {
        int port = port(seed);
        return session(local)
                + "m=audio " + port + " RTP/AVP 0 8 101 13\r\n"
                + "a=rtcp:" + (port + 1) + "\r\n"
                + "a=label:Audio\r\n"
                + "a=sendrecv\r\n"
                + G711
                + "a=rtpmap:101 telephone-event/8000\r\n"
                + "a=fmtp:101 0-16,36\r\n"
                + "a=rtpmap:13 CN/8000\r\n"
                + "a=ptime:20\r\n";
    }

    /** Returns the session's part, for an offer or an answer. */
    static String session(InetSocketAddress local) {
        return "v=0\r\n"
                + "o=- 0 0 " + SentBy.inSdp(local) + "\r\n"
                + "s=session\r\n"
                + "c=" + SentBy.inSdp(local) + "\r\n"
                + "b=CT:10000000\r\n"
                + "t=0 0\r\n";
    }

    /** Returns an even port of 49152 to 57499, RTCP's beside it. */
    static int port(String seed) {
        return FIRST_PORT + 2 * Math.floorMod(seed.hashCode(), PAIRS);
    }
}
