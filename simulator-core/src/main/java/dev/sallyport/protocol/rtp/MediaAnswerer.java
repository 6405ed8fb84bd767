package dev.sallyport.protocol.rtp;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import dev.sallyport.protocol.ice.IceCheck;
import dev.sallyport.protocol.rtcp.RtcpCompound;
import dev.sallyport.protocol.stun.Stun;
import dev.sallyport.protocol.stun.StunMessage;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers one peer: each check, each packet of an initiator with one of its own stream, as long or shorter, each of its
 * reports with one of what came.
 *
 * <p>Takes everything else without a word, strangers' media and reports: it reflects nothing that is not marked for it.
 */
final class MediaAnswerer implements Answerer<RtpMessage> {

    private final InetSocketAddress remote;
    private final boolean bounded;
    private final Answerer<StunMessage> stun;
    private final Streams streams;
    private Optional<Reports> reports = Optional.empty();
    private Optional<Octets> checked = Optional.empty();

    MediaAnswerer(Setting setting, Streams streams) {
        this.streams = streams;
        this.remote = setting.remote();
        this.bounded = setting.transport() == Transport.UDP;
        this.stun = Stun.protocol().service().answer(setting);
    }

    @Override
    public List<Step<RtpMessage>> on(RtpMessage message) {
        return on(message, 0);
    }

    @Override
    public List<Step<RtpMessage>> on(RtpMessage message, long arrivedNanos) {
        if (message instanceof StunPacket packet) {
            return onStun(packet.message());
        }
        if (message instanceof RtpPacket packet) {
            return MarkedPayload.read(packet.payload())
                    .filter(marked -> marked.mark() == MarkedPayload.Mark.INITIATOR)
                    .map(marked -> onMedia(packet, marked, arrivedNanos))
                    .orElse(List.of());
        }
        return message instanceof RtcpMessage rtcp ? onReport(rtcp) : List.of();
    }

    private List<Step<RtpMessage>> onStun(StunMessage message) {
        if (!IceCheck.isCheck(message)) {
            return carried(stun.on(message));
        }
        IceCheck.proven(message).ifPresent(credentials -> checked = Optional.of(credentials.nonce()));
        StunMessage answer = IceCheck.proven(message)
                .map(credentials -> IceCheck.success(message, credentials, remote))
                .orElseGet(() -> IceCheck.refusal(message));
        boolean tooLong = bounded && answer.wire().length() > message.wire().length();
        return tooLong ? List.of() : List.of(Step.send("answer to the check", () -> new StunPacket(answer)));
    }

    /** What the STUN server says to a plain Binding: nothing, or a message. */
    private static List<Step<RtpMessage>> carried(List<Step<StunMessage>> steps) {
        List<Step<RtpMessage>> carried = new ArrayList<>();
        for (Step<StunMessage> step : steps) {
            if (step instanceof Step.Send<StunMessage> send) {
                carried.add(Step.send(
                        send.label(), () -> new StunPacket(send.message().get())));
            }
        }
        return carried;
    }

    private List<Step<RtpMessage>> onMedia(RtpPacket packet, MarkedPayload marked, long arrivedNanos) {
        RtpStream own = new RtpStream(MarkedPayload.Mark.FAR_END, marked.nonce());
        if (reports.filter(known -> known.own().equals(own)).isEmpty()) {
            reports = Optional.of(new Reports(own, MediaFormat.rate(packet.payloadType())));
            streams.keep(reports.get());
        }
        Reports current = reports.get();
        current.came(packet, arrivedNanos);
        RtpPacket answer = current.sent(own.answer(packet, marked.number()));
        return List.of(
                Step.watch(current::seen), Step.send("answer to RTP packet " + (marked.number() + 1), () -> answer));
    }

    private List<Step<RtpMessage>> onReport(RtcpMessage message) {
        return reports.or(() -> checked.flatMap(streams::of))
                .filter(known -> known.told(message).isPresent())
                .map(Reports::message)
                .filter(answer -> size(answer) <= size(message))
                .map(answer -> List.of(Step.<RtpMessage>send("RTCP sender report", () -> answer)))
                .orElse(List.of());
    }

    private static int size(RtcpMessage message) {
        return RtcpCompound.write(message.packets()).length();
    }
}
