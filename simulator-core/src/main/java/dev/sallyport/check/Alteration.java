package dev.sallyport.check;

import dev.sallyport.exchange.How;
import dev.sallyport.flow.Transport;
import java.util.List;
import java.util.Optional;

/** Whether an end received other bytes than the other sent, and which fields they stand in. */
final class Alteration {

    private Alteration() {}

    static Optional<Reading> of(Scene scene) {
        return scene.far().flatMap(far -> {
            Contact near = scene.near();
            boolean alone = far.nonces().equals(near.nonces());
            Carried request = new Carried(scene.nearName(), near.sent(), scene.farName(), far.received(), alone);
            Carried reply = new Carried(scene.farName(), far.sent(), scene.nearName(), near.received(), alone);
            return rewritten(scene, request)
                    .or(() -> rewritten(scene, reply))
                    .or(() -> diverged(scene, request))
                    .or(() -> diverged(scene, reply))
                    .or(() -> resized(scene, request))
                    .or(() -> resized(scene, reply));
        });
    }

    /**
     * What one end sent and the other received.
     *
     * @param alone whether the far end saw nothing else from there: no other attempt from the same port
     */
    private record Carried(String sender, Traffic sent, String receiver, Traffic arrived, boolean alone) {

        Optional<Kept> keptSent() {
            return sent.kept();
        }

        Optional<Kept> keptArrived() {
            return arrived.kept();
        }

        boolean kept() {
            Optional<String> by = keptSent().map(Kept::by);
            return by.isPresent() && by.equals(keptArrived().map(Kept::by));
        }

        /** A stream is compared whole; of datagrams those that have no counterpart, as others may have got lost. */
        Optional<String> named(Transport transport) {
            if (!kept()) {
                return Optional.empty();
            }
            Kept out = keptSent().orElseThrow();
            Kept in = keptArrived().orElseThrow();
            List<Difference> found = transport == Transport.TCP
                    ? Difference.between(out.fields(), in.fields())
                    : Difference.between(
                            out.without(in).fields(), in.without(out).fields());
            boolean whole = out.all() && in.all() && (arrived.whole() || transport == Transport.UDP);
            List<Difference> sure = whole ? found : Difference.withoutTail(found);
            return sure.isEmpty() ? Optional.empty() : Optional.of(Difference.words(sure, sender, receiver));
        }
    }

    private static Optional<Reading> altered(Scene scene, Carried way, String otherwise) {
        String why = way.named(scene.check().flow().transport()).orElse(otherwise);
        return scene.is(Verdict.ALTERED, why);
    }

    private static Optional<Reading> rewritten(Scene scene, Carried way) {
        return way.sent.rewritten(way.arrived)
                ? altered(scene, way, way.receiver + " received other bytes than " + way.sender + " sent")
                : Optional.empty();
    }

    /** What both ends kept proves it however the attempt ended; datagrams only where none was left out. */
    private static Optional<Reading> diverged(Scene scene, Carried way) {
        if (!way.kept()) {
            return Optional.empty();
        }
        Kept out = way.keptSent().orElseThrow();
        Kept in = way.keptArrived().orElseThrow();
        boolean other = scene.overTcp()
                ? out.diverges(in)
                : way.alone && out.all() && !in.without(out).messages().isEmpty();
        return other
                ? altered(scene, way, way.receiver + " received other bytes than " + way.sender + " sent")
                : Optional.empty();
    }

    /** Over UDP datagrams get lost or doubled on their own; over TCP nothing does. */
    private static Optional<Reading> resized(Scene scene, Carried way) {
        boolean told = scene.ended().completed() || scene.ended().how().equals(How.MALFORMED);
        String counted = way.receiver + " received " + way.arrived.bytes() + " bytes where " + way.sender + " sent "
                + way.sent.bytes();
        return told && scene.overTcp() && way.sent.resized(way.arrived)
                ? altered(scene, way, counted)
                : Optional.empty();
    }
}
