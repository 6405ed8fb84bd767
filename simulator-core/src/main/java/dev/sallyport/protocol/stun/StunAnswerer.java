package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Answers one peer's requests (RFC 8489 §6.3.1); overlooks indications and answers to nobody.
 *
 * <p>Over UDP an answer is no longer than its request where that can be: what is not needed is left out. The shortest
 * requests, a header alone, get both mapped addresses nonetheless, 24 bytes (48 over IPv6): clients that send no more read
 * the older one (RFC 8489 §14.1), and the transport answers addresses of the lab alone. A refusal too long is left out.
 */
final class StunAnswerer implements Answerer<StunMessage> {

    private static final Software SERVER = Software.of("Sallyport");

    private final InetSocketAddress remote;
    private final boolean bounded;

    StunAnswerer(Setting setting) {
        this.remote = setting.remote();
        this.bounded = setting.transport() == Transport.UDP;
    }

    @Override
    public List<Step<StunMessage>> on(StunMessage message) {
        if (message.kind() != StunMessage.Kind.REQUEST) {
            return List.of();
        }
        return answers(message)
                .filter(answer ->
                        !bounded || answer.wire().length() <= message.wire().length())
                .findFirst()
                .or(() -> mapped(message))
                .map(answer -> List.of(Step.send("Binding " + answer.kind(), () -> answer)))
                .orElse(List.of());
    }

    /** Returns what the shortest request gets; nothing where it is to be refused. */
    private Optional<StunMessage> mapped(StunMessage request) {
        boolean refused =
                request.method() != StunMessage.BINDING || !unknown(request).isEmpty();
        List<StunAttribute> both = List.of(
                new XorMappedAddress(remote.getAddress(), remote.getPort()),
                new MappedAddress(remote.getAddress(), remote.getPort()));
        return refused ? Optional.empty() : Optional.of(answer(request, StunMessage.Kind.SUCCESS, both));
    }

    /** Returns the answer, from its fullest form to its barest. */
    private Stream<StunMessage> answers(StunMessage request) {
        if (request.method() != StunMessage.BINDING) {
            return refusals(request, ErrorCode.BAD_REQUEST, List.of());
        }
        List<Integer> unknown = unknown(request);
        return unknown.isEmpty()
                ? successes(request)
                : refusals(request, ErrorCode.UNKNOWN_ATTRIBUTE, List.of(new UnknownAttributes(unknown)));
    }

    private static List<Integer> unknown(StunMessage request) {
        return request.counted().stream()
                .filter(attribute -> attribute instanceof RawAttribute && attribute.isComprehensionRequired())
                .map(StunAttribute::type)
                .distinct()
                .toList();
    }

    private Stream<StunMessage> successes(StunMessage request) {
        XorMappedAddress mapped = new XorMappedAddress(remote.getAddress(), remote.getPort());
        return forms(request, StunMessage.Kind.SUCCESS, List.of(mapped));
    }

    private static Stream<StunMessage> refusals(StunMessage request, ErrorCode error, List<StunAttribute> more) {
        return Stream.of(error, error.terse()).flatMap(code -> {
            List<StunAttribute> needed = new ArrayList<>(List.of(code));
            needed.addAll(more);
            return forms(request, StunMessage.Kind.ERROR, needed);
        });
    }

    private static Stream<StunMessage> forms(StunMessage request, StunMessage.Kind kind, List<StunAttribute> needed) {
        List<StunAttribute> introduced = new ArrayList<>(needed);
        introduced.add(SERVER);
        StunMessage bare = answer(request, kind, needed);
        return Stream.of(answer(request, kind, introduced).withFingerprint(), bare.withFingerprint(), bare);
    }

    private static StunMessage answer(StunMessage request, StunMessage.Kind kind, List<StunAttribute> attributes) {
        return StunMessage.of(kind, request.method(), request.transaction(), attributes);
    }
}
