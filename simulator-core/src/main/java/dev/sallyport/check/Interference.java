package dev.sallyport.check;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was done to a flow on the way, in the order in which it counts; empty where it went untouched. */
final class Interference {

    private Interference() {}

    static Optional<Reading> of(Scene scene) {
        return impersonated(scene)
                .or(() -> intercepted(scene))
                .or(() -> misdirected(scene))
                .or(() -> Alteration.of(scene))
                .or(() -> translated(scene));
    }

    private static Optional<Reading> impersonated(Scene scene) {
        boolean foreign =
                scene.answered() && !scene.seen() && foreignCertificate(scene).isEmpty();
        return foreign
                ? scene.is(
                        Verdict.IMPERSONATED,
                        "something answered " + scene.nearName() + " in the place of " + scene.doorName()
                                + ", which saw nothing of it")
                : Behind.impersonated(scene);
    }

    private static Optional<Reading> intercepted(Scene scene) {
        return foreignCertificate(scene)
                .or(() -> otherHandshake(scene))
                .map(why -> scene.reading(Verdict.INTERCEPTED, why));
    }

    /** A certificate that the far end did not present, although the attempt reached no other host of the lab. */
    private static Optional<String> foreignCertificate(Scene scene) {
        Optional<String> shown = scene.near().tls().flatMap(TlsSeen::peer);
        List<String> real = scene.certificates();
        boolean known = shown.isEmpty() || real.isEmpty() || real.contains(shown.get());
        if (scene.meeting().astray().isPresent() || known) {
            return Optional.empty();
        }
        return Optional.of(scene.nearName() + " was shown the certificate " + abbreviated(shown.get()) + "; "
                + scene.presenter() + " presents "
                + real.stream().map(Interference::abbreviated).collect(Collectors.joining(" or ")));
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
                        "what " + scene.nearName() + " sent to " + scene.doorName() + " arrived at " + astray.host()
                                + " (" + Scene.address(astray.contact().local()) + ")"));
    }

    private static Optional<Reading> translated(Scene scene) {
        Leg first = new Leg(
                scene.nearName(), scene.near(), scene.doorName(), scene.check().source());
        return scene.door().flatMap(door -> translated(scene, first, door)).or(() -> Behind.translated(scene));
    }

    /**
     * The way from one host to the next.
     *
     * @param declared what the receiver must see as its source
     */
    record Leg(String sender, Contact sent, String receiver, Source declared) {}

    static Optional<Reading> translated(Scene scene, Leg leg, Contact arrived) {
        InetSocketAddress remote = arrived.remote();
        if (!remote.getAddress().equals(leg.declared.address())) {
            return scene.is(
                    Verdict.TRANSLATED,
                    leg.receiver + " saw it come from " + Scene.address(remote) + "; the lab declares "
                            + leg.declared.address().getHostAddress());
        }
        int sentFrom = leg.sent.local().getPort();
        return leg.declared.portKept() && remote.getPort() != sentFrom
                ? scene.is(
                        Verdict.TRANSLATED,
                        leg.receiver + " saw it come from port " + remote.getPort() + "; " + leg.sender
                                + " sent it from " + sentFrom)
                : Optional.empty();
    }
}
