package dev.sallyport.protocol.rtp;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Stage;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The protocols of a media port: {@code rtp}, and {@code ice} for the check alone (rows SRV-10, SRV-28, SRV-39, CLI-08,
 * CLI-09, CLI-11, PIC-04). One service answers both.
 */
public final class Rtp {

    private static final Set<Transport> BOTH = Set.of(Transport.UDP, Transport.TCP);

    private Rtp() {}

    /** Returns the protocol {@code rtp}: checked and protected media, and audio in clear without a check. */
    public static Protocol<RtpMessage> protocol() {
        return new Protocol<>(
                "rtp",
                List.of(
                        reporting("rtp/audio", false, setting -> secured(setting, MediaFormat.AUDIO.within(setting))),
                        reporting("rtp/video", true, setting -> secured(setting, MediaFormat.VIDEO.within(setting))),
                        media(
                                "rtp/appshare",
                                Set.of(Transport.TCP),
                                setting -> secured(setting, MediaFormat.APPSHARE.within(setting))),
                        media("rtp/stream", BOTH, setting -> new MediaLadder(setting, MediaFormat.PCMU.within(setting))
                                .packets())),
                new RtpService());
    }

    /** Returns the protocol {@code ice}: the connectivity check alone. */
    public static Protocol<RtpMessage> connectivity() {
        return new Protocol<>(
                "ice",
                List.of(Exchange.of("ice/check", BOTH, setting -> new CheckLadder(setting).checks())),
                new RtpService());
    }

    private static Exchange<RtpMessage> media(
            String name, Set<Transport> transports, Function<Setting, List<Step<RtpMessage>>> ladder) {
        return new Exchange<>(name, transports, Exchange.Answers.AT_FAR_END, Stage.STREAM, ladder);
    }

    private static Exchange<RtpMessage> reporting(
            String name, boolean shrinks, Function<Setting, List<Step<RtpMessage>>> ladder) {
        return new Exchange<>(
                name, BOTH, Exchange.Answers.AT_FAR_END, Stage.STREAM, true, Optional.empty(), shrinks, ladder);
    }

    private static List<Step<RtpMessage>> secured(Setting setting, MediaFormat format) {
        MediaLadder media = new MediaLadder(setting, format);
        List<Step<RtpMessage>> reports = setting.beside()
                .map(beside -> new ReportLadder(setting, beside, media).reports())
                .orElseGet(media::reports);
        return Stream.of(new CheckLadder(setting).checks(), media.packets(), reports)
                .flatMap(List::stream)
                .toList();
    }
}
