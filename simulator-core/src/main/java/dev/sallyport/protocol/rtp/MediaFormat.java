package dev.sallyport.protocol.rtp;

import dev.sallyport.exchange.Setting;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a stream of one medium looks, as Lync 2013 offers and sends it.
 *
 * @param medium as evidence names it
 * @param payloadType 0 to 127
 * @param packets how many go each way; classifiers want three or four in a row before they call it RTP
 * @param payload bytes a packet, the same in each
 * @param inFrame packets of one timestamp, the last of them marked where there are several
 * @param ticks between two timestamps
 * @param rate ticks in a second
 */
record MediaFormat(String medium, int payloadType, int packets, int payload, int inFrame, int ticks, int rate) {

    /** G.711 µ-law in clear, in every offer: a byte a sample, 8,000 a second, 20 ms (RFC 3551 §4.5.14). */
    static final MediaFormat PCMU = new MediaFormat("RTP", 0, 5, 160, 1, 160, 8_000);

    /** x-msrta/16000, what two clients choose first: 20 ms of about 29 kbit/s. */
    static final MediaFormat AUDIO = new MediaFormat("audio", 114, 5, 73, 1, 320, 16_000);

    /** X-H264UC: two pictures of 30 a second, in packets of 1,400 bytes with header and tag, 1,428 with IPv4 and UDP. */
    static final MediaFormat VIDEO = new MediaFormat("video", 122, 6, 1_378, 3, 3_000, 90_000);

    /** x-data, the RDP of application sharing; its real sizes are not documented, these fit a segment each. */
    static final MediaFormat APPSHARE = new MediaFormat("application sharing", 127, 5, 1_200, 1, 900, 90_000);

    /** Returns the clock rate of a payload type; that of speech for one that is not ours. */
    static int rate(int payloadType) {
        return Stream.of(PCMU, AUDIO, VIDEO, APPSHARE)
                .filter(format -> format.payloadType == payloadType)
                .findFirst()
                .orElse(PCMU)
                .rate;
    }

    /** Returns how long after the packet before this one is sent: none within a frame. */
    Optional<Duration> pause(int number) {
        boolean begins = number > 0 && number % inFrame == 0;
        return begins ? Optional.of(Duration.ofNanos(ticks * 1_000_000_000L / rate)) : Optional.empty();
    }

    /** UDP, RTP and the tag of SRTP. */
    private static final int HEADERS = 8 + 12 + 10;

    /** About two seconds of speech, or one of pictures: a packet of each hundred is a per cent. */
    private static final int MEASURED = 100;

    /** Returns the same medium in IP packets no larger than a run keeps to, and as many as it measures. */
    MediaFormat within(Setting setting) {
        int most = setting.limit()
                .map(bytes -> bytes - HEADERS - ipHeader(setting.remote()))
                .orElse(payload);
        return new MediaFormat(
                medium,
                payloadType,
                setting.measured() ? MEASURED : packets,
                Math.min(payload, most),
                inFrame,
                ticks,
                rate);
    }

    private static int ipHeader(InetSocketAddress remote) {
        return remote.getAddress() instanceof Inet6Address ? 40 : 20;
    }

    /** Returns the packet as evidence names it, {@code video packet 1 of 6}. */
    String label(int number) {
        return medium + " packet " + (number + 1) + " of " + packets;
    }

    boolean isMarked(int number) {
        return inFrame > 1 && number % inFrame == inFrame - 1;
    }

    int time(int number) {
        return number / inFrame * ticks;
    }
}
