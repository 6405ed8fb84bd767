package dev.sallyport.check;

import dev.sallyport.check.Balancing.Member;
import dev.sallyport.check.Evidence.FarEnd;
import dev.sallyport.check.Evidence.Meeting;
import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.Stage;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One attempt with everything known of it, and the words to speak of it.
 *
 * <p>The door is what was dialled; the far end is what answers, which is another host where the door is a load balancer.
 *
 * @param end the door's side
 * @param behind the sides of the hosts to which the door passes on, by their names
 */
record Scene(Check check, FarEnd end, Map<String, FarEnd> behind, Meeting meeting) {

    Contact near() {
        return meeting.near();
    }

    Optional<Contact> far() {
        return meeting.far();
    }

    Optional<Contact> door() {
        return meeting.dialled();
    }

    /** Returns the connection by which the door passed it on; empty where it did not. */
    Optional<Contact> onward() {
        return meeting.via().flatMap(Contact::onward);
    }

    /** Returns whom the door passed it on to; empty where it passed nothing on. */
    Optional<Member> member() {
        return meeting.via().flatMap(check::passedTo);
    }

    Optional<FarEnd> memberEnd() {
        return member().map(member -> behind.get(member.party().host()));
    }

    Ending ended() {
        return near().ending();
    }

    String nearName() {
        return check.flow().from().label();
    }

    String doorName() {
        return check.flow().to().label();
    }

    String farName() {
        return member().map(member -> member.party().label()).orElse(doorName());
    }

    /** Returns who presents a certificate: the far end, or the whole pool while it is not known which of its hosts. */
    String presenter() {
        return check.behind().isEmpty() || member().isPresent() ? farName() : "the pool behind " + doorName();
    }

    /** Returns the certificates that the far end presents, or may present while it is not known which host it is. */
    List<String> certificates() {
        Stream<FarEnd> ends = check.behind().isEmpty()
                ? Stream.of(end)
                : memberEnd().map(Stream::of).orElse(behind.values().stream());
        return ends.flatMap(side -> side.listening().stream())
                .flatMap(listening -> listening.certificate().stream())
                .distinct()
                .sorted()
                .toList();
    }

    boolean overTcp() {
        return check.flow().transport() == Transport.TCP;
    }

    /** Tells whether the dialled far end, or another host of the lab, saw anything of the attempt. */
    boolean seen() {
        return meeting.arrived() || meeting.astray().isPresent();
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
