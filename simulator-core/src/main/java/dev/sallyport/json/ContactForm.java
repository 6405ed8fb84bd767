package dev.sallyport.json;

import dev.sallyport.check.Contact;
import dev.sallyport.check.Silence;
import dev.sallyport.check.TlsSeen;
import dev.sallyport.check.Traffic;
import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import dev.sallyport.exchange.StreamSeen;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A contact with its ending laid flat; a report says besides where it belongs.
 *
 * @param port in a report: the port that was dialled
 * @param attempt in a report, of what a far end saw: which of the attempts it is, counted from nought
 * @param host in a report: where an attempt was seen that had dialled another place
 * @param ambiguous in a report: why an attempt could not be joined for certain with what the far end saw
 */
record ContactForm(
        Optional<Integer> port,
        Optional<Integer> attempt,
        Optional<String> host,
        Instant at,
        InetSocketAddress local,
        InetSocketAddress remote,
        List<String> nonces,
        Stage stage,
        How how,
        String detail,
        Traffic sent,
        Traffic received,
        Optional<TlsSeen> tls,
        Optional<Ending> calledBack,
        double millis,
        Optional<Contact> onward,
        Optional<StreamSeen> stream,
        Optional<Integer> limit,
        Optional<Silence> silence,
        Optional<String> ambiguous) {

    static ContactForm of(Contact contact) {
        return of(contact, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static ContactForm attempt(Contact near, int port, Optional<String> ambiguous) {
        return of(near, Optional.of(port), Optional.empty(), Optional.empty(), ambiguous);
    }

    static ContactForm seen(Contact far, int attempt, Optional<String> host) {
        return of(far, Optional.empty(), Optional.of(attempt), host, Optional.empty());
    }

    private static ContactForm of(
            Contact contact,
            Optional<Integer> port,
            Optional<Integer> attempt,
            Optional<String> host,
            Optional<String> ambiguous) {
        return new ContactForm(
                port,
                attempt,
                host,
                contact.at(),
                contact.local(),
                contact.remote(),
                contact.nonces(),
                contact.ending().stage(),
                contact.ending().how(),
                contact.ending().detail(),
                contact.sent(),
                contact.received(),
                contact.tls(),
                contact.calledBack(),
                contact.millis(),
                contact.onward(),
                contact.stream(),
                contact.limit(),
                contact.silence(),
                ambiguous);
    }

    Contact contact() {
        Ending ending = new Ending(stage, how, detail);
        return new Contact(
                at,
                local,
                remote,
                nonces,
                ending,
                sent,
                received,
                tls,
                calledBack,
                millis,
                onward,
                stream,
                limit,
                silence);
    }
}
