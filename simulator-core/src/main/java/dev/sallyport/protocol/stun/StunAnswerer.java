package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Answers one peer's requests (RFC 8489 §6.3.1); overlooks indications and answers to nobody.
 *
 * <p>Over UDP an answer is no longer than its request wherever that can be, for the source of a datagram may be forged:
 * what is not needed is left out. Clients like coturn's send 20 bytes, for which even the address alone is too long (32);
 * they have it all the same, since the transport answers addresses of the lab alone.
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
        StunMessage answer = fitting(message, answers(message).toList());
        return List.of(Step.send("Binding " + answer.kind(), () -> answer));
    }

    /** Returns the first answer that is no longer than the request; the last and barest, where none is. */
    private StunMessage fitting(StunMessage request, List<StunMessage> answers) {
        return answers.stream()
                .filter(answer ->
                        !bounded || answer.wire().length() <= request.wire().length())
                .findFirst()
                .orElse(answers.get(answers.size() - 1));
    }

    /** Returns the answer, from its fullest form to its barest. */
    private Stream<StunMessage> answers(StunMessage request) {
        if (request.method() != StunMessage.BINDING) {
            return refusals(request, ErrorCode.BAD_REQUEST, List.of());
        }
        List<Integer> unknown = request.counted().stream()
                .filter(attribute -> attribute instanceof RawAttribute && attribute.isComprehensionRequired())
                .map(StunAttribute::type)
                .distinct()
                .toList();
        return unknown.isEmpty()
                ? successes(request)
                : refusals(request, ErrorCode.UNKNOWN_ATTRIBUTE, List.of(new UnknownAttributes(unknown)));
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
