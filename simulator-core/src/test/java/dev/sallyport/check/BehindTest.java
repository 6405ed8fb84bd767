package dev.sallyport.check;

import static dev.sallyport.check.BalancedStory.certificate;
import static dev.sallyport.check.Story.FOREIGN;
import static dev.sallyport.check.Story.tls;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Evidence.Meeting;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Verdicts from three observations: the initiator's, the load balancer's and its pool member's. */
class BehindTest {

    private static final String RANDOM = "0a".repeat(32);

    private static BalancedStory passed() {
        return new BalancedStory()
                .completes()
                .passedOnTo("fe2", Stage.REPLY, How.COMPLETED)
                .readBy("fe2");
    }

    private static Finding found(BalancedStory story, Verdict verdict) {
        Finding finding = story.judged();
        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(verdict);
        return finding;
    }

    @Nested
    class Open {

        @Test
        void namesTheMemberThatAnswered() {
            assertThat(found(passed(), Verdict.OPEN).reason()).endsWith("felb1 passed it on to fe2");
        }

        @Test
        void joinsAllThree() {
            Meeting meeting = passed().evidence().meetings().get(0);
            assertThat(meeting.via())
                    .hasValueSatisfying(via -> assertThat(via.onward()).isPresent());
            assertThat(meeting.far()).hasValueSatisfying(far -> assertThat(far.nonces())
                    .isEqualTo(meeting.near().nonces()));
            assertThat(meeting.astray()).isEmpty();
        }

        @Test
        void aBalancerThatAnsweredItselfSaysSo() {
            BalancedStory story = new BalancedStory()
                    .answeringItself("the lab has no front-end in its pool")
                    .completes()
                    .readItself();
            assertThat(found(story, Verdict.OPEN).reason())
                    .endsWith("felb1 answered itself: the lab has no front-end in its pool");
        }

        @Test
        void behindADeclaredMasqueradeTheMembersNonceJoinsTheBalancer() {
            BalancedStory story = new BalancedStory()
                    .declaredAsFrom("203.0.113.1")
                    .completes()
                    .comingFrom("203.0.113.1", 61_000, "fe1")
                    .readBy("fe1");
            found(story, Verdict.OPEN);
        }

        @Test
        void aMemberThatDidNotTellItsSideLeavesThatOpen() {
            BalancedStory story =
                    new BalancedStory().tellsNothing("fe2").completes().passedOnTo("fe2", Stage.REPLY, How.COMPLETED);
            assertThat(found(story, Verdict.OPEN).notExcluded())
                    .containsExactly("what fe2 saw: it did not tell its side");
        }
    }

    @Nested
    class BeforeTheBalancer {

        @Test
        void whatItNeverSawIsALostRequest() {
            BalancedStory story = new BalancedStory().meets(Stage.CONNECT, How.SILENCE);
            assertThat(found(story, Verdict.REQUEST_LOST).reason()).contains("never seen by felb1");
        }

        @Test
        void aSynWhoseAnswerNeverCameBackIsALostReply() {
            BalancedStory story =
                    new BalancedStory().meets(Stage.CONNECT, How.SILENCE).seenByTheBalancer(Stage.CONNECT, How.SILENCE);
            assertThat(found(story, Verdict.REPLY_LOST).reason()).startsWith("felb1 saw it");
        }

        @Test
        void anUndeclaredSourceIsTranslated() {
            BalancedStory story = new BalancedStory()
                    .completes()
                    .comingFrom("203.0.113.1", 61_000, "fe1")
                    .readBy("fe1");
            assertThat(found(story, Verdict.TRANSLATED).reason()).startsWith("felb1 saw it come from 203.0.113.1");
        }

        @Test
        void whatReachedAMemberWithoutTheBalancerIsMisdirected() {
            BalancedStory story = new BalancedStory().completes().readBy("fe1");
            assertThat(found(story, Verdict.MISDIRECTED).reason()).contains("sent to felb1 arrived at fe1");
        }

        @Test
        void anAnswerThatNobodyOfThePoolGaveIsAnImpersonation() {
            found(new BalancedStory().completes(), Verdict.IMPERSONATED);
        }
    }

    @Nested
    class BehindTheBalancer {

        @Test
        void aMemberThatWasNeverReachedCutsTheFlow() {
            BalancedStory story =
                    new BalancedStory().meets(Stage.TLS, How.CLOSED).passedOnTo("fe1", Stage.CONNECT, How.SILENCE);
            assertThat(found(story, Verdict.CUT).reason())
                    .isEqualTo("felb1 saw it and could not pass it on to fe1 (connect: silence);"
                            + " fe1 was listening and saw nothing");
        }

        @Test
        void aMemberWhoseAnswerWasLostSawItCome() {
            BalancedStory story = new BalancedStory()
                    .meets(Stage.TLS, How.CLOSED)
                    .passedOnTo("fe1", Stage.CONNECT, How.SILENCE)
                    .acceptedBy("fe1", Stage.CONNECT, How.SILENCE);
            assertThat(found(story, Verdict.CUT).reason()).endsWith("fe1 saw that come");
        }

