package dev.sallyport.check;

import dev.sallyport.check.Evidence.Meeting;
import dev.sallyport.exchange.Stage;
import java.util.List;
import java.util.Optional;

/**
 * That packets were lost for their size: the exchange ran to its end, and both ends saw so, while it kept to packets of
 * one size, and not where it kept to a larger one.
 *
 * @param bytes the largest size that passed, of whole IP packets, as a rule about an MTU counts them
 * @param lost the smallest size that was lost
 * @param towards the end that did not get them, as the lab calls it; empty where it cannot be told
 */
public record LostAbove(int bytes, int lost, Optional<String> towards) {

    /**
     * Reads the attempts that kept to a size; empty where they make no threshold.
     *
     * @param unlimited those that kept to none, none of which ran to its end
     */
    static Optional<LostAbove> of(Check check, Evidence evidence, List<Meeting> unlimited) {
        List<Meeting> limited = evidence.meetings().stream()
                .filter(meeting -> meeting.near().limit().isPresent())
                .toList();
        Sizes sizes = new Sizes(
                limits(limited.stream()
                        .filter(meeting -> Reading.of(check, evidence, meeting).verdict() == Verdict.OPEN)
                        .toList()),
                limits(limited.stream().filter(LostAbove::failed).toList()));
        return sizes.makeThreshold()
                ? Optional.of(new LostAbove(sizes.most(), sizes.least(), towards(check, unlimited)))
                : Optional.empty();
    }

    private static List<Integer> limits(List<Meeting> meetings) {
        return meetings.stream()
                .flatMap(meeting -> meeting.near().limit().stream())
                .toList();
    }

    private static boolean failed(Meeting meeting) {
        return meeting.near().lostOnTheWay();
    }

    private static Optional<String> towards(Check check, List<Meeting> unlimited) {
        List<Direction> directions =
                unlimited.stream().map(LostAbove::direction).distinct().toList();
        return directions.size() == 1 ? directions.get(0).end(check) : Optional.empty();
    }

    private enum Direction {
        TO_THE_FAR_END,
        TO_THE_NEAR_END,
        UNKNOWN;

        Optional<String> end(Check check) {
            return switch (this) {
                case TO_THE_FAR_END -> Optional.of(check.flow().to().label());
                case TO_THE_NEAR_END -> Optional.of(check.flow().from().label());
                case UNKNOWN -> Optional.empty();
            };
        }
    }

    /** What one end sent and the other did not receive went that way; a chain of certificates is known by whose it is. */
    private static Direction direction(Meeting meeting) {
        Optional<Contact> there = meeting.far();
        if (there.isEmpty()) {
            return Direction.UNKNOWN;
        }
        Contact near = meeting.near();
        Contact far = there.get();
        if (near.ending().stage() == Stage.TLS) {
            return handshake(near, far);
        }
        if (far.received().bytes() < near.sent().bytes()) {
            return Direction.TO_THE_FAR_END;
        }
        return near.received().bytes() < far.sent().bytes() ? Direction.TO_THE_NEAR_END : Direction.UNKNOWN;
    }

    private static Direction handshake(Contact near, Contact far) {
        boolean said = far.tls()
                .map(TlsSeen::serverRandom)
                .filter(random -> !random.isEmpty())
                .isPresent();
        boolean heard = near.tls().flatMap(TlsSeen::peer).isPresent();
        if (said && !heard) {
            return Direction.TO_THE_NEAR_END;
        }
        boolean shown = far.tls().flatMap(TlsSeen::peer).isPresent();
        boolean asked = near.tls().flatMap(TlsSeen::own).isPresent();
        return heard && asked && !shown ? Direction.TO_THE_FAR_END : Direction.UNKNOWN;
    }

    /** Returns the finding in words, to follow what was met. */
    String words() {
        return "lost above " + bytes + " bytes"
                + towards.map(end -> " towards " + end).orElse("")
                + ": kept to IP packets of at most " + bytes + " bytes the exchange ran to its end, kept to " + lost
                + " it did not";
    }
}
