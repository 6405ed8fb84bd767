package dev.sallyport.protocol.rtp;

import dev.sallyport.exchange.Datagram;
import dev.sallyport.exchange.DatagramPort;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.protocol.ice.IceCheck;
import dev.sallyport.protocol.ice.IceCredentials;
import dev.sallyport.protocol.stun.StunMessage;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Reports as Lync 2013 sends them over UDP: to the port next to the media's, from a port of their own, after a check of
 * its own as component 2.
 */
final class ReportLadder {

    private final MediaLadder media;
    private final Setting.Beside beside;
    private final InetSocketAddress remote;
    private final IceCredentials credentials;
    private final StunMessage check;
    private final MediaDatagram datagram = new MediaDatagram();

    ReportLadder(Setting setting, Setting.Beside beside, MediaLadder media) {
        this.media = media;
        this.beside = beside;
        this.remote = new InetSocketAddress(setting.remote().getAddress(), beside.port());
        this.credentials = new IceCredentials(Octets.parse(setting.nonce()));
        this.check = IceCheck.ofReports(credentials);
    }

    List<Step<RtpMessage>> reports() {
        return List.of(
                new Step.Bind<>("a port to send RTCP from", beside.from(), this::arrived, this::reportsFrom, List::of));
    }

    private List<Step<RtpMessage>> reportsFrom(DatagramPort port) {
        String there = "RTCP port " + beside.port();
        return List.of(
                Step.sendFrom("connectivity check to " + there, port, () -> sent(new StunPacket(check))),
                Step.expect("answer to the connectivity check from " + there, this::isAnswer),
                Step.sendFrom("RTCP sender report to " + there, port, () -> sent(media.report())),
                Step.expect("report of the far end from " + there, media::isReport));
    }

    private Datagram sent(RtpMessage message) {
        return new Datagram(remote, Octets.of(datagram.write(message)));
    }

    private RtpMessage arrived(Datagram arrived) {
        try {
            return datagram.read(arrived.bytes().toArray());
        } catch (MalformedMessageException e) {
            return new UnreadPacket(e.getMessage());
        }
    }

    private Match isAnswer(RtpMessage message) {
        if (message instanceof UnreadPacket unread) {
            return Match.unexpected("what is no packet (" + unread.why() + ")");
        }
        return message instanceof StunPacket packet
                ? IceCheck.answers(packet.message(), check, credentials)
                : Match.awaiting(); // Media that came late.
    }
}
