package dev.sallyport.check;

import dev.sallyport.check.Evidence.FarEnd;
import dev.sallyport.check.Evidence.Meeting;
import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.Stage;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** One attempt with everything known of it, and the words to speak of it. */
record Scene(Check check, FarEnd end, Meeting meeting) {

    Contact near() {
        return meeting.near();
    }

    Optional<Contact> far() {
        return meeting.far();
    }

    Ending ended() {
        return near().ending();
    }

    String nearName() {
        return check.flow().from().label();
    }

    String farName() {
        return check.flow().to().label();
    }

    boolean overTcp() {
        return check.flow().transport() == Transport.TCP;
    }

    /** Tells whether the dialled far end, or another host of the lab, saw anything of the attempt. */
    boolean seen() {
        return meeting.far().isPresent() || meeting.astray().isPresent();
    }

    /** Tells whether something answered: a TCP connection stood, or a datagram came back. */
    boolean answered() {
        boolean connected = overTcp() && ended().stage().compareTo(Stage.CONNECT) > 0;
        return connected || near().received().bytes() > 0;
    }

    Reading reading(Verdict verdict, String reason) {
        return new Reading(verdict, ended().stage(), ended().how(), reason, seen(), List.of());
    }

    Optional<Reading> is(Verdict verdict, String reason) {
        return Optional.of(reading(verdict, reason));
    }

    /** Returns the ending in parentheses, where it has words of its own. */
    String detail() {
        return ended().detail().isEmpty() ? "" : " (" + ended().detail() + ")";
    }

    static String address(InetSocketAddress socket) {
        return socket.getAddress().getHostAddress() + ":" + socket.getPort();
    }
}
