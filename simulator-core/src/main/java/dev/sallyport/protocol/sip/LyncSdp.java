package dev.sallyport.protocol.sip;

import java.net.InetSocketAddress;

/**
 * A session of audio and video as Lync 2013 describes it (RFC 8866, [MS-SDPEXT]): SRTP, its codecs, its own attributes.
 * The ports are of Lync's media ranges, and nothing is bound there.
 */
final class LyncSdp {

    private static final int FIRST_VIDEO_PORT = 57_502;
    private static final int PAIRS = 4_000;

    private static final String AUDIO_CODECS = "a=rtpmap:117 G722/8000/2\r\n"
            + "a=rtpmap:114 x-msrta/16000\r\n"
            + "a=fmtp:114 bitrate=29000\r\n"
            + "a=rtpmap:104 SILK/16000\r\n"
            + "a=fmtp:104 useinbandfec=1; usedtx=0\r\n"
            + "a=rtpmap:9 G722/8000\r\n"
            + "a=rtpmap:112 G7221/16000\r\n"
            + "a=fmtp:112 bitrate=24000\r\n"
            + "a=rtpmap:111 SIREN/16000\r\n"
            + "a=fmtp:111 bitrate=16000\r\n"
            + SdpOffer.G711
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

    private static final String VIDEO_CODECS = "a=rtpmap:122 X-H264UC/90000\r\n"
            + "a=fmtp:122 packetization-mode=1;mst-mode=NI-TC\r\n"
            + "a=rtpmap:121 x-rtvc1/90000\r\n"
            + "a=rtpmap:123 x-ulpfecuc/90000\r\n";

    private static final String RESOLUTIONS = "a=x-caps:121 263:1920:1080:30.0:2000000:1;4359:1280:720:30.0:1500000:1;"
            + "8455:640:480:30.0:600000:1;12551:640:360:30.0:600000:1;16647:352:288:15.0:250000:1;"
            + "20743:424:240:15.0:250000:1;24839:176:144:15.0:180000:1\r\n";

    private LyncSdp() {}

    /** Returns an offer with candidates in one form of ICE. */
    static String offer(InetSocketAddress local, String seed, IceDraft ice) {
        return session(local) + audio(local, seed, ice) + video(local, seed, ice);
    }

    private static String session(InetSocketAddress local) {
        return "v=0\r\n"
                + "o=- 0 1 " + SentBy.inSdp(local) + "\r\n"
                + "s=session\r\n"
                + "c=" + SentBy.inSdp(local) + "\r\n"
                + "b=CT:99980\r\n"
                + "t=0 0\r\n"
                + "a=x-mediabw:main-video send=4000;recv=4000\r\n"
                + "a=x-devicecaps:audio:send,recv;video:send,recv\r\n";
    }

    private static String audio(InetSocketAddress local, String seed, IceDraft ice) {
        int port = SdpOffer.port(seed);
        return "m=audio " + port + " RTP/SAVP 117 114 104 9 112 111 0 8 116 115 103 97 13 118 101\r\n"
                + source("audio", seed, 1, "send:dsh recv:dsh")
                + ice.attributes(local, port, seed)
                + SecureMedia.offered(seed)
                + "a=maxptime:200\r\n"
                + "a=rtcp:" + (port + 1) + "\r\n"
                + AUDIO_CODECS;
    }

    private static String video(InetSocketAddress local, String seed, IceDraft ice) {
        int port = FIRST_VIDEO_PORT + 2 * Math.floorMod(seed.hashCode(), PAIRS);
        return "m=video " + port + " RTP/SAVP 122 121 123\r\n"
                + source("video", seed, 100, "send:src,x-pli recv:src,x-pli")
                + ice.attributes(local, port, seed + "video")
                + SecureMedia.offered(seed + "video")
                + RESOLUTIONS
                + "a=rtcp:" + (port + 1) + "\r\n"
                + VIDEO_CODECS;
    }

    /** What Lync says of a stream's sources: as many as a receiver may choose among, and how it asks for one. */
    private static String source(String media, String seed, int sources, String messages) {
        long first = 1 + Integer.toUnsignedLong((seed + media).hashCode()) / 2;
        return "a=x-ssrc-range:" + first + "-" + (first + sources - 1) + "\r\n"
                + "a=rtcp-fb:* x-message app " + messages + "\r\n"
                + "a=rtcp-rsize\r\n"
                + "a=label:main-" + media + "\r\n"
                + "a=x-source:main-" + media + "\r\n";
    }
}
