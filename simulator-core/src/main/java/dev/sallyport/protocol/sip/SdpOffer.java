package dev.sallyport.protocol.sip;

import java.net.InetSocketAddress;

/**
 * Offers of one audio stream (RFC 8866, RFC 3264), as Lync writes them; the port is one of Lync's media ports, and
 * nothing is bound there.
 */
final class SdpOffer {

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

    /** Returns a client's or server's offer: SRTP, Lync's codecs, one host candidate (RFC 5245). */
    static String betweenUsers(InetSocketAddress local, String seed) {
        int port = port(seed);
        return session(local)
                + "m=audio " + port + " RTP/SAVP 117 114 104 9 112 111 0 8 116 115 103 97 13 118 101\r\n"
                + SecureMedia.attributes(local, port, seed)
                + "a=maxptime:200\r\n"
                + "a=rtcp:" + (port + 1) + "\r\n"
                + "a=rtpmap:117 G722/8000/2\r\n"
                + "a=rtpmap:114 x-msrta/16000\r\n"
                + "a=fmtp:114 bitrate=29000\r\n"
                + "a=rtpmap:104 SILK/16000\r\n"
                + "a=fmtp:104 useinbandfec=1; usedtx=0\r\n"
                + "a=rtpmap:9 G722/8000\r\n"
                + "a=rtpmap:112 G7221/16000\r\n"
                + "a=fmtp:112 bitrate=24000\r\n"
                + "a=rtpmap:111 SIREN/16000\r\n"
                + "a=fmtp:111 bitrate=16000\r\n"
                + G711
                + "a=rtpmap:116 AAL2-G726-32/8000\r\n"
                + "a=rtpmap:115 x-msrta/8000\r\n"
                + "a=fmtp:115 bitrate=11800\r\n"
                + "a=rtpmap:103 SILK/8000\r\n"
                + "a=rtpmap:97 RED/8000\r\n"
                + "a=rtpmap:13 CN/8000\r\n"
                + "a=rtpmap:118 CN/16000\r\n"
                + "a=rtpmap:101 telephone-event/8000\r\n"
                + "a=fmtp:101 0-16\r\n"
                + "a=ptime:20\r\n";
    }

    private static final String G711 = "a=rtpmap:0 PCMU/8000\r\na=rtpmap:8 PCMA/8000\r\n";

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
