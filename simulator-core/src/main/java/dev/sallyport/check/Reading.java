package dev.sallyport.check;

import dev.sallyport.check.Evidence.FarEnd;
import dev.sallyport.check.Evidence.Meeting;
import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import dev.sallyport.flow.Transport;
import java.util.List;
import java.util.Optional;

/**
 * What one attempt means, both ends considered.
 *
 * @param farSawIt whether the far end saw any of it
 * @param notExcluded what this reading leaves open
 */
record Reading(Verdict verdict, Stage stage, How how, String reason, boolean farSawIt, List<String> notExcluded) {

    static Reading notMeasured(String why) {
        return new Reading(Verdict.NOT_MEASURED, Stage.RESOLVE, How.LOCAL, why, false, List.of());
    }

    /** Reads an attempt: what kept us from measuring first, then interference, then what was lost, else it is open. */
    static Reading of(Check check, Evidence evidence, Meeting meeting) {
        Reader reader = new Reader(check, evidence.far(), meeting);
        return reader.unmeasured()
                .or(reader::oneSided)
                .or(reader::interfered)
                .or(reader::lost)
                .orElseGet(reader::open);
    }

    /** Returns this reading for several attempts that all came to it. */
    Reading times(int attempts, Check check, Evidence evidence) {
        if (attempts == 1 || verdict != Verdict.REQUEST_LOST) {
            return this;
        }
        String listening = evidence.far().listening().isPresent() ? ", which was listening" : "";
        String told = attempts + " attempts from " + check.flow().from().label() + " were never seen by "
                + check.flow().to().label() + listening;
        return new Reading(verdict, stage, how, told, farSawIt, notExcluded);
    }

    /** The questions, in the order in which their answers hold. */
    private record Reader(Check check, FarEnd end, Meeting meeting) {

        private Contact near() {
            return meeting.near();
        }

        private Ending ended() {
            return near().ending();
        }

        private String nearName() {
            return check.flow().from().label();
        }

        private String farName() {
            return check.flow().to().label();
        }

        private Optional<Reading> is(Verdict verdict, String reason) {
            return Optional.of(reading(verdict, reason));
        }

        private Reading reading(Verdict verdict, String reason) {
            return new Reading(verdict, ended().stage(), ended().how(), reason, Judge.sawAny(meeting), List.of());
        }

        Optional<Reading> unmeasured() {
            if (ended().how().equals(How.LOCAL) || ended().stage() == Stage.RESOLVE) {
                return is(Verdict.NOT_MEASURED, nearName() + " could not make the attempt: " + ended().detail());
            }
            if (!end.reported()) {
                return Optional.empty();
            }
            if (end.listening().isEmpty()) {
                return is(Verdict.NOT_MEASURED, end.trouble().orElse(farName() + " was not asked to listen there"));
            }
            if (!end.listening().get().bound()) {
                String problem = end.listening().get().problem().orElseThrow();
                return is(Verdict.NOT_MEASURED, farName() + " was not listening: " + problem);
            }
            if (end.trouble().isPresent() && !meeting.arrived()) {
                return is(
                        Verdict.NOT_MEASURED,
                        farName() + " may have seen more than it told: "
                                + end.trouble().get());
            }
            return meeting.ambiguous()
                    .map(why -> reading(Verdict.NOT_MEASURED, "the two ends could not be joined: " + why));
        }

        Optional<Reading> oneSided() {
            if (end.reported()) {
                return Optional.empty();
            }
            Reading told = oneSidedReading();
            List<String> open = List.of("what " + farName() + " saw: only " + nearName() + " told its side");
            return Optional.of(new Reading(told.verdict, told.stage, told.how, told.reason, told.farSawIt, open));
        }

        private Reading oneSidedReading() {
            if (ended().completed()) {
                return reading(Verdict.OPEN, "the exchange ran to its end, as " + nearName() + " saw it");
            }
            if (!end.shown()) {
                return reading(
                        Verdict.NOT_MEASURED,
                        describe() + ", and nothing in this run shows that " + farName() + " listens there");
            }
            return ended().how().equals(How.SILENCE)
                    ? reading(Verdict.NO_ANSWER, describe() + ", where " + farName() + " answered others")
                    : reading(Verdict.REFUSED, describe() + ", by whom cannot be told from one side");
        }

