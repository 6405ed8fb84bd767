package dev.sallyport.check;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        List<String> why = Stream.concat(foreignCertificate(scene).stream(), otherHandshake(scene))
                .toList();
        return why.isEmpty() ? Optional.empty() : scene.is(Verdict.INTERCEPTED, String.join("; ", why));
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

    /** What the two ends saw of what should have been one handshake. */
    private static Stream<String> otherHandshake(Scene scene) {
        Optional<TlsSeen> near = scene.near().tls();
        Optional<TlsSeen> far = scene.far().flatMap(Contact::tls);
        if (near.isEmpty() || far.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(
                        otherRandoms(scene, near.get(), far.get()),
                        otherRequest(scene, near.get(), far.get()),
                        otherClient(scene, near.get(), far.get()))
                .flatMap(Optional::stream);
    }

    private static Optional<String> otherRandoms(Scene scene, TlsSeen near, TlsSeen far) {
        boolean differ =
                differ(near.clientRandom(), far.clientRandom()) || differ(near.serverRandom(), far.serverRandom());
        return differ
                ? Optional.of("the two ends saw different TLS handshakes: the randoms of " + scene.nearName() + " and "
                        + scene.farName() + " do not agree")
                : Optional.empty();
    }

    /** Only a handshake that ran to its end shows that a CertificateRequest did not come. */
    private static Optional<String> otherRequest(Scene scene, TlsSeen near, TlsSeen far) {
        boolean whole = !near.version().isEmpty() && !far.version().isEmpty();
        if (!whole || near.certificateRequested() == far.certificateRequested()) {
            return Optional.empty();
        }
        return Optional.of(
                far.certificateRequested()
                        ? scene.farName() + " asked for a client certificate, and " + scene.nearName()
                                + " was not asked for one"
                        : scene.nearName() + " was asked for a client certificate, and " + scene.farName()
                                + " had not asked for one");
    }

    private static Optional<String> otherClient(Scene scene, TlsSeen near, TlsSeen far) {
        boolean replaced = far.peer().isPresent() && !far.peer().equals(near.own());
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
