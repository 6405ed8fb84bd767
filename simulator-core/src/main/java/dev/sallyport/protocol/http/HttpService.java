package dev.sallyport.protocol.http;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.Service;
import dev.sallyport.exchange.Setting;
import dev.sallyport.flow.Transport;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** A Lync web server, for whoever comes. */
final class HttpService implements Service<HttpMessage> {

    /** A method alone would not do: SIP has OPTIONS as well. */
    private static final Pattern BEGINNING = Pattern.compile(
            "(GET|HEAD|POST|PUT|DELETE|OPTIONS|TRACE|PATCH) ([/*]|https?:).*|CONNECT .*", Pattern.DOTALL);

    private static final Pattern NONCE = Pattern.compile("[0-9a-f]{24}");

    @Override
    public boolean recognises(byte[] head) {
        return BEGINNING.matcher(new String(head, StandardCharsets.ISO_8859_1)).matches();
    }

    @Override
    public Codec<HttpMessage> codec(Transport transport) {
        return new HttpCodec();
    }

    @Override
    public Answerer<HttpMessage> answer(Setting setting) {
        return new HttpAnswerer(setting.self().fqdn());
    }

    @Override
    public Optional<String> nonce(HttpMessage message) {
        return message.headers().first(Http.NONCE).filter(value -> NONCE.matcher(value)
                .matches());
    }
}
