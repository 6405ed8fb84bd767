package dev.sallyport.protocol.sip;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * The answer to an offer (RFC 3264 §6): as many streams as were offered, the first audio or message stream taken, the
 * others refused by port 0; of the offered formats those that everyone speaks; candidates where the offer has them.
 */
final class SdpAnswer {

    private static final List<String> SPOKEN = List.of("0", "8", "13", "101");

    private final InetSocketAddress local;
    private final String seed;
    private final StringBuilder streams = new StringBuilder();
    private boolean taken;

    private SdpAnswer(InetSocketAddress local, String seed) {
        this.local = local;
        this.seed = seed;
    }

    /** Returns the answer to an offer; an offer of our own where none came (RFC 3261 §13.3.1). */
    static String to(String offer, InetSocketAddress local, String seed) {
        if (offer.isEmpty()) {
            return SdpOffer.overTrunk(local, seed);
        }
        SdpAnswer answer = new SdpAnswer(local, seed);
        offer.lines().filter(line -> line.startsWith("m=")).forEach(line -> answer.stream(line, offer));
        return SdpOffer.session(local) + answer.streams;
    }

    private void stream(String line, String offer) {
        String[] fields = line.substring(2).split(" ");
        if (fields.length < 4) {
            return;
        }
        boolean refused = taken || fields[1].equals("0");
        if (!refused && fields[0].equals("audio")) {
            taken = true;
            audio(fields, offer);
        } else if (!refused && fields[0].equals("message")) {
            taken = true;
            streams.append(line).append("\r\na=accept-types:text/plain\r\n");
        } else {
            streams.append("m=")
                    .append(fields[0])
                    .append(" 0 ")
                    .append(fields[2])
                    .append(' ');
            streams.append(fields[3]).append("\r\n");
        }
    }

    private void audio(String[] fields, String offer) {
        int port = SdpOffer.port(seed);
        streams.append("m=audio ").append(port).append(' ').append(fields[2]);
        formats(fields).forEach(format -> streams.append(' ').append(format));
        streams.append("\r\na=rtcp:").append(port + 1).append("\r\n");
        if (fields[2].endsWith("SAVP")) {
            streams.append(SecureMedia.crypto(cryptoTag(offer), Digest.of(seed)));
        }
        if (offer.contains("a=ice-ufrag:")) {
            streams.append(IceDraft.NINETEEN.attributes(local, port, seed));
        }
        for (String format : formats(fields)) {
            streams.append(rtpmap(format));
        }
        streams.append("a=ptime:20\r\n");
    }

    /** The formats everyone speaks, in the order of the offer; the first one offered where there is none of them. */
    private static List<String> formats(String[] fields) {
        List<String> offered = List.of(fields).subList(3, fields.length);
        List<String> spoken = offered.stream().filter(SPOKEN::contains).toList();
        return spoken.isEmpty() ? offered.subList(0, 1) : spoken;
    }

    private static String rtpmap(String format) {
        return switch (format) {
            case "0" -> "a=rtpmap:0 PCMU/8000\r\n";
            case "8" -> "a=rtpmap:8 PCMA/8000\r\n";
            case "13" -> "a=rtpmap:13 CN/8000\r\n";
            case "101" -> "a=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-16,36\r\n";
            default -> "";
        };
    }

    private static String cryptoTag(String offer) {
        int at = offer.indexOf("a=crypto:");
        int end = at < 0 ? -1 : offer.indexOf(' ', at);
        return end < 0 ? "1" : offer.substring(at + "a=crypto:".length(), end);
    }
}
