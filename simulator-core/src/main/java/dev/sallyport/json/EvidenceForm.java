package dev.sallyport.json;

import dev.sallyport.check.Balancing.Member;
import dev.sallyport.check.Check;
import dev.sallyport.check.Contact;
import dev.sallyport.check.Evidence;
import dev.sallyport.check.Evidence.Astray;
import dev.sallyport.check.Evidence.FarEnd;
import dev.sallyport.check.Evidence.Meeting;
import dev.sallyport.check.Listening;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What both ends observed of a check at all its ports: each end by itself, joined by the attempts' numbers.
 *
 * @param responder what was dialled
 * @param behind where that is a load balancer: each host to which it passes on; left out otherwise
 */
record EvidenceForm(Initiator initiator, Responder responder, Optional<Map<String, Responder>> behind) {

    /**
     * The near end.
     *
     * @param trouble why it is incomplete; left out where it is whole
     */
    record Initiator(List<ContactForm> attempts, Optional<String> trouble) {}

    /**
     * The far end.
     *
     * @param listening its endpoints by port
     * @param reported whether it told what it saw
     * @param shown ports at which another attempt of the run completed
     * @param trouble why it is incomplete; left out where it is whole
     */
    record Responder(
            List<ContactForm> seen,
            Map<Integer, Listening> listening,
            boolean reported,
            Set<Integer> shown,
            Optional<String> trouble) {

        FarEnd end(int port) {
            return new FarEnd(reported, Optional.ofNullable(listening.get(port)), trouble, shown.contains(port));
        }
    }

    static EvidenceForm of(Check check, List<Evidence> evidence) {
        Map<Integer, Evidence> byPort = new LinkedHashMap<>();
        for (int i = 0; i < evidence.size(); i++) {
            byPort.put(check.ports().get(i), evidence.get(i));
        }
        Responder dialled = responder(byPort, Evidence::far, seen(byPort, Meeting::dialled, true));
        return new EvidenceForm(initiator(byPort), dialled, behind(check, byPort));
    }

    private static Optional<Map<String, Responder>> behind(Check check, Map<Integer, Evidence> byPort) {
        Map<String, Responder> hosts = new LinkedHashMap<>();
        for (Member member : check.behind()) {
            String host = member.party().host();
            List<ContactForm> seen = seen(byPort, meeting -> passedOn(check, meeting, member), false);
            hosts.put(host, responder(byPort, evidence -> evidence.behind().get(host), seen));
        }
        return Optional.of(hosts).filter(some -> !some.isEmpty());
    }

    private static Optional<Contact> passedOn(Check check, Meeting meeting, Member member) {
        return meeting.via().flatMap(check::passedTo).filter(member::equals).flatMap(to -> meeting.far());
    }

    private static Initiator initiator(Map<Integer, Evidence> byPort) {
        List<ContactForm> attempts = new ArrayList<>();
        byPort.forEach((port, evidence) -> evidence.meetings()
                .forEach(meeting -> attempts.add(ContactForm.attempt(meeting.near(), port, meeting.ambiguous()))));
        return new Initiator(
                attempts,
                byPort.values().stream()
                        .map(Evidence::near)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private static Responder responder(
            Map<Integer, Evidence> byPort, Function<Evidence, FarEnd> side, List<ContactForm> seen) {
        Map<Integer, Listening> listening = new LinkedHashMap<>();
        Set<Integer> shown = new LinkedHashSet<>();
        byPort.forEach((port, evidence) -> {
            side.apply(evidence).listening().ifPresent(endpoint -> listening.put(port, endpoint));
            if (side.apply(evidence).shown()) {
                shown.add(port);
            }
        });
        List<FarEnd> ends = byPort.values().stream().map(side).toList();
        return new Responder(
                seen,
                listening,
                ends.stream().anyMatch(FarEnd::reported),
                shown,
                ends.stream().map(FarEnd::trouble).flatMap(Optional::stream).findFirst());
    }

    private static List<ContactForm> seen(
            Map<Integer, Evidence> byPort, Function<Meeting, Optional<Contact>> there, boolean elsewhere) {
        List<Meeting> meetings = byPort.values().stream()
                .flatMap(evidence -> evidence.meetings().stream())
                .toList();
        List<ContactForm> seen = new ArrayList<>();
        for (int i = 0; i < meetings.size(); i++) {
            int attempt = i;
            there.apply(meetings.get(i)).ifPresent(far -> seen.add(ContactForm.seen(far, attempt, Optional.empty())));
            meetings.get(i)
                    .astray()
                    .filter(astray -> elsewhere)
                    .ifPresent(astray ->
                            seen.add(ContactForm.seen(astray.contact(), attempt, Optional.of(astray.host()))));
        }
        return seen;
    }

    List<Evidence> evidence(Check check) {
        Map<Integer, List<Meeting>> meetings =
                meetingsByPort(check.flow().ports().first());
        return check.ports().stream()
                .map(port -> new Evidence(
                        initiator.trouble(), meetings.getOrDefault(port, List.of()), responder.end(port), behind(port)))
                .toList();
    }

    private Map<String, FarEnd> behind(int port) {
        Map<String, FarEnd> ends = new HashMap<>();
        behind.orElse(Map.of()).forEach((host, side) -> ends.put(host, side.end(port)));
        return ends;
    }

    private Map<Integer, List<Meeting>> meetingsByPort(int onlyPort) {
        Map<Integer, List<ContactForm>> seen = byAttempt(responder.seen().stream());
        Map<Integer, List<ContactForm>> behind =
                byAttempt(this.behind.orElse(Map.of()).values().stream().flatMap(side -> side.seen().stream()));
        Map<Integer, List<Meeting>> byPort = new HashMap<>();
        for (int i = 0; i < initiator.attempts().size(); i++) {
            ContactForm near = initiator.attempts().get(i);
            byPort.computeIfAbsent(near.port().orElse(onlyPort), port -> new ArrayList<>())
                    .add(meeting(near, seen.getOrDefault(i, List.of()), behind.getOrDefault(i, List.of())));
        }
        return byPort;
    }

    private static Map<Integer, List<ContactForm>> byAttempt(Stream<ContactForm> seen) {
        return seen.collect(Collectors.groupingBy(contact -> contact.attempt().orElse(-1)));
    }

    private Meeting meeting(ContactForm near, List<ContactForm> seen, List<ContactForm> behind) {
        Optional<Contact> dialled = seen.stream()
                .filter(contact -> contact.host().isEmpty())
                .map(ContactForm::contact)
                .findFirst();
        Optional<Astray> astray = seen.stream()
                .filter(contact -> contact.host().isPresent())
                .map(contact -> new Astray(contact.host().orElseThrow(), contact.contact()))
                .findFirst();
        return this.behind.isEmpty()
                ? new Meeting(near.contact(), dialled, astray, near.ambiguous())
                : new Meeting(near.contact(), dialled, far(behind), astray, near.ambiguous());
    }

    private static Optional<Contact> far(List<ContactForm> behind) {
        return behind.stream().map(ContactForm::contact).findFirst();
    }
}
