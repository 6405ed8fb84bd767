package dev.sallyport.protocol.wcf;

import dev.sallyport.exchange.Exchange;
import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The protocol {@code wcf}: a connection of Persistent Chat or the Response Group's service (rows SRV-34, SRV-51). */
public final class Wcf {

    private Wcf() {}

    /** Returns the protocol. */
    public static Protocol<NmfRecord> protocol() {
        Exchange<NmfRecord> preamble = Exchange.of("wcf/preamble", Set.of(Transport.TCP), Wcf::preamble);
        return new Protocol<>("wcf", List.of(preamble), new WcfService());
    }

    private static List<Step<NmfRecord>> preamble(Setting setting) {
        List<Step<NmfRecord>> ladder = new ArrayList<>();
        ladder.add(Step.send("preamble", () -> introduction(setting)));
        if (setting.security() == Security.NONE) {
            ladder.add(Step.send("upgrade request", () -> new NmfRecord.UpgradeRequest(NmfRecord.UpgradeRequest.TLS)));
            ladder.add(expect("upgrade response", new NmfRecord.UpgradeResponse()));
            ladder.add(Step.startTls());
        }
        ladder.add(Step.send("preamble end", NmfRecord.PreambleEnd::new));
        ladder.add(expect("preamble ack", new NmfRecord.PreambleAck()));
        ladder.add(Step.send("envelope", () -> new NmfRecord.Envelope(Greeting.request(setting.nonce()))));
        ladder.add(expect("envelope in answer", new NmfRecord.Envelope(Greeting.response(setting.nonce()))));
        ladder.add(Step.send("end", NmfRecord.End::new));
        ladder.add(expect("end in answer", new NmfRecord.End()));
        return ladder;
    }

    private static NmfRecord introduction(Setting setting) {
        String via = Greeting.via(setting.peer().fqdn(), setting.remote().getPort(), setting.nonce());
        return new NmfRecord.Preamble(NmfRecord.Preamble.DUPLEX, via, NmfRecord.Preamble.BINARY_WITH_DICTIONARY);
    }

    private static Step<NmfRecord> expect(String label, NmfRecord awaited) {
        return Step.expect(
                label, message -> message.equals(awaited) ? Match.expected() : Match.unexpected(message.toString()));
    }
}
