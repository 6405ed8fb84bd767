package dev.sallyport.protocol.xmpp;

import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.Stage;
import dev.sallyport.exchange.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jivesoftware.smack.packet.StanzaError;

/**
 * The receiving server's question to the authoritative one, whether a key is the originating domain's, asked on a
 * connection of its own (XEP-0220 §2.2 to §2.4).
 */
final class Verification {

    /** Where servers listen for servers (RFC 6120 §3.2, row XMPP-01). */
    private static final int SERVER_PORT = 5269;

    private final String originating;
    private final String receiving;
    private final String key;
    private final String streamId;
    private final String nonce;
    private String said = "";

    /**
     * Prepares the question.
     *
     * @param result the {@code db:result} that claims the domain; it has {@code from} and {@code to}
     * @param streamId the id of the stream it came on
     * @param nonce the nonce that came in that stream's header, or nothing
     */
    Verification(XmlElement result, String streamId, String nonce) {
        this.originating = result.attribute("from").orElseThrow();
        this.receiving = result.attribute("to").orElseThrow();
        this.key = result.text().strip();
        this.streamId = streamId;
        this.nonce = nonce;
    }

    /**
     * Returns the second connection and, when it is over, the word on the first.
     *
     * @param valid told when the key was found valid
     */
    Step<XmppMessage> dial(Consumer<Verification> valid) {
        InitiatingServer server = new InitiatingServer(receiving, originating, nonce);
        return new Step.Dial<>(
                "dialback to " + originating,
                originating,
                SERVER_PORT,
                setting -> server.asking(this),
                ending -> concluded(ending, valid));
    }

    /** Returns the rung that asks. */
    Step<XmppMessage> asked() {
        return Step.send("db:verify", () -> XmlElement.of(Namespaces.DIALBACK, "verify")
                .with("from", receiving)
                .with("to", originating)
                .with("id", streamId)
                .saying(key));
    }

    /** Returns the rung that awaits the answer. */
    Step<XmppMessage> answered() {
        return Step.expect("db:verify of type 'valid'", this::answer);
    }

    private Match answer(XmppMessage message) {
        if (!(message instanceof XmlElement element) || !element.is(Namespaces.DIALBACK, "verify")) {
            return Match.unexpected(Wording.of(message));
        } else if (!element.attribute("id").equals(Optional.of(streamId))) {
            return Match.awaiting();
        }
        said = element.attribute("type").orElse("");
        return said.equals("valid") ? Match.expected() : Match.unexpected(Wording.of(message));
    }

    private List<Step<XmppMessage>> concluded(Ending ending, Consumer<Verification> valid) {
        if (ending.completed()) {
            valid.accept(this);
            return List.of(Step.send("db:result of type 'valid'", () -> result("valid")));
        } else if (said.equals("invalid")) {
            return List.of(Step.send("db:result of type 'invalid'", () -> result("invalid")));
        }
        XmlElement error = result("error").containing(Stanzas.error(condition(ending), words(ending)));
        return List.of(Step.send("db:result of type 'error'", () -> error));
    }

    private XmlElement result(String type) {
        return XmlElement.of(Namespaces.DIALBACK, "result")
                .with("from", receiving)
                .with("to", originating)
                .with("type", type);
    }

    /** The conditions that XEP-0220 §2.4.2 names for a second connection that failed. */
    private static StanzaError.Condition condition(Ending ending) {
        if (ending.stage() == Stage.RESOLVE) {
            return StanzaError.Condition.remote_server_not_found;
        }
        return ending.how().equals(How.SILENCE)
                ? StanzaError.Condition.remote_server_timeout
                : StanzaError.Condition.undefined_condition;
    }

    private String words(Ending ending) {
        return "dialback to " + originating + " ended in " + ending.stage().text() + " by " + ending.how() + ": "
                + ending.detail();
    }
}
