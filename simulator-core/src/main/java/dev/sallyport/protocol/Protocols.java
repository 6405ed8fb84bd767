package dev.sallyport.protocol;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.protocol.cls.Cls;
import dev.sallyport.protocol.dcerpc.DceRpc;
import dev.sallyport.protocol.dhcp.Dhcp;
import dev.sallyport.protocol.dns.Dns;
import dev.sallyport.protocol.filetransfer.FileTransfer;
import dev.sallyport.protocol.http.Http;
import dev.sallyport.protocol.msturn.MsTurn;
import dev.sallyport.protocol.psom.Psom;
import dev.sallyport.protocol.rtp.Rtp;
import dev.sallyport.protocol.sip.Sip;
import dev.sallyport.protocol.smb.Smb;
import dev.sallyport.protocol.ssrp.Ssrp;
import dev.sallyport.protocol.stun.Stun;
import dev.sallyport.protocol.turn.Turn;
import dev.sallyport.protocol.wcf.Wcf;
import dev.sallyport.protocol.xmpp.Xmpp;
import java.util.List;
import java.util.Optional;

/**
 * The protocols that Sallyport speaks: the one list. A new protocol is one package and one line here.
 *
 * <p>Where several share a port, the first that recognises a peer answers: media before STUN, Microsoft's TURN before
 * the standard's, and both before plain STUN.
 *
 * @param all in that order
 */
public record Protocols(List<Protocol<?>> all) {

    /** Returns every protocol there is. */
    public static Protocols spoken() {
        return new Protocols(List.of(
                Sip.protocol(),
                Rtp.protocol(),
                Rtp.connectivity(),
                MsTurn.protocol(),
                Turn.protocol(),
                Stun.protocol(),
                Xmpp.protocol(),
                Http.protocol(),
                Http.overTls(),
                Dns.protocol(),
                Psom.protocol(),
                Cls.protocol(),
                Ssrp.protocol(),
                Smb.protocol(),
                DceRpc.protocol(),
                Wcf.protocol(),
                FileTransfer.protocol(),
                Dhcp.protocol()));
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