        private String describe() {
            return nearName() + " met " + ended().how() + " at "
                    + ended().stage().text() + (ended().detail().isEmpty() ? "" : " (" + ended().detail() + ")");
        }

        Optional<Reading> interfered() {
            return impersonated()
                    .or(this::intercepted)
                    .or(this::misdirected)
                    .or(this::altered)
                    .or(this::translated);
        }

        private boolean answered() {
            boolean connected =
                    check.flow().transport() == Transport.TCP && ended().stage().compareTo(Stage.CONNECT) > 0;
            return connected || near().received().bytes() > 0;
        }

        private Optional<Reading> impersonated() {
            boolean foreign =
                    answered() && !Judge.sawAny(meeting) && foreignCertificate().isEmpty();
            return foreign
                    ? is(
                            Verdict.IMPERSONATED,
                            "something answered " + nearName() + " in the place of " + farName()
                                    + ", which saw nothing of it")
                    : Optional.empty();
        }

        private Optional<Reading> intercepted() {
            return foreignCertificate().or(this::otherHandshake).map(why -> reading(Verdict.INTERCEPTED, why));
        }

        /** A certificate that the far end did not present, although the attempt reached no other host of the lab. */
        private Optional<String> foreignCertificate() {
            Optional<String> shown = near().tls().flatMap(TlsSeen::peer);
            Optional<String> real = end.listening().flatMap(Listening::certificate);
            if (meeting.astray().isPresent() || shown.isEmpty() || real.isEmpty() || shown.equals(real)) {
                return Optional.empty();
            }
            return Optional.of(nearName() + " was shown the certificate " + abbreviated(shown.get()) + "; " + farName()
                    + " presents " + abbreviated(real.get()));
        }

        private Optional<String> otherHandshake() {
            Optional<TlsSeen> there = meeting.far().flatMap(Contact::tls);
            if (near().tls().isEmpty() || there.isEmpty()) {
                return Optional.empty();
            }
            TlsSeen here = near().tls().get();
            if (differ(here.clientRandom(), there.get().clientRandom())
                    || differ(here.serverRandom(), there.get().serverRandom())) {
                return Optional.of("the two ends saw different TLS handshakes: the randoms of " + nearName() + " and "
                        + farName() + " do not agree");
            }
            boolean clientReplaced =
                    there.get().peer().isPresent() && !there.get().peer().equals(here.own());
            return clientReplaced
                    ? Optional.of(farName() + " was shown a client certificate that " + nearName() + " did not send")
                    : Optional.empty();
        }

        private static boolean differ(String here, String there) {
            return !here.isEmpty() && !there.isEmpty() && !here.equals(there);
        }

        private static String abbreviated(String digest) {
            return digest.substring(0, Math.min(12, digest.length()));
        }

        private Optional<Reading> misdirected() {
            return meeting.astray()
                    .map(astray -> reading(
                            Verdict.MISDIRECTED,
                            "what " + nearName() + " sent to " + farName() + " arrived at " + astray.host() + " ("
                                    + address(astray.contact().local()) + ")"));
        }

        private Optional<Reading> altered() {
            if (meeting.far().isEmpty()) {
                return Optional.empty();
            }
            Contact there = meeting.far().get();
            return rewritten(nearName(), near().sent(), farName(), there.received())
                    .or(() -> rewritten(farName(), there.sent(), nearName(), near().received()))
                    .or(() -> resized(nearName(), near().sent(), farName(), there.received()))
                    .or(() -> resized(farName(), there.sent(), nearName(), near().received()));
        }

        private Optional<Reading> rewritten(String sender, Traffic sent, String receiver, Traffic arrived) {
            return sent.rewritten(arrived)
                    ? is(Verdict.ALTERED, receiver + " received other bytes than " + sender + " sent")
                    : Optional.empty();
        }

        /** Over UDP datagrams get lost or doubled on their own; over TCP nothing does. */
        private Optional<Reading> resized(String sender, Traffic sent, String receiver, Traffic arrived) {
            boolean told = ended().completed() || ended().how().equals(How.MALFORMED);
            return told && check.flow().transport() == Transport.TCP && sent.resized(arrived)
                    ? is(
                            Verdict.ALTERED,
                            receiver + " received " + arrived.bytes() + " bytes where " + sender + " sent "
                                    + sent.bytes())
                    : Optional.empty();
        }

