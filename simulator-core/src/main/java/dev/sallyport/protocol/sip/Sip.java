package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Lasting;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * SIP over TCP and TLS, as Lync Server 2013 speaks it (RFC 3261), and over UDP to wake application layer gateways.
 *
 * <table>
 * <caption>Where the attempt's nonce stands: in the Call-ID, {@code nonce@fqdn}, of every message of a run</caption>
 * <tr><th>exchange</th><th>to the far end</th><th>back</th></tr>
 * <tr><td>sip/options</td><td>OPTIONS</td><td>200</td></tr>
 * <tr><td>sip/register</td><td>both REGISTERs</td><td>401, 200</td></tr>
 * <tr><td>sip/invite</td><td>INVITE, ACK, BYE</td><td>100, 180, 200, 200 to BYE</td></tr>
 * <tr><td>sip/trunk</td><td>OPTIONS, then as sip/invite</td><td>200 to OPTIONS, then as sip/invite</td></tr>
 * <tr><td>sip/subscribe, sip/federation</td><td>SUBSCRIBE, 200 to NOTIFY</td><td>200, NOTIFY or BENOTIFY</td></tr>
 * <tr><td>sip/message</td><td>MESSAGE</td><td>200</td></tr>
 * <tr><td>sip/service</td><td>SERVICE</td><td>200</td></tr>
 * <tr><td>sip/alg</td><td>OPTIONS, INVITE, ACK, BYE</td><td>as sip/invite; over UDP final responses alone</td></tr>
 * </table>
 *
 * <p>Branch and tag are made of the nonce too, but for freshness: they are not read as it.
 */
public final class Sip {

    /** How often a Mediation Server probes its gateway, and servers each other, by OPTIONS. */
    private static final Duration PROBED = Duration.ofSeconds(60);

    /** How long Lync bears silence on a connection whose keep-alives it has granted ([MS-CONMGMT] §3.4.5). */
    private static final Duration GRANTED = Duration.ofSeconds(300);

    private Sip() {}

    /** Returns the protocol. */
    public static Protocol<SipMessage> protocol() {
        return new Protocol<>(
                "sip",
                List.of(
                        exchange("sip/options", PROBED, OptionsExchange::ladder),
                        exchange("sip/register", RegisterExchange::ladder),
                        exchange("sip/invite", InviteExchange::ladder),
                        exchange("sip/trunk", PROBED, TrunkExchange::ladder),
                        exchange("sip/subscribe", SubscribeExchange::ladder),
                        exchange("sip/federation", SubscribeExchange::federated),
                        exchange("sip/message", MessageExchange::ladder),
                        exchange("sip/service", ServiceExchange::ladder),
                        Exchange.of("sip/alg", Set.of(Transport.TCP, Transport.UDP), AlgExchange::ladder)),
                new SipService());
    }

    private static Exchange<SipMessage> exchange(String name, Function<Setting, List<Step<SipMessage>>> ladder) {
        return exchange(name, GRANTED, ladder);
    }

    /** Every connection stays after its exchange, and bears a probe at any time. */
    private static Exchange<SipMessage> exchange(
            String name, Duration keepAlive, Function<Setting, List<Step<SipMessage>>> ladder) {
        return Exchange.of(name, Set.of(Transport.TCP), ladder)
                .staying(new Lasting<>(
                        keepAlive, setting -> new Lasting.Standing<>(ladder.apply(setting), OptionsExchange::ladder)));
    }
}
