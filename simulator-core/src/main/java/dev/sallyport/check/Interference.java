package dev.sallyport.check;

import dev.sallyport.exchange.How;
import java.util.Optional;

/** What was done to a flow on the way, in the order in which it counts; empty where it went untouched. */
final class Interference {

    private Interference() {}

    static Optional<Reading> of(Scene scene) {
        return impersonated(scene)
                .or(() -> intercepted(scene))
                .or(() -> misdirected(scene))
                .or(() -> altered(scene))
                .or(() -> translated(scene));
    }

    private static Optional<Reading> impersonated(Scene scene) {
        boolean foreign =
                scene.answered() && !scene.seen() && foreignCertificate(scene).isEmpty();
        return foreign
                ? scene.is(
                        Verdict.IMPERSONATED,
                        "something answered " + scene.nearName() + " in the place of " + scene.farName()
                                + ", which saw nothing of it")
                : Optional.empty();
    }

    private static Optional<Reading> intercepted(Scene scene) {
        return foreignCertificate(scene)
                .or(() -> otherHandshake(scene))
                .map(why -> scene.reading(Verdict.INTERCEPTED, why));
    }

    /** A certificate that the far end did not present, although the attempt reached no other host of the lab. */
    private static Optional<String> foreignCertificate(Scene scene) {
        Optional<String> shown = scene.near().tls().flatMap(TlsSeen::peer);
        Optional<String> real = scene.end().listening().flatMap(Listening::certificate);
        if (scene.meeting().astray().isPresent() || shown.isEmpty() || real.isEmpty() || shown.equals(real)) {
            return Optional.empty();
        }
        return Optional.of(scene.nearName() + " was shown the certificate " + abbreviated(shown.get()) + "; "
                + scene.farName() + " presents " + abbreviated(real.get()));
    }

    private static Optional<String> otherHandshake(Scene scene) {
        Optional<TlsSeen> near = scene.near().tls();
        Optional<TlsSeen> far = scene.far().flatMap(Contact::tls);
        if (near.isEmpty() || far.isEmpty()) {
            return Optional.empty();
        }
        if (differ(near.get().clientRandom(), far.get().clientRandom())
                || differ(near.get().serverRandom(), far.get().serverRandom())) {
            return Optional.of("the two ends saw different TLS handshakes: the randoms of " + scene.nearName() + " and "
                    + scene.farName() + " do not agree");
        }
        boolean replaced = far.get().peer().isPresent()
                && !far.get().peer().equals(near.get().own());
        return replaced
                ? Optional.of(
                        scene.farName() + " was shown a client certificate that " + scene.nearName() + " did not send")
                : Optional.empty();
    }

    private static boolean differ(String here, String there) {
        return !here.isEmpty() && !there.isEmpty() && !here.equals(there);
    }

    private static String abbreviated(String digest) {
        return digest.substring(0, Math.min(12, digest.length()));
    }

    private static Optional<Reading> misdirected(Scene scene) {
        return scene.meeting()
                .astray()
                .map(astray -> scene.reading(
                        Verdict.MISDIRECTED,
                        "what " + scene.nearName() + " sent to " + scene.farName() + " arrived at " + astray.host()
                                + " (" + Scene.address(astray.contact().local()) + ")"));
    }

    private static Optional<Reading> altered(Scene scene) {
        return scene.far().flatMap(far -> {
            Carried request = new Carried(scene.nearName(), scene.near().sent(), scene.farName(), far.received());
            Carried reply = new Carried(
                    scene.farName(), far.sent(), scene.nearName(), scene.near().received());
            return rewritten(scene, request)
                    .or(() -> rewritten(scene, reply))
                    .or(() -> resized(scene, request))
                    .or(() -> resized(scene, reply));
        });
    }

    /** What one end sent and the other received. */
    private record Carried(String sender, Traffic sent, String receiver, Traffic arrived) {}

    private static Optional<Reading> rewritten(Scene scene, Carried way) {
        return way.sent.rewritten(way.arrived)
                ? scene.is(Verdict.ALTERED, way.receiver + " received other bytes than " + way.sender + " sent")
                : Optional.empty();
    }

    /** Over UDP datagrams get lost or doubled on their own; over TCP nothing does. */
    private static Optional<Reading> resized(Scene scene, Carried way) {
        boolean told = scene.ended().completed() || scene.ended().how().equals(How.MALFORMED);
        return told && scene.overTcp() && way.sent.resized(way.arrived)
                ? scene.is(
                        Verdict.ALTERED,
                        way.receiver + " received " + way.arrived.bytes() + " bytes where " + way.sender + " sent "
                                + way.sent.bytes())
                : Optional.empty();
    }

    private static Optional<Reading> translated(Scene scene) {
        return scene.far().map(Contact::remote).flatMap(remote -> {
            Source declared = scene.check().source();
            if (!remote.getAddress().equals(declared.address())) {
                return scene.is(
                        Verdict.TRANSLATED,
                        scene.farName() + " saw it come from " + Scene.address(remote) + "; the lab declares "
                                + declared.address().getHostAddress());
            }
            int sentFrom = scene.near().local().getPort();
            return declared.portKept() && remote.getPort() != sentFrom
                    ? scene.is(
                            Verdict.TRANSLATED,
                            scene.farName() + " saw it come from port " + remote.getPort() + "; " + scene.nearName()
                                    + " sent it from " + sentFrom)
                    : Optional.empty();
        });
    }
}
