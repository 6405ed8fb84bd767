package dev.sallyport.report;

import dev.sallyport.check.Balancing.Member;
import dev.sallyport.check.Check;
import dev.sallyport.check.Contact;
import dev.sallyport.check.Control;
import dev.sallyport.check.Denial;
import dev.sallyport.check.Evidence;
import dev.sallyport.check.Evidence.FarEnd;
import dev.sallyport.check.Evidence.Meeting;
import dev.sallyport.check.Listening;
import dev.sallyport.check.Verdict;
import dev.sallyport.flow.Security;
import dev.sallyport.json.AddressText;
import dev.sallyport.run.RunResult.CheckResult;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What both ends of a check observed, in words and contacts. Of a range only the ports that were not found open are
 * told, and no more contacts than a reader can use; the rest stands in {@code report.json}.
 *
 * @param near the initiator's side
 * @param far the far end's side: what was dialled
 * @param behind where that is a load balancer, the side of each host to which it passes on
 * @param controls where the flow is denied, what proves that its silence means something
 */
record Sides(Side near, Side far, List<Side> behind, List<Side> controls) {

    Sides {
        behind = List.copyOf(behind);
        controls = List.copyOf(controls);
    }

    List<Side> all() {
        return Stream.of(List.of(near, far), behind, controls)
                .flatMap(List::stream)
                .toList();
    }

    /** How many contacts of one side are told. */
    private static final int TOLD = 30;

    /**
     * One side.
     *
     * @param title whose, {@code What partner1 tried}
     * @param notes what there is to say beside the contacts
     * @param contacts what it tried or saw
     * @param left how many more contacts there are
     */
    record Side(String title, List<String> notes, List<Contact> contacts, int left) {

        static Side of(String title, List<String> notes, List<Contact> contacts) {
            int left = Math.max(0, contacts.size() - TOLD);
            return new Side(title, notes, contacts.subList(0, contacts.size() - left), left);
        }
    }

    /**
     * Returns what is known of a check.
     *
     * @param tried what the run tried for the sake of denied flows
     */
    static Sides of(CheckResult result, List<Control> tried) {
        List<Evidence> evidence = telling(result);
        Check check = result.check();
        List<Side> behind = check.behind().stream()
                .map(member -> behind(check, member, evidence))
                .toList();
        List<Side> controls =
                check.denial().map(denial -> controls(denial, tried)).orElse(List.of());
        return new Sides(near(check, evidence), far(check, evidence), behind, controls);
    }

    private static List<Side> controls(Denial denial, List<Control> tried) {
        Stream<Side> neighbour = tried.stream()
                .filter(control ->
                        denial.neighbour().filter(control.check().id()::equals).isPresent())
                .map(control -> control(
                        "Control: " + control.check().flow().from().label() + " tries it from the same zone", control));
        Stream<Side> along = tried.stream()
                .filter(control -> denial.along().contains(control.check().id()))
                .map(control -> control(
                        "Control: " + control.check().flow().label() + " is permitted, before and after", control));
        return Stream.concat(neighbour, along).toList();
    }

    private static Side control(String title, Control control) {
        List<Contact> contacts = control.meetings().stream().map(Meeting::near).toList();
        return Side.of(title, contacts.isEmpty() ? List.of("it was not tried") : List.of(), contacts);
    }

    private static List<Evidence> telling(CheckResult result) {
        List<Integer> ports = result.check().ports();
        if (result.finding().ports().isEmpty()) {
            return result.evidence();
        }
        return IntStream.range(0, Math.min(ports.size(), result.evidence().size()))
                .filter(i -> result.finding().ports().stream()
                        .anyMatch(found ->
                                found.verdict() != Verdict.OPEN && found.ports().contains(ports.get(i))))
                .mapToObj(i -> result.evidence().get(i))
                .toList();
    }

    private static Side near(Check check, List<Evidence> evidence) {
        List<Contact> tried = meetings(evidence).stream().map(Meeting::near).toList();
        List<String> notes = new ArrayList<>();
        evidence.stream()
                .map(Evidence::near)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(notes::add);
        meetings(evidence).stream()
                .map(Meeting::ambiguous)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(notes::add);
        if (tried.isEmpty()) {
            notes.add("no attempt");
        }
        return Side.of("What " + check.flow().from().label() + " tried", notes, tried);
    }

    private static Side far(Check check, List<Evidence> evidence) {
        List<Contact> seen = meetings(evidence).stream()
                .flatMap(meeting -> meeting.dialled().stream())
                .toList();
        List<Contact> astray = meetings(evidence).stream()
                .flatMap(meeting -> meeting.astray().stream())
                .map(Evidence.Astray::contact)
                .toList();
        List<String> notes =
                new ArrayList<>(listening(evidence.stream().map(Evidence::far).toList()));
        if (seen.isEmpty()) {
            notes.add("it saw nothing of the check");
        }
        meetings(evidence).stream()
                .flatMap(meeting -> meeting.astray().stream())
                .map(elsewhere -> elsewhere.host() + " saw it arrive at "
                        + address(elsewhere.contact().local()))
                .distinct()
                .limit(TOLD)
                .forEach(notes::add);
        return Side.of(
                "What " + check.flow().to().label() + " saw",
                notes,
                Stream.concat(seen.stream(), astray.stream()).toList());
    }

    private static Side behind(Check check, Member member, List<Evidence> evidence) {
        List<Contact> seen = meetings(evidence).stream()
                .filter(meeting -> meeting.via()
                        .flatMap(check::passedTo)
                        .filter(member::equals)
                        .isPresent())
                .flatMap(meeting -> meeting.far().stream())
                .toList();
        List<String> notes = listening(evidence.stream()
                .flatMap(each ->
                        Optional.ofNullable(each.behind().get(member.party().host())).stream())
                .toList());
        return Side.of(
                "What " + member.party().label() + " saw behind "
                        + check.flow().to().label(),
                notes,
                seen);
    }

    private static List<String> listening(List<FarEnd> ends) {
        if (ends.stream().noneMatch(FarEnd::reported)) {
            return List.of("it did not report; only one side is known");
        }
        List<String> notes = ends.stream()
                .map(end -> end.listening().map(Sides::listening).orElse("it reported no endpoint there"))
                .distinct()
                .limit(TOLD)
                .collect(Collectors.toCollection(ArrayList::new));
        ends.stream().map(FarEnd::trouble).flatMap(Optional::stream).distinct().forEach(notes::add);
        return notes;
    }

    private static String listening(Listening listening) {
        String where = AddressText.write(new InetSocketAddress(
                        listening.endpoint().address(), listening.endpoint().port()))
                + "/" + listening.endpoint().transport().text();
        String security = listening.endpoint().security().stream()
                .sorted()
                .map(Security::text)
                .collect(Collectors.joining(" or "));
        return listening
                .problem()
                .map(problem -> "it was not listening on " + where + ": " + problem)
                .orElse("it was listening on " + where
                        + (listening.endpoint().passesTo().isEmpty() ? " (security " + security + ")" : ", passing on")
                        + listening
                                .certificate()
                                .map(digest -> ", certificate " + digest)
                                .orElse(""));
    }

    private static List<Meeting> meetings(List<Evidence> evidence) {
        return evidence.stream().flatMap(each -> each.meetings().stream()).toList();
    }

    /** Returns an address as this end saw it; a dash where it had none. */
    static String address(InetSocketAddress socket) {
        return Objects.isNull(socket) ? "-" : AddressText.write(socket);
    }
}
