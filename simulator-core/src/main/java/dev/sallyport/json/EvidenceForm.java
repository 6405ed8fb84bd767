package dev.sallyport.json;

import dev.sallyport.check.Check;
import dev.sallyport.check.Contact;
import dev.sallyport.check.Evidence;
import dev.sallyport.check.Evidence.Astray;
import dev.sallyport.check.Evidence.FarEnd;
import dev.sallyport.check.Evidence.Meeting;
import dev.sallyport.check.Listening;
import dev.sallyport.run.RunResult.CheckResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What both ends observed of a check at all its ports: each end by itself, joined by the attempts' numbers. */
record EvidenceForm(Initiator initiator, Responder responder) {

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
            List<Integer> shown,
            Optional<String> trouble) {}

    static EvidenceForm of(CheckResult result) {
        Map<Integer, Evidence> byPort = new LinkedHashMap<>();
        for (int i = 0; i < result.evidence().size(); i++) {
            byPort.put(result.check().ports().get(i), result.evidence().get(i));
        }
        return new EvidenceForm(initiator(byPort), responder(byPort));
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

    private static Responder responder(Map<Integer, Evidence> byPort) {
        Map<Integer, Listening> listening = new LinkedHashMap<>();
        List<Integer> shown = new ArrayList<>();
        byPort.forEach((port, evidence) -> {
            evidence.far().listening().ifPresent(endpoint -> listening.put(port, endpoint));
            if (evidence.far().shown()) {
                shown.add(port);
            }
        });
        List<FarEnd> ends = byPort.values().stream().map(Evidence::far).toList();
        return new Responder(
                seen(byPort),
                listening,
                ends.stream().anyMatch(FarEnd::reported),
                shown,
                ends.stream().map(FarEnd::trouble).flatMap(Optional::stream).findFirst());
    }

    private static List<ContactForm> seen(Map<Integer, Evidence> byPort) {
        List<Meeting> meetings = byPort.values().stream()
                .flatMap(evidence -> evidence.meetings().stream())
                .toList();
        List<ContactForm> seen = new ArrayList<>();
        for (int i = 0; i < meetings.size(); i++) {
            int attempt = i;
            meetings.get(i).far().ifPresent(far -> seen.add(ContactForm.seen(far, attempt, Optional.empty())));
            meetings.get(i)
                    .astray()
                    .ifPresent(astray ->
                            seen.add(ContactForm.seen(astray.contact(), attempt, Optional.of(astray.host()))));
        }
        return seen;
    }

    List<Evidence> evidence(Check check) {
        Map<Integer, List<Meeting>> meetings =
                meetingsByPort(check.flow().ports().first());
        Set<Integer> shown = new HashSet<>(responder.shown());
        return check.ports().stream()
                .map(port -> new Evidence(
                        initiator.trouble(),
                        meetings.getOrDefault(port, List.of()),
                        new FarEnd(
                                responder.reported(),
                                Optional.ofNullable(responder.listening().get(port)),
                                responder.trouble(),
                                shown.contains(port))))
                .toList();
    }

    private Map<Integer, List<Meeting>> meetingsByPort(int onlyPort) {
        Map<Integer, List<ContactForm>> seen = responder.seen().stream()
                .collect(Collectors.groupingBy(contact -> contact.attempt().orElse(-1)));
        Map<Integer, List<Meeting>> byPort = new HashMap<>();
        for (int i = 0; i < initiator.attempts().size(); i++) {
            ContactForm near = initiator.attempts().get(i);
            byPort.computeIfAbsent(near.port().orElse(onlyPort), port -> new ArrayList<>())
                    .add(meeting(near, seen.getOrDefault(i, List.of())));
        }
        return byPort;
    }

    private static Meeting meeting(ContactForm near, List<ContactForm> seen) {
        Optional<Contact> far = seen.stream()
                .filter(contact -> contact.host().isEmpty())
                .map(ContactForm::contact)
                .findFirst();
        Optional<Astray> astray = seen.stream()
                .filter(contact -> contact.host().isPresent())
                .map(contact -> new Astray(contact.host().orElseThrow(), contact.contact()))
                .findFirst();
        return new Meeting(near.contact(), far, astray, near.ambiguous());
    }
}
