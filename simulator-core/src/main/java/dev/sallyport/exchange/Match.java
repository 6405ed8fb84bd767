package dev.sallyport.exchange;

/** What an expectation makes of a message that arrived. */
public sealed interface Match {

    /** It is what was awaited; the ladder goes on. */
    record Expected() implements Match {}

    /** It may come here, but something else is still awaited: a 183 before the 200, a late retransmission. */
    record Awaiting() implements Match {}

    /**
     * It must not come here.
     *
     * @param found what came instead, {@code 403 Forbidden}
     */
    record Unexpected(String found) implements Match {}

    /** Returns {@link Expected}. */
    static Match expected() {
        return new Expected();
    }

    /** Returns {@link Awaiting}. */
    static Match awaiting() {
        return new Awaiting();
    }

    /** Returns {@link Unexpected}, naming what came. */
    static Match unexpected(String found) {
        return new Unexpected(found);
    }
}
