package dev.sallyport.check;

import static dev.sallyport.check.Story.CLIENT;
import static dev.sallyport.check.Story.FOREIGN;
import static dev.sallyport.check.Story.REAL;
import static dev.sallyport.check.Story.tls;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {

    private static final String RANDOM = "0a".repeat(32);
    private static final Traffic REQUEST = new Traffic(300, "11".repeat(32), true);
    private static final Traffic REPLY = new Traffic(200, "22".repeat(32), true);
    private static final Traffic OTHER = new Traffic(200, "33".repeat(32), true);
    private static final Traffic LONGER = new Traffic(204, "44".repeat(32), true);

    private static void found(Finding finding, Verdict verdict, Status status) {
        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(verdict);
        assertThat(finding.status()).as(finding.reason()).isEqualTo(status);
    }

    @Nested
    class Open {

        @Test
        void bothEndsSawTheSame() {
            found(new Story().getsThrough().judged(), Verdict.OPEN, Status.PASSED);
        }

        @Test
        void anOpenFlowThatShouldBeClosedIsALeak() {
            found(new Story().denied().getsThrough().judged(), Verdict.OPEN, Status.FAILED);
        }

        @Test
        void aLaterAttemptThatGetsThroughReversesAnEarlierSilence() {
            Story story = new Story().tries(Stage.CONNECT, How.SILENCE).getsThrough();

            found(story.judged(), Verdict.OPEN, Status.PASSED);
        }

        @Test
        void aLaterAttemptThatGetsThroughReversesADeny() {
            Story story = new Story().denied().tries(Stage.CONNECT, How.SILENCE).getsThrough();

            found(story.judged(), Verdict.OPEN, Status.FAILED);
        }
    }

    @Nested
    class Lost {

        @Test
        void silenceThatAListeningFarEndNeverSawIsALostRequest() {
            Story story = new Story().tries(Stage.CONNECT, How.SILENCE).tries(Stage.CONNECT, How.SILENCE);

            Finding finding = story.judged();

            found(finding, Verdict.REQUEST_LOST, Status.FAILED);
            assertThat(finding.reason())
                    .isEqualTo("2 attempts from partner1 were never seen by edge1, which was listening");
            assertThat(finding.stage()).isEqualTo(Stage.CONNECT);
            assertThat(finding.how()).isEqualTo(How.SILENCE);
        }

        @Test
        void replyLostOnTheWayBackIsNotABlockedRequest() {
            Story story = new Story().tries(Stage.CONNECT, How.SILENCE).seenConnecting(Stage.CONNECT, How.SILENCE);

            found(story.judged(), Verdict.REPLY_LOST, Status.FAILED);
        }

        @Test
        void aDatagramThatArrivedAndWasAnsweredInVainIsALostReply() {
            Story story = new Story()
                    .overUdp()
                    .tries(Stage.REQUEST, How.SILENCE)
                    .sendsARequest()
                    .seenRequest();

            found(story.judged(), Verdict.REPLY_LOST, Status.FAILED);
        }

        @Test
        void aDatagramNobodySawIsALostRequest() {
            Story story =
                    new Story().overUdp().tries(Stage.REQUEST, How.SILENCE).sendsARequest();

            found(story.judged(), Verdict.REQUEST_LOST, Status.FAILED);
        }

        @Test
        void aClosedFlowWhoseReplyIsLostStillGotIn() {
            Story story =
                    new Story().denied().tries(Stage.CONNECT, How.SILENCE).seenConnecting(Stage.CONNECT, How.SILENCE);

            found(story.judged(), Verdict.REPLY_LOST, Status.FAILED);
        }

        @Test
        void aDenyByASilentDropPassesAndSaysWhatItDidNotExclude() {
            Finding finding =
                    new Story().denied().tries(Stage.CONNECT, How.SILENCE).judged();

            found(finding, Verdict.REQUEST_LOST, Status.PASSED);
            assertThat(finding.notExcluded()).contains("the host firewall of edge1");
        }

        @Test
        void aSecondConnectionThatNeverGotBackIsALostReply() {
            Story story = new Story()
                    .callingBack()
                    .tries(Stage.REPLY, How.MALFORMED)
                    .exchanges(REQUEST, Traffic.NONE)
                    .seenCallingBackIntoSilence();

            found(story.judged(), Verdict.REPLY_LOST, Status.FAILED);
            assertThat(story.judged().stage()).isEqualTo(Stage.CONNECT);
            assertThat(story.judged().how()).isEqualTo(How.SILENCE);
        }
    }

    @Nested
    class Rejected {

        @ParameterizedTest
        @CsvSource({"refused", "host-unreachable", "net-unreachable"})
        void aRefusalThatAListeningFarEndDidNotSeeComesFromTheWay(String how) {
            Story story = new Story().tries(Stage.CONNECT, new How(how));

            found(story.judged(), Verdict.REJECTED, Status.FAILED);
        }

        @Test
        void aRejectedDenyPasses() {
            found(new Story().denied().tries(Stage.CONNECT, How.REFUSED).judged(), Verdict.REJECTED, Status.PASSED);
        }

        @Test
        void aRefusedDatagramThatNobodySawIsRejectedToo() {
            Story story =
                    new Story().overUdp().tries(Stage.REQUEST, How.REFUSED).sendsARequest();

            found(story.judged(), Verdict.REJECTED, Status.FAILED);
        }
    }

    @Nested
    class Cut {

        @Test
        void aResetInMidExchangeThatNeitherEndSentIsACut() {
            Story story =
                    new Story().tries(Stage.REPLY, How.RESET).sendsARequest().seenEnding(Stage.REPLY, How.RESET);

            found(story.judged(), Verdict.CUT, Status.FAILED);
        }

        @Test
        void silenceAfterTheHandshakeIsACut() {
            Story story = new Story().tries(Stage.TLS, How.SILENCE).seenConnecting(Stage.TLS, How.SILENCE);

            found(story.judged(), Verdict.CUT, Status.FAILED);
        }

        @Test
        void aCutDenyThatTheFarEndSawGotIn() {
            Story story = new Story().denied().tries(Stage.REPLY, How.RESET).seenEnding(Stage.REPLY, How.RESET);

            found(story.judged(), Verdict.CUT, Status.FAILED);
        }

        @Test
        void aHandshakeThatTheFarEndItselfRefusedTellsNothingOfTheFirewall() {
            TlsSeen refusing = new TlsSeen(
                    "",
                    "",
                    RANDOM,
                    "5e".repeat(32),
                    true,
                    Optional.of(REAL),
                    Optional.of(CLIENT),
                    Optional.of("the certificate expired"));
            Story story = new Story()
                    .overTls()
                    .tries(Stage.TLS, How.alert("certificate-expired"))
                    .withTls(tls(RANDOM, CLIENT, REAL))
                    .seenWithTls(refusing);

            Finding finding = story.judged();

            found(finding, Verdict.NOT_MEASURED, Status.INCONCLUSIVE);
            assertThat(finding.reason()).contains("edge1 refused").contains("expired");
        }
    }

    @Nested
    class Interference {

        @Test
        void aCertificateTheFarEndDoesNotHaveMeansInterception() {
            Story story = new Story()
                    .overTls()
                    .tries(Stage.TLS, How.alert("certificate-unknown"))
                    .withTls(tls(RANDOM, CLIENT, FOREIGN));

            found(story.judged(), Verdict.INTERCEPTED, Status.FAILED);
        }

        @Test
        void randomsThatDoNotAgreeMeanInterceptionEvenUnderTheRightCertificate() {
            Story story =
                    new Story().overTls().getsThroughTls(tls(RANDOM, CLIENT, REAL), tls("0b".repeat(32), REAL, CLIENT));

            found(story.judged(), Verdict.INTERCEPTED, Status.FAILED);
        }

        @Test
        void aClientCertificateThatWasNeverSentMeansInterception() {
            Story story = new Story().overTls().getsThroughTls(tls(RANDOM, CLIENT, REAL), tls(RANDOM, REAL, FOREIGN));

            found(story.judged(), Verdict.INTERCEPTED, Status.FAILED);
        }

        @Test
        void aDenyEndedByAnInterceptorBeforeTheFarEndPasses() {
            Story story = new Story()
                    .denied()
                    .overTls()
                    .tries(Stage.TLS, How.alert("certificate-unknown"))
                    .withTls(tls(RANDOM, CLIENT, FOREIGN));

            found(story.judged(), Verdict.INTERCEPTED, Status.PASSED);
        }

        @Test
        void anAnswerThatTheFarEndDidNotGiveIsAnImpersonation() {
            found(new Story().tries(Stage.REPLY, How.COMPLETED).judged(), Verdict.IMPERSONATED, Status.FAILED);
        }

        @Test
        void aHandshakeByASynProxyIsAnImpersonation() {
            found(new Story().tries(Stage.REQUEST, How.RESET).judged(), Verdict.IMPERSONATED, Status.FAILED);
        }

        @Test
        void anImpersonatedDenyPasses() {
            found(new Story().denied().tries(Stage.REQUEST, How.SILENCE).judged(), Verdict.IMPERSONATED, Status.PASSED);
        }

        @Test
        void otherBytesOfTheSameLengthAreAltered() {
            Story story = new Story()
                    .tries(Stage.REPLY, How.COMPLETED)
                    .exchanges(REQUEST, OTHER)
                    .seen(REQUEST, REPLY);

            found(story.judged(), Verdict.ALTERED, Status.FAILED);
        }

        @Test
        void moreBytesThanWereSentAreAltered() {
            Story story = new Story()
                    .tries(Stage.REPLY, How.COMPLETED)
                    .exchanges(REQUEST, LONGER)
                    .seen(REQUEST, REPLY);

            Finding finding = story.judged();

            found(finding, Verdict.ALTERED, Status.FAILED);
            assertThat(finding.reason()).contains("200").contains("204");
        }

        @Test
        void bytesStillOnTheirWayAreNotMissing() {
            Story story = new Story()
                    .tries(Stage.REPLY, How.COMPLETED)
                    .exchanges(REQUEST, new Traffic(150, "55".repeat(32), false))
                    .seen(REQUEST, REPLY);

            found(story.judged(), Verdict.OPEN, Status.PASSED);
        }

        @Test
        void bytesMissingFromAStreamThatEndedInOrderWereTakenOut() {
            Story story = new Story()
                    .tries(Stage.REPLY, How.COMPLETED)
                    .exchanges(REQUEST, new Traffic(150, "55".repeat(32), true))
                    .seen(REQUEST, REPLY);

            found(story.judged(), Verdict.ALTERED, Status.FAILED);
        }

        @Test
        void arrivingAtAnotherHostIsMisdirectedAndNotLost() {
            Story story = new Story().tries(Stage.REPLY, How.COMPLETED).seenAtEdge2();

            Finding finding = story.judged();

            found(finding, Verdict.MISDIRECTED, Status.FAILED);
            assertThat(finding.reason()).contains("edge2");
        }

        @Test
        void aSourceThatTheLabDoesNotDeclareIsTranslated() {
            Story story = new Story()
                    .tries(Stage.REPLY, How.COMPLETED)
                    .exchanges(REQUEST, REPLY)
                    .seenFrom("203.0.113.99", 40_001);

            found(story.judged(), Verdict.TRANSLATED, Status.FAILED);
        }

        @Test
        void aDeclaredTranslationStaysOpen() {
            Story story = new Story()
                    .declaredAsFrom("203.0.113.1", false)
                    .tries(Stage.REPLY, How.COMPLETED)
                    .exchanges(REQUEST, REPLY)
                    .seenFrom("203.0.113.1", 61_000);

            found(story.judged(), Verdict.OPEN, Status.PASSED);
        }

        @Test
        void aChangedPortThatHadToBeKeptIsTranslated() {
            Story story = new Story()
                    .tries(Stage.REPLY, How.COMPLETED)
                    .exchanges(REQUEST, REPLY)
                    .seenFrom("198.51.100.50", 61_000);

            found(story.judged(), Verdict.TRANSLATED, Status.FAILED);
        }
    }

    @Nested
    class NotMeasured {

        @Test
        void aFarEndThatCouldNotBindIsNotABlock() {
            Finding finding = new Story()
                    .farEndDidNotBind("port 5061 is taken by nginx")
                    .tries(Stage.CONNECT, How.REFUSED)
                    .judged();

            found(finding, Verdict.NOT_MEASURED, Status.INCONCLUSIVE);
            assertThat(finding.reason()).contains("taken by nginx");
        }

        @Test
        void aDenyAgainstADeadListenerProvesNothing() {
            Story story = new Story().denied().farEndDidNotBind("taken").tries(Stage.CONNECT, How.SILENCE);

            found(story.judged(), Verdict.NOT_MEASURED, Status.INCONCLUSIVE);
        }

        @Test
        void aLostAgentIsNotABlock() {
            Story story =
                    new Story().farEndWasLost("its agent ended with status 137").tries(Stage.CONNECT, How.SILENCE);

            found(story.judged(), Verdict.NOT_MEASURED, Status.INCONCLUSIVE);
        }

        @Test
        void anAttemptThatCouldNotBeMadeIsNotABlock() {
            Story story = new Story().tries(Stage.CONNECT, How.LOCAL);

            found(story.judged(), Verdict.NOT_MEASURED, Status.INCONCLUSIVE);
        }

        @Test
        void noAttemptAtAllSaysWhy() {
            Finding finding =
                    new Story().nearEndWasLost("its agent never started").judged();

            found(finding, Verdict.NOT_MEASURED, Status.INCONCLUSIVE);
            assertThat(finding.reason()).isEqualTo("its agent never started");
        }

        @Test
        void aProtocolNotSpokenYetIsNamed() {
            Finding finding = new Story().notSpoken().judged();

            found(finding, Verdict.NOT_MEASURED, Status.INCONCLUSIVE);
            assertThat(finding.reason()).contains("sip/options");
        }

        @Test
        void aFarEndThatStoodStillDidNotLoseItsReply() {
            Story story = new Story()
                    .overUdp()
                    .tries(Stage.REQUEST, How.SILENCE)
                    .sendsARequest()
                    .seenEnding(Stage.REQUEST, How.LOCAL);

            found(story.judged(), Verdict.NOT_MEASURED, Status.INCONCLUSIVE);
        }

        @Test
        void aNamelessStrangerAtTheSameMomentMakesSilenceAmbiguous() {
            Story story = new Story().tries(Stage.CONNECT, How.SILENCE).seenNamelessFrom("203.0.113.7", 1234);

            found(story.judged(), Verdict.NOT_MEASURED, Status.INCONCLUSIVE);
        }

        @Test
        void theOnlyNewcomerBehindADeclaredNatIsOurs() {
            Story story = new Story()
                    .declaredAsFrom("203.0.113.1", false)
                    .tries(Stage.CONNECT, How.SILENCE)
                    .seenNamelessFrom("203.0.113.1", 61_000);

            found(story.judged(), Verdict.REPLY_LOST, Status.FAILED);
        }

        @Test
        void attemptsBehindAStaticNatAreToldApartByTheirPorts() {
            Story story = new Story()
                    .declaredAsFrom("203.0.113.1", true)
                    .tries(Stage.CONNECT, How.SILENCE)
                    .seenNamelessFrom("203.0.113.1", 40_001)
                    .tries(Stage.CONNECT, How.SILENCE)
                    .seenNamelessFrom("203.0.113.1", 40_002);

            found(story.judged(), Verdict.REPLY_LOST, Status.FAILED);
        }

        @Test
        void aNewcomerWhomAnotherAttemptExplainsIsNoStranger() {
            Story story = new Story()
                    .tries(Stage.CONNECT, How.SILENCE)
                    .anotherTriesFrom("198.51.100.60", 50_123)
                    .seenNamelessFrom("198.51.100.60", 50_123);

            found(story.judged(), Verdict.REQUEST_LOST, Status.FAILED);
        }

        @Test
        void aNewcomerWhomAnotherTranslatedAttemptExplainsIsNoStranger() {
            Story story = new Story()
                    .declaredAsFrom("203.0.113.1", true)
                    .tries(Stage.CONNECT, How.SILENCE)
                    .anotherTriesFrom("198.51.100.60", 50_123)
                    .seenNamelessFrom("203.0.113.1", 50_123);

            found(story.judged(), Verdict.REQUEST_LOST, Status.FAILED);
        }
    }

    @Nested
    class OneSided {

        @Test
        void silenceWhereNothingShowsAListenerIsInconclusive() {
            Story story = new Story().farEndTellsNothing().tries(Stage.CONNECT, How.SILENCE);

            found(story.judged(), Verdict.NOT_MEASURED, Status.INCONCLUSIVE);
        }

        @Test
        void silenceWhereOthersWereAnsweredFails() {
            Story story =
                    new Story().farEndTellsNothing().anotherHostGotThrough().tries(Stage.CONNECT, How.SILENCE);

            found(story.judged(), Verdict.NO_ANSWER, Status.FAILED);
        }

        @Test
        void aRefusalWhereOthersWereAnsweredFails() {
            Story story =
                    new Story().farEndTellsNothing().anotherHostGotThrough().tries(Stage.CONNECT, How.REFUSED);

            found(story.judged(), Verdict.REFUSED, Status.FAILED);
        }

        @Test
        void silenceNeverProvesADeny() {
            Story story = new Story()
                    .denied()
                    .farEndTellsNothing()
                    .anotherHostGotThrough()
                    .tries(Stage.CONNECT, How.SILENCE);

            found(story.judged(), Verdict.NO_ANSWER, Status.INCONCLUSIVE);
        }

        @Test
        void aCompletedExchangePassesAndIsMarked() {
            Finding finding = new Story()
                    .farEndTellsNothing()
                    .tries(Stage.REPLY, How.COMPLETED)
                    .exchanges(REQUEST, REPLY)
                    .judged();

            found(finding, Verdict.OPEN, Status.PASSED);
            assertThat(finding.notExcluded()).isNotEmpty();
        }
    }

    @Nested
    class Ranges {

        @Test
        void aHoleIsFoundAmongOpenPorts() {
            Finding finding = new Story()
                    .onPorts(50_000, 52_000, 59_999)
                    .getsThroughAt(50_000)
                    .triesAt(52_000, Stage.CONNECT, How.SILENCE)
                    .getsThroughAt(59_999)
                    .judged();

            found(finding, Verdict.REQUEST_LOST, Status.FAILED);
            assertThat(finding.ports())
                    .extracting(found -> found.ports() + " " + found.verdict().text())
                    .containsExactly("50000 open", "52000 request-lost", "59999 open");
            assertThat(finding.reason()).startsWith("1 of 3 ports tried").contains("first at 52000");
        }

        @Test
        void allOpenIsOneFinding() {
            Finding finding = new Story()
                    .onPorts(50_000, 59_999)
                    .getsThroughAt(50_000)
                    .getsThroughAt(59_999)
                    .judged();

            found(finding, Verdict.OPEN, Status.PASSED);
            assertThat(finding.ports()).hasSize(1);
        }

        @Test
        void aPortThatCouldNotBeMeasuredDoesNotHideAHole() {
            Finding finding = new Story()
                    .onPorts(50_000, 52_000, 59_999)
                    .triesAt(50_000, Stage.CONNECT, How.LOCAL)
                    .triesAt(52_000, Stage.CONNECT, How.SILENCE)
                    .getsThroughAt(59_999)
                    .judged();

            found(finding, Verdict.REQUEST_LOST, Status.FAILED);
        }
    }

    @Nested
    class TheTable {

        @ParameterizedTest(name = "{0}: allow {1}, deny {2}, deny where the far end saw it {3}")
        @CsvSource({
            "open,          passed,       failed,       failed",
            "request-lost,  failed,       passed,       passed",
            "rejected,      failed,       passed,       passed",
            "reply-lost,    failed,       failed,       failed",
            "cut,           failed,       passed,       failed",
            "intercepted,   failed,       passed,       failed",
            "altered,       failed,       failed,       failed",
            "impersonated,  failed,       passed,       passed",
            "misdirected,   failed,       failed,       failed",
            "translated,    failed,       failed,       failed",
            "expired,       failed,       inconclusive, inconclusive",
            "degraded,      failed,       failed,       failed",
            "no-answer,     failed,       inconclusive, inconclusive",
            "refused,       failed,       inconclusive, inconclusive",
            "not-measured,  inconclusive, inconclusive, inconclusive",
        })
        void saysWhatEachVerdictMeans(String verdict, String allow, String denyUnseen, String denySeen) {
            Verdict found = Verdict.parse(verdict);
            Check allowed = new Story().check();
            Check denied = new Story().denied().check();

            assertThat(List.of(
                            StatusTable.of(allowed, found, true).text(),
                            StatusTable.of(denied, found, false).text(),
                            StatusTable.of(denied, found, true).text()))
                    .containsExactly(allow, denyUnseen, denySeen);
        }

        @ParameterizedTest
        @org.junit.jupiter.params.provider.EnumSource(Verdict.class)
        void anOptionalFlowAlwaysPasses(Verdict verdict) {
            assertThat(StatusTable.of(new Story().optional().check(), verdict, true))
                    .isEqualTo(Status.PASSED);
        }
    }
}
