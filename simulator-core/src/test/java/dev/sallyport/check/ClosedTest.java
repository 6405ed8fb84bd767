package dev.sallyport.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Evidence.FarEnd;
import dev.sallyport.check.Evidence.Meeting;
import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ClosedTest {
    private static final int BEFORE = -2;
    private static final int AFTER = 5;

    private static Story dropped() {
        return new Story().denied().tries(Stage.CONNECT, How.SILENCE);
    }

    private static Meeting passed(int seconds) {
        return meeting(seconds, Stage.REPLY, How.COMPLETED);
    }

    private static Meeting lost(int seconds) {
        return meeting(seconds, Stage.CONNECT, How.SILENCE);
    }

    private static Meeting meeting(int seconds, Stage stage, How how) {
        Instant at = Story.NOON.plusSeconds(seconds);
        Contact near = new Contact(
                at,
                Story.socket("198.51.100.50", 50_000),
                Story.socket("10.3.0.10", 5061),
                List.of(),
                new Ending(stage, how, ""),
                Traffic.NONE,
                Traffic.NONE,
                Optional.empty(),
                Optional.empty(),
                1.0);
        Optional<Contact> far = how.equals(How.COMPLETED) ? Optional.of(near) : Optional.empty();
        return new Meeting(near, far, Optional.empty(), Optional.empty());
    }

    /** It ran to its end as the initiator saw it, and its far end saw nothing. */
    private static Meeting answeredByABox(int seconds) {
        return new Meeting(passed(seconds).near(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Control control(Meeting... meetings) {
        FarEnd far = new FarEnd(true, Optional.empty(), Optional.empty(), true);
        Check permitted = new Story().check().called("partner1 > edge1/access 443/tcp#control");
        return new Control(permitted, List.of(new Evidence(Optional.empty(), List.of(meetings), far)));
    }

    private static Finding proven(Optional<Control> neighbour, Control... along) {
        return dropped().judged(new Proof(neighbour, List.of(along)));
    }

    @Nested
    class WithEveryControl {
        @Test
        void silenceProvesTheDeny() {
            Finding finding = proven(Optional.of(control(passed(BEFORE))), control(passed(BEFORE), passed(AFTER)));
            assertThat(finding.status()).isEqualTo(Status.PASSED);
            assertThat(finding.verdict()).isEqualTo(Verdict.REQUEST_LOST);
            assertThat(finding.notExcluded()).isEmpty();
        }

        @Test
        void whatGotInIsALeakWhateverTheControlsSay() {
            Finding finding = new Story()
                    .denied()
                    .getsThrough()
                    .judged(new Proof(Optional.of(control(lost(BEFORE))), List.of(control(lost(BEFORE)))));
            assertThat(finding.status()).isEqualTo(Status.FAILED);
            assertThat(finding.verdict()).isEqualTo(Verdict.OPEN);
        }

        @Test
        void oneControlOfTwoIsEnough() {
            Finding finding = proven(
                    Optional.of(control(passed(BEFORE))),
                    control(lost(BEFORE), lost(AFTER)),
                    control(passed(BEFORE), passed(AFTER)));
            assertThat(finding.status()).isEqualTo(Status.PASSED);
        }
    }

    @Nested
    class WithoutOne {
        @Test
        void noNeighbourLeavesTheHostFirewallOpen() {
            Finding finding = proven(Optional.empty(), control(passed(BEFORE), passed(AFTER)));
            assertThat(finding.status()).isEqualTo(Status.PASSED);
            assertThat(finding.notExcluded()).containsExactly("the host firewall of edge1");
        }

        @Test
        void neighbourThatDidNotTryIsNone() {
            Finding finding = proven(Optional.of(control()), control(passed(BEFORE), passed(AFTER)));
            assertThat(finding.notExcluded()).containsExactly("the host firewall of edge1");
        }

        @Test
        void nothingPermittedOnThePathLeavesThePathOpen() {
            Finding finding = proven(Optional.of(control(passed(BEFORE))));
            assertThat(finding.status()).isEqualTo(Status.PASSED);
            assertThat(finding.notExcluded())
                    .containsExactly("a path that is down as a whole: nothing permitted runs from partner1 to zone"
                            + " perimeter-out over tcp");
        }
    }

    @Nested
    class WithOneThatFailed {
        @Test
        void neighbourThatCannotReachItEitherMeansADeadListener() {
            Finding finding = proven(Optional.of(control(lost(BEFORE))), control(passed(BEFORE), passed(AFTER)));
            assertThat(finding.status()).isEqualTo(Status.INCONCLUSIVE);
            assertThat(finding.verdict()).isEqualTo(Verdict.NOT_MEASURED);
            assertThat(finding.reason()).contains("in the same zone", "silence at connect", "host firewall");
        }

        @Test
        void neighbourThatSomethingElseAnsweredReachedNothing() {
            Finding finding =
                    proven(Optional.of(control(answeredByABox(BEFORE))), control(passed(BEFORE), passed(AFTER)));
            assertThat(finding.verdict()).isEqualTo(Verdict.NOT_MEASURED);
            assertThat(finding.reason()).contains("answered by something else");
        }

        @Test
        void controlThatSomethingElseAnsweredProvesNoPath() {
            Finding finding = proven(
                    Optional.of(control(passed(BEFORE))), control(answeredByABox(BEFORE), answeredByABox(AFTER)));
            assertThat(finding.verdict()).isEqualTo(Verdict.NOT_MEASURED);
        }

        @Test
        void pathThatIsDownIsNotABlock() {
            Finding finding = proven(Optional.of(control(passed(BEFORE))), control(lost(BEFORE), lost(AFTER)));
            assertThat(finding.verdict()).isEqualTo(Verdict.NOT_MEASURED);
            assertThat(finding.reason()).contains("what is permitted did not pass", "443/tcp#control");
        }

        @Test
        void pathThatBrokeMeanwhileIsNotABlock() {
            Finding finding = proven(Optional.of(control(passed(BEFORE))), control(passed(BEFORE), lost(AFTER)));
            assertThat(finding.verdict()).isEqualTo(Verdict.NOT_MEASURED);
            assertThat(finding.reason()).contains("no longer after it", "shunned");
        }

        @Test
        void controlThatPassedOnlyBeforeDoesNotProve() {
            assertThat(proven(Optional.of(control(passed(BEFORE))), control(passed(BEFORE)))
                            .verdict())
                    .isEqualTo(Verdict.NOT_MEASURED);
        }
    }

    @Nested
    class OverSeveralPorts {
        @Test
        void neighbourMustReachEachOfThem() {
            Story story = new Story().denied().onPorts(5061, 5062);
            story.triesAt(5061, Stage.CONNECT, How.SILENCE).triesAt(5062, Stage.CONNECT, How.SILENCE);
            FarEnd far = new FarEnd(true, Optional.empty(), Optional.empty(), true);
            List<Evidence> evidence = new ArrayList<>();
            evidence.add(new Evidence(Optional.empty(), List.of(passed(BEFORE)), far));
            evidence.add(new Evidence(Optional.empty(), List.of(lost(BEFORE)), far));
            Control neighbour = new Control(story.check(), evidence);
            Finding finding =
                    story.judged(new Proof(Optional.of(neighbour), List.of(control(passed(BEFORE), passed(AFTER)))));
            assertThat(finding.status()).isEqualTo(Status.INCONCLUSIVE);
            assertThat(finding.reason()).contains("first at 5062");
        }
    }
}
