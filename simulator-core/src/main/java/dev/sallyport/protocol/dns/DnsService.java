package dev.sallyport.protocol.dns;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.DatagramCodec;
import dev.sallyport.exchange.FramedCodec;
import dev.sallyport.exchange.Service;
import dev.sallyport.exchange.Setting;
import dev.sallyport.flow.Transport;
import java.util.Optional;
import java.util.regex.Pattern;

/** A name server that knows the names of its own domain, for whoever asks. */
final class DnsService implements Service<DnsMessage> {

    private static final Pattern NONCE = Pattern.compile("[0-9a-f]{24}");
    private static final int PREFIX = 2;

    /** A query of one question, with or without the length that stands before it over TCP. */
    @Override
    public boolean recognises(byte[] head) {
        return isQuery(head, 0) || isQuery(head, PREFIX);
    }

    private static boolean isQuery(byte[] head, int at) {
        return head.length >= at + DnsFraming.HEADER
                && (head[at + 2] & 0xfe) == 0
                && head[at + 4] == 0
                && head[at + 5] == 1
                && (head[at + 6] | head[at + 7] | head[at + 8] | head[at + 9]) == 0;
    }

    @Override
    public Codec<DnsMessage> codec(Transport transport) {
        return transport == Transport.UDP ? new DatagramCodec<>(new DnsFraming()) : new FramedCodec<>(new DnsFrame());
    }

    @Override
    public Answerer<DnsMessage> answer(Setting setting) {
        return new DnsAnswerer(setting);
    }

    @Override
    public Optional<String> nonce(DnsMessage message) {
        return message.questions().stream()
                .flatMap(question -> question.name().labels().stream())
                .filter(label -> NONCE.matcher(label).matches())
                .findFirst();
    }
}
