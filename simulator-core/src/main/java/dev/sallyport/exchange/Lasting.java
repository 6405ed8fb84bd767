package dev.sallyport.exchange;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * How an exchange's conversation can be made to stay, as those of Lync do for hours: it stands, and then one request and
 * its reply follow as often as is wanted.
 *
 * @param keepAlive how long the protocol itself stays silent at most before it says something to keep the flow alive
 * @param stands begins a conversation
 * @param <M> the protocol's message
 */
public record Lasting<M>(Duration keepAlive, Function<Setting, Standing<M>> stands) {

    /**
     * One conversation.
     *
     * @param opening the steps until it stands; it is not closed
     * @param again one request and the reply to it, under the nonce of the setting it is given, which the service reads
     *     from the request
     */
    public record Standing<M>(List<Step<M>> opening, Function<Setting, List<Step<M>>> again) {}
}
