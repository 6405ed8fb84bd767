package dev.sallyport.protocol;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.protocol.http.Http;
import dev.sallyport.protocol.rtp.Rtp;
import dev.sallyport.protocol.sip.Sip;
import dev.sallyport.protocol.stun.Stun;
import dev.sallyport.protocol.xmpp.Xmpp;
import java.util.List;
import java.util.Optional;

/**
 * The protocols that Sallyport speaks: the one list. A new protocol is one package and one line here.
 *
 * @param all in the order reports list them, and services are asked whether they recognise a peer: media before STUN,
 *     whose messages it also understands
 */
public record Protocols(List<Protocol<?>> all) {

    /** Returns every protocol there is. */
    public static Protocols spoken() {
        return new Protocols(List.of(
                Sip.protocol(),
                Rtp.protocol(),
                Rtp.connectivity(),
                Stun.protocol(),
                Xmpp.protocol(),
                Http.protocol(),
                Http.overTls()));
    }

    /** Returns the protocol of that name. */
    public Optional<Protocol<?>> named(String name) {
        return all.stream()
                .filter(protocol -> protocol.name().equals(name))
                .<Protocol<?>>map(protocol -> protocol)
                .findFirst();
    }

    /** Tells whether an exchange of that name, {@code sip/invite}, can be walked. */
    public boolean speak(String exchange) {
        return all.stream()
                .flatMap(protocol -> protocol.exchanges().stream())
                .anyMatch(known -> ((Exchange<?>) known).name().equals(exchange));
    }
}
