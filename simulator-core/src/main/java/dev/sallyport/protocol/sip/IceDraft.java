package dev.sallyport.protocol.sip;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Base64;

/** The two forms in which Lync writes candidates and their credentials ([MS-ICE], [MS-ICE2]). */
enum IceDraft {
    /** Draft 6 of ICE, with credentials in every candidate; TCP is worth less than UDP, how much less is ours to say. */
    SIX {
        @Override
        String attributes(InetSocketAddress local, int port, String seed) {
            String user = unpadded(Digest.of(seed + "user"), USER);
            String password = unpadded(Digest.of(seed + "password"), PASSWORD);
            return candidate(user, 1, password, "UDP 0.830", local, port)
                    + candidate(user, 2, password, "UDP 0.830", local, port + 1)
                    + candidate(user, 1, password, "TCP 0.250", local, port)
                    + candidate(user, 2, password, "TCP 0.250", local, port);
        }

        private String candidate(
                String user, int component, String password, String kind, InetSocketAddress local, int port) {
            return "a=candidate:" + user + " " + component + " " + password + " " + kind + " " + SentBy.ip(local) + " "
                    + port + "\r\n";
        }
    },
    /** Draft 19, as RFC 5245 §15 has it; IPv6 has an attribute of its own. */
    NINETEEN {
        @Override
        String attributes(InetSocketAddress local, int port, String seed) {
            Digest digest = Digest.of(seed);
            String ip = SentBy.ip(local);
            String candidate = ip.indexOf(':') < 0 ? "a=candidate:" : "a=x-candidate-ipv6:";
            String related = " typ srflx raddr " + ip + " rport " + port + "\r\n";
            return "a=ice-ufrag:" + digest.hex(2) + "\r\n"
                    + "a=ice-pwd:" + digest.hex(12) + "\r\n"
                    + candidate + "1 1 UDP 2130706431 " + ip + " " + port + " typ host\r\n"
                    + candidate + "1 2 UDP 2130705918 " + ip + " " + (port + 1) + " typ host\r\n"
                    + candidate + "4 1 TCP-ACT 1684797951 " + ip + " " + port + related
                    + candidate + "4 2 TCP-ACT 1684797438 " + ip + " " + port + related;
        }
    };

    /** Bytes that make 43 and 22 characters of base64. */
    private static final int USER = 32;

    private static final int PASSWORD = 16;

    /** Returns credentials and candidates of a stream, a line each: this host's own address, over UDP and TCP. */
    abstract String attributes(InetSocketAddress local, int port, String seed);

    private static String unpadded(Digest digest, int length) {
        return Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest.bytes(), length));
    }
}