        private Optional<Reading> translated() {
            if (meeting.far().isEmpty()) {
                return Optional.empty();
            }
            Contact there = meeting.far().get();
            Source declared = check.source();
            if (!there.remote().getAddress().equals(declared.address())) {
                return is(
                        Verdict.TRANSLATED,
                        farName() + " saw it come from " + address(there.remote()) + "; the lab declares "
                                + declared.address().getHostAddress());
            }
            boolean portChanged = declared.portKept()
                    && there.remote().getPort() != near().local().getPort();
            return portChanged
                    ? is(
                            Verdict.TRANSLATED,
                            farName() + " saw it come from port "
                                    + there.remote().getPort() + "; " + nearName() + " sent it from "
                                    + near().local().getPort())
                    : Optional.empty();
        }

        Optional<Reading> lost() {
            if (ended().completed()) {
                return Optional.empty();
            }
            Optional<Ending> callback = callbackLost();
            if (callback.isPresent()) {
                return is(
                        Verdict.REPLY_LOST,
                        farName() + " called back to " + nearName() + " and met "
                                + callback.get().how() + " at "
                                + callback.get().stage().text());
            }
            return underway() ? Optional.of(cut()) : Optional.of(atTheDoor());
        }

        private Optional<Ending> callbackLost() {
            return meeting.far().flatMap(Contact::calledBack).filter(ending -> !ending.completed());
        }

        /** Tells whether the conversation had begun: a TCP connection stood, or a datagram had come back. */
        private boolean underway() {
            return answered();
        }

        private Reading atTheDoor() {
            boolean silent = ended().how().equals(How.SILENCE);
            if (meeting.arrived()) {
                return reading(
                        Verdict.REPLY_LOST,
                        farName() + " saw it (" + meeting.far().get().ending().detail() + "), but "
                                + (silent ? "nothing came back to " : "its answer was turned away before ")
                                + nearName());
            }
            return silent
                    ? reading(
                            Verdict.REQUEST_LOST,
                            "1 attempt from " + nearName() + " was never seen by " + farName()
                                    + ", which was listening")
                    : reading(
                            Verdict.REJECTED,
                            nearName() + " was turned away (" + ended().how() + ") on the way; " + farName()
                                    + " was listening and saw nothing");
        }

        /** It began and broke: by an end's own doing it tells nothing of the way, otherwise it was cut. */
        private Reading cut() {
            return ownDoing()
                    .map(who -> reading(Verdict.NOT_MEASURED, who))
                    .orElseGet(() -> reading(
                            Verdict.CUT,
                            "it opened, then " + nearName() + " met " + ended().how() + " at "
                                    + ended().stage().text() + ", by neither end"
                                    + (ended().detail().isEmpty() ? "" : " (" + ended().detail() + ")")));
        }

        private Optional<String> ownDoing() {
            Optional<Contact> there = meeting.far();
            return refusal(nearName(), near().tls())
                    .or(() -> refusal(farName(), there.flatMap(Contact::tls)))
                    .or(() -> there.map(Contact::ending)
                            .filter(ending -> ending.how().equals(How.LOCAL)
                                    || ending.how().equals(How.MALFORMED))
                            .map(ending -> farName() + " ended it itself: " + ending.detail()))
                    .or(() -> Optional.of(ended())
                            .filter(ending -> ending.how().equals(How.MALFORMED))
                            .map(ending ->
                                    nearName() + " did not expect what " + farName() + " sent: " + ending.detail()));
        }

        private static Optional<String> refusal(String who, Optional<TlsSeen> tls) {
            return tls.flatMap(TlsSeen::refusal).map(why -> who + " refused the TLS handshake itself: " + why);
        }

        Reading open() {
            return reading(Verdict.OPEN, "the exchange ran to its end; both ends saw the same");
        }

        private static String address(java.net.InetSocketAddress socket) {
            return socket.getAddress().getHostAddress() + ":" + socket.getPort();
        }
    }
}
