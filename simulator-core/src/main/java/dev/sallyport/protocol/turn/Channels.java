package dev.sallyport.protocol.turn;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The channels of an allocation: numbers bound to peers for 600 seconds, one to one (RFC 8656 §12). */
final class Channels {

    private static final int LASTS = 600;
    private static final int MOST = 100;

    private record Bound(InetSocketAddress peer, long until) {}

    private final Map<Integer, Bound> bound = new HashMap<>();

    /** Binds, or binds anew; not, where number or peer is bound otherwise, or there are too many. */
    boolean bind(int number, InetSocketAddress peer, long now) {
        bound.values().removeIf(binding -> binding.until() <= now);
        OptionalInt already = number(peer, now);
        boolean free = already.isEmpty() && !bound.containsKey(number) && bound.size() < MOST;
        if (!free && already.orElse(-1) != number) {
            return false;
        }
        bound.put(number, new Bound(peer, now + LASTS));
        return true;
    }

    /** Returns the peer that a number is bound to. */
    Optional<InetSocketAddress> peer(int number, long now) {
        return Optional.ofNullable(bound.get(number))
                .filter(binding -> binding.until() > now)
                .map(Bound::peer);
    }

    /** Returns the number that a peer is bound to. */
    OptionalInt number(InetSocketAddress peer, long now) {
        return bound.entrySet().stream()
                .filter(entry -> entry.getValue().peer().equals(peer))
                .filter(entry -> entry.getValue().until() > now)
                .mapToInt(Map.Entry::getKey)
                .findFirst();
    }
}