        @Test
        void aResetOnTheSecondHalfIsToldOfIt() {
            BalancedStory story = new BalancedStory()
                    .meets(Stage.TLS, How.RESET)
                    .passedOnTo("fe1", Stage.REQUEST, How.RESET)
                    .acceptedBy("fe1", Stage.REQUEST, How.RESET);
            assertThat(found(story, Verdict.CUT).reason()).endsWith("; felb1, on to fe1, met reset");
        }

        @Test
        void anotherSourceThanTheBalancersIsTranslated() {
            BalancedStory story = new BalancedStory()
                    .completes()
                    .passedOnTo("fe1", Stage.REPLY, How.COMPLETED)
                    .readComingFrom("10.9.9.9", 50_000, "fe1");
            assertThat(found(story, Verdict.TRANSLATED).reason()).startsWith("fe1 saw it come from 10.9.9.9");
        }

        @Test
        void whatArrivedAtAnotherMemberIsMisdirected() {
            BalancedStory story = new BalancedStory()
                    .completes()
                    .passedOnTo("fe1", Stage.REPLY, How.COMPLETED)
                    .readBy("fe2");
            assertThat(found(story, Verdict.MISDIRECTED).reason()).contains("arrived at fe2");
        }

        @Test
        void whatAnsweredInAMembersPlaceIsAnImpersonation() {
            BalancedStory story = new BalancedStory().completes().passedOnTo("fe1", Stage.REPLY, How.COMPLETED);
            assertThat(found(story, Verdict.IMPERSONATED).reason())
                    .isEqualTo("something answered felb1 in the place of fe1, which saw nothing of it");
        }

        @Test
        void otherBytesAtTheMemberAreAltered() {
            BalancedStory story = new BalancedStory()
                    .completes()
                    .passedOnTo("fe1", Stage.REPLY, How.COMPLETED)
                    .readOtherwiseBy("fe1", new Traffic(300, "33".repeat(32), true));
            assertThat(found(story, Verdict.ALTERED).reason()).contains("fe1 received other bytes than client1");
        }

        @Test
        void theCertificateMustBeThatOfTheMemberThatAnswered() {
            BalancedStory right = new BalancedStory()
                    .completesSeeing(tls(RANDOM, "", certificate("fe2")))
                    .passedOnTo("fe2", Stage.REPLY, How.COMPLETED)
                    .readBy("fe2");
            BalancedStory wrong = new BalancedStory()
                    .completesSeeing(tls(RANDOM, "", certificate("fe1")))
                    .passedOnTo("fe2", Stage.REPLY, How.COMPLETED)
                    .readBy("fe2");
            found(right, Verdict.OPEN);
            assertThat(found(wrong, Verdict.INTERCEPTED).reason()).contains("fe2 presents f2f2f2f2f2f2");
        }

        @Test
        void anybodyElsesCertificateIsAnInterception() {
            BalancedStory story = new BalancedStory().completesSeeing(tls(RANDOM, "", FOREIGN));
            assertThat(found(story, Verdict.INTERCEPTED).reason()).contains("f1f1f1f1f1f1 or f2f2f2f2f2f2");
        }
    }

    @Nested
    class NotMeasured {

        @Test
        void aMemberThatDoesNotListenIsNoFirewall() {
            BalancedStory story = new BalancedStory()
                    .notListening("fe1", "address already in use")
                    .meets(Stage.TLS, How.CLOSED)
                    .passedOnTo("fe1", Stage.CONNECT, How.REFUSED);
            assertThat(found(story, Verdict.NOT_MEASURED).reason())
                    .isEqualTo("fe1 was not listening: address already in use");
        }

        @Test
        void aBalancerThatCouldNotTryIsNoFirewall() {
            BalancedStory story =
                    new BalancedStory().meets(Stage.TLS, How.CLOSED).passedOnTo("fe1", Stage.CONNECT, How.LOCAL);
            assertThat(found(story, Verdict.NOT_MEASURED).reason()).startsWith("felb1 could not pass it on to fe1");
        }

        @Test
        void aBalancerThatStoodStillIsNoFirewall() {
            BalancedStory story = new BalancedStory()
                    .meets(Stage.TLS, How.SILENCE)
                    .passedOnTo("fe1", Stage.REPLY, How.LOCAL)
                    .acceptedBy("fe1", Stage.REQUEST, How.CLOSED);
            assertThat(found(story, Verdict.NOT_MEASURED).reason()).startsWith("felb1 was in trouble of its own");
        }

        @Test
        void troubleOfTheBalancerTakesNothingFromWhatCameBackWhole() {
            BalancedStory story = new BalancedStory()
                    .completes()
                    .passedOnTo("fe1", Stage.REPLY, How.LOCAL)
                    .readBy("fe1");
            found(story, Verdict.OPEN);
        }

        @Test
        void aMemberThatToldNothingLeavesTheReasonOpen() {
            BalancedStory story = new BalancedStory()
                    .tellsNothing("fe1")
                    .meets(Stage.TLS, How.CLOSED)
                    .passedOnTo("fe1", Stage.CONNECT, How.SILENCE);
            assertThat(found(story, Verdict.NOT_MEASURED).reason()).contains("fe1, which did not tell its side");
        }
    }
}
